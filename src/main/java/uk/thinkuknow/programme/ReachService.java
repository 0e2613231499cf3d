package uk.thinkuknow.programme;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.EnumSet;
import org.jspecify.annotations.Nullable;

/** The door to reach: how many children, counted by the rules from the signed returns, with what is still awaited. */
@Singleton
public class ReachService {
    private final ReachReports reports;
    private final TargetService targets;
    private final Calendar calendar;

    ReachService(ReachReports reports, TargetService targets, Calendar calendar) {
        this.reports = reports;
        this.targets = targets;
        this.calendar = calendar;
    }

    /**
     * A report of a period.
     *
     * @param region the only region to count, or null for the whole programme
     */
    @Transactional
    ReachReport report(Period period, By by, @Nullable String region) {
        return reports.report(period, by, region, targets.sums(period));
    }

    /** The same, with the bands and the climb week by week. */
    @Transactional
    Dashboard dashboard(Period period, By by, @Nullable String region) {
        var climb = new Climb(period);
        var counted = reports.count(period, region, EnumSet.of(By.NATION, By.REGION, By.BAND, by), climb);
        var sums = targets.sums(period);
        return new Dashboard(
                reports.report(counted, period, By.NATION, region, sums),
                reports.report(counted, period, By.REGION, region, sums),
                reports.report(counted, period, By.BAND, region, sums),
                reports.report(counted, period, by, region, sums),
                climb.weeks(),
                new Dashboard.Dates(calendar.firstDay(period), calendar.lastDay(period), calendar.today()));
    }
}
