package uk.thinkuknow.reach.frozen;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import uk.thinkuknow.common.NotFound;
import uk.thinkuknow.counting.ClosedClasses;
import uk.thinkuknow.counting.FinancialQuarter;
import uk.thinkuknow.reach.report.ReachReports;
import uk.thinkuknow.reach.targets.TargetSums;
import uk.thinkuknow.reach.totals.ClosedPlaces;
import uk.thinkuknow.reach.totals.CohortsAtHand;
import uk.thinkuknow.reach.totals.Place;
import uk.thinkuknow.reach.totals.YearsLines;
import uk.thinkuknow.schools.school.SchoolService;

/** Counts financial quarters as at a moment; the one from July to September goes over the start of a school year. */
@Singleton
class QuartersAsAt {
    private final DataSource database;
    private final YearsLines lines;
    private final CohortsAtHand cohortsAtHand;
    private final SchoolService schools;

    QuartersAsAt(
            @io.quarkus.agroal.DataSource("reports") DataSource database,
            YearsLines lines,
            CohortsAtHand cohortsAtHand,
            SchoolService schools) {
        this.database = database;
        this.lines = lines;
        this.cohortsAtHand = cohortsAtHand;
        this.schools = schools;
    }

    boolean overYears(FinancialQuarter quarter) {
        return days(quarter).overYears();
    }

    ClosedPlaces places(FinancialQuarter quarter) {
        var days = days(quarter);
        return new ClosedPlaces(
                lines.places(quarter.lastDay()),
                lines.homes(quarter.lastDay()),
                days.overYears() ? classes(days.firstYear(), days.secondYear()) : ClosedClasses.NONE);
    }

    private ClosedClasses classes(String first, String second) {
        var cohorts = cohortsAtHand.of(first, second);
        var rooms = new ArrayList<ClosedClasses.Room>();
        for (var each : lines.schoolsOfClasses(first, second)) {
            rooms.add(new ClosedClasses.Room(
                    each.classId(), each.schoolId(), each.year(), cohorts.ofClass(each.classId()), false));
        }
        return new ClosedClasses(rooms, schools.linksOver(first, second));
    }

    AsAtMoment count(FinancialQuarter quarter, Instant asAt, ClosedPlaces where) {
        var days = days(quarter);
        var places = where.places().stream().collect(Collectors.toMap(Place::schoolId, Function.identity()));
        var source = new DaysAsOf(database, asAt, days);
        var sums = new DaysSums(days, places, where);
        source.each(sums::accept);
        source.awaited().forEach(sums::await);
        return new AsAtMoment(
                new ReachReports.Counted(places, sums), TargetSums.NONE, sums.schools(), sums.weeks(), source.heads());
    }

    private DaysAsOf.Days days(FinancialQuarter quarter) {
        var from = quarter.firstDay();
        var to = quarter.lastDay();
        var years = lines.years(from, to);
        if (years.isEmpty()) {
            throw new NotFound();
        }
        return new DaysAsOf.Days(from, to, years.getFirst(), years.getLast());
    }
}
