package uk.thinkuknow.reach.periods;

import jakarta.inject.Singleton;
import java.time.Instant;
import uk.thinkuknow.courses.trained.ProfessionalsTrained;
import uk.thinkuknow.reach.frozen.FrozenFigures;
import uk.thinkuknow.reach.frozen.FrozenReach;
import uk.thinkuknow.reach.totals.ClosedPlaces;

/** Counts a period as at a moment: children, and professionals beside them. */
@Singleton
class Counting {
    private final FrozenReach reach;
    private final ProfessionalsTrained professionals;

    Counting(FrozenReach reach, ProfessionalsTrained professionals) {
        this.reach = reach;
        this.professionals = professionals;
    }

    FrozenFigures count(String period, Instant asAt, ClosedPlaces where) {
        var trained = professionals.asAt(reach.firstDay(period), reach.lastDay(period), asAt);
        return reach.count(period, asAt, where, reach.trained(period, trained.people(), trained.regions()));
    }
}
