package uk.thinkuknow.reach.periods;

import jakarta.inject.Singleton;
import java.time.Instant;
import uk.thinkuknow.courses.trained.TrainedProfessionals;
import uk.thinkuknow.reach.frozen.FrozenFigures;
import uk.thinkuknow.reach.frozen.FrozenReach;
import uk.thinkuknow.reach.totals.ClosedPlaces;

/** Counts the figures of children and professionals of a period. */
@Singleton
class PeriodCounter {
    private final FrozenReach reach;
    private final TrainedProfessionals professionals;

    PeriodCounter(FrozenReach reach, TrainedProfessionals professionals) {
        this.reach = reach;
        this.professionals = professionals;
    }

    /** Returns whether the period is over in every nation. */
    boolean isOver(String period) {
        return reach.over().stream().anyMatch(each -> each.key().equals(period));
    }

    /** The areas of the schools as the database has them now. */
    ClosedPlaces places(String period) {
        return reach.places(period);
    }

    /** The figures as at a moment. */
    FrozenFigures count(String period, Instant asAt, ClosedPlaces where) {
        var trained = professionals.asAt(reach.firstDay(period), reach.lastDay(period), asAt);
        return reach.count(period, asAt, where, reach.trained(period, trained.people(), trained.regions()));
    }
}
