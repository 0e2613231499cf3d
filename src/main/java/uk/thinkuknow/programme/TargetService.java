package uk.thinkuknow.programme;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;

/** The door to targets: children new to the year whom a term is to reach, by region, for one band or for all. */
@Singleton
public class TargetService {
    static final int AT_MOST = 9_999_999;

    private final Targets targets;
    private final Clock clock;

    TargetService(Targets targets, Clock clock) {
        this.targets = targets;
        this.clock = clock;
    }

    /**
     * Sets a region's target for a term, for all bands together.
     *
     * @param term "autumn", "spring" or "summer"
     * @param by the name of who set it
     */
    @Transactional
    public void set(String year, String term, String regionKey, int children, String by) {
        set(year, term, regionKey, Target.EVERY_BAND, children, by);
    }

    /** Sets a region's target for a term and a band. */
    @Transactional
    public void set(String year, String term, String regionKey, String band, int children, String by) {
        if (children < 0 || children > AT_MOST || !Period.TERMS.contains(term)) {
            throw new IllegalArgumentException("no target: " + term + ", " + children);
        }
        var at = clock.instant();
        targets.of(year, term, regionKey, band)
                .ifPresentOrElse(
                        target -> target.set(children, by, at),
                        () -> targets.persist(new Target(year, term, regionKey, band, children, by, at)));
    }

    /** What was set for the terms of a period. */
    @Transactional
    TargetSums sums(Period period) {
        return new TargetSums(of(period).stream()
                .map(target -> new TargetSums.One(target.regionKey(), target.band(), target.children()))
                .toList());
    }

    private List<Target> of(Period period) {
        var terms = Period.TERMS.subList(period.first(), period.last() + 1);
        return targets.of(period.year()).stream()
                .filter(target -> terms.contains(target.term()))
                .toList();
    }
}
