package uk.thinkuknow.programme;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import org.jspecify.annotations.Nullable;

/** The door to reach: how many children, counted by the rules from the signed returns, with what is still awaited. */
@Singleton
public class ReachService {
    private final ReachReports reports;
    private final TargetService targets;

    ReachService(ReachReports reports, TargetService targets) {
        this.reports = reports;
        this.targets = targets;
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
}
