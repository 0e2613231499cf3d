package uk.thinkuknow.reach.targets;

import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.counting.Period;
import uk.thinkuknow.courses.trained.TrainedProfessionals;
import uk.thinkuknow.identity.staff.Scope;
import uk.thinkuknow.reach.totals.AreaKind;
import uk.thinkuknow.reach.totals.Areas;
import uk.thinkuknow.reach.totals.SchoolCalendar;
import uk.thinkuknow.reach.totals.TargetSlices;

/**
 * Compares the professionals trained in a period with their targets, for the whole programme or for the events in an
 * area's regions.
 */
@Singleton
public class ProfessionalTargets {
    private final TrainedProfessionals trained;
    private final SchoolCalendar calendar;
    private final TargetService targets;
    private final Areas areas;

    ProfessionalTargets(TrainedProfessionals trained, SchoolCalendar calendar, TargetService targets, Areas areas) {
        this.trained = trained;
        this.calendar = calendar;
        this.targets = targets;
        this.areas = areas;
    }

    /** The number of professionals trained, and their target, if one is set. */
    public record Trained(int people, @Nullable Integer target) {}

    /** The number trained in the period at events of the scope, and their target. */
    public Trained beside(Period period, Scope scope) {
        return new Trained(
                in(period, scope),
                TargetSums.of(period, targets.inForce(period.year(), Measure.PROFESSIONALS))
                        .of(TargetSlices.ALL, areas.regions(scope), scope));
    }

    private int in(Period period, Scope scope) {
        return trained.in(calendar.firstDay(period), calendar.lastDay(period), scope);
    }

    /** The number trained for each region and column of the table of targets; cells with none are left out. */
    Map<TargetCell, Integer> of(TargetTableQuery view, List<TargetAreas.Area> regions) {
        var some = new HashMap<TargetCell, Integer>();
        for (var column : view.columns()) {
            for (var region : regions) {
                int in = in(Period.of(view.year(), column.term()), Scope.region(region.key()));
                if (in > 0) {
                    some.put(view.cell(region.key(), column).of(AreaKind.REGION, region.key()), in);
                }
            }
        }
        return some;
    }
}
