package uk.thinkuknow.reach.report;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import uk.thinkuknow.bookings.booking.OpenBookingCounts;
import uk.thinkuknow.counting.Period;
import uk.thinkuknow.identity.staff.Scope;
import uk.thinkuknow.reach.targets.TargetService;
import uk.thinkuknow.reach.totals.Place;
import uk.thinkuknow.reach.totals.RowKind;
import uk.thinkuknow.reach.totals.SchoolCalendar;

/** Makes the reach reports and the dashboard of a period from the kept totals, the targets and the booked lessons. */
@Singleton
public class ReachService {
    private final ReachReports reports;
    private final ReachTotals totals;
    private final TargetService targets;
    private final SchoolCalendar calendar;
    private final OpenBookingCounts booked;

    ReachService(
            ReachReports reports,
            ReachTotals totals,
            TargetService targets,
            SchoolCalendar calendar,
            OpenBookingCounts booked) {
        this.reports = reports;
        this.totals = totals;
        this.targets = targets;
        this.calendar = calendar;
        this.booked = booked;
    }

    /**
     * A report of a period.
     *
     * @param scope the area to count
     */
    @Transactional
    ReachReport report(Period period, RowKind by, Scope scope) {
        return reports.report(totals.read(period, scope, Set.of(by)), period, by, scope, targets.sums(period));
    }

    /** The report with bands, weekly growth and booked lessons. */
    @Transactional
    Dashboard dashboard(Period period, RowKind by, Scope scope) {
        var read = totals.withWeeks(period, scope, EnumSet.of(RowKind.NATION, RowKind.REGION, RowKind.BAND, by));
        var counted = read.counted();
        var sums = targets.sums(period);
        return new Dashboard(
                reports.report(counted, period, RowKind.NATION, scope, sums),
                reports.report(counted, period, RowKind.REGION, scope, sums),
                reports.report(counted, period, RowKind.BAND, scope, sums),
                reports.report(counted, period, by, scope, sums),
                read.weeks(),
                new Dashboard.Dates(calendar.teachingDays(period), calendar.today()),
                booked(period, counted.places()));
    }

    /**
     * The reports of the year and of its term, including the one shown; empty if the period is a past or future year.
     */
    @Transactional
    List<ReachReport> besides(ReachReport shown, Scope scope) {
        var both = calendar.yearAndTerm(shown.period());
        return both.size() < 2
                ? List.of()
                : both.stream()
                        .map(each -> each.equals(shown.period()) ? shown : report(each, RowKind.NATION, scope))
                        .toList();
    }

    private Dashboard.Booked booked(Period period, Map<Long, Place> places) {
        return booked.lessonsUntil(calendar.lastDay(period)).entrySet().stream()
                .filter(each -> places.containsKey(each.getKey()))
                .map(each -> new Dashboard.Booked(
                        each.getValue().sessions(), each.getValue().children()))
                .reduce(new Dashboard.Booked(0, 0), Dashboard.Booked::plus);
    }
}
