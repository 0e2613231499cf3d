package uk.thinkuknow.reach.targets;

import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import uk.thinkuknow.common.InWords;
import uk.thinkuknow.common.Refused;
import uk.thinkuknow.reach.targets.TargetAreas.Area;
import uk.thinkuknow.reach.totals.Calendar;

/** Last year's targets times a factor, to be looked over before anything is proposed. */
@Singleton
class TargetCopies {
    private static final Map<Integer, String> UNITS = Map.of(1, "whole numbers", 10, "tens", 100, "hundreds");

    private final TargetService targets;
    private final Calendar calendar;

    TargetCopies(TargetService targets, Calendar calendar) {
        this.targets = targets;
        this.calendar = calendar;
    }

    /** What is filled in, by field, and a sentence that says how it came about. */
    record Copy(Map<String, String> typed, String sentence) {}

    /** @throws Refused if there is no year before, nothing was in force in it, or the factor is none */
    Copy of(TargetView view, List<Area> shown, String factor, int unit) {
        var times = TargetNumbers.factor(factor);
        var rounded = UNITS.get(unit);
        if (rounded == null) {
            throw new Refused("Round to 1, 10 or 100.");
        }
        var before = view.inYear(yearBefore(view.year()));
        var numbers = targets.inForce(before.year(), view.measure());
        var typed = new HashMap<String, String>();
        for (var area : shown) {
            for (var column : view.columns()) {
                var number = numbers.get(before.cell(area.key(), column));
                if (number != null) {
                    typed.put(
                            TargetGrids.field(area, column), InWords.number(TargetNumbers.times(number, times, unit)));
                }
            }
        }
        if (typed.isEmpty()) {
            throw new Refused("For what is shown here nothing was in force in %s, so there is nothing to copy."
                    .formatted(before.year()));
        }
        return new Copy(
                typed,
                "%s filled in: those of %s times %s, rounded to %s, halves up. Nothing is saved yet."
                        .formatted(
                                InWords.counted(typed.size(), "target is", "targets are"),
                                before.year(),
                                times.toPlainString(),
                                rounded));
    }

    private String yearBefore(String year) {
        return calendar.years().stream()
                .filter(each -> each.compareTo(year) < 0)
                .reduce((one, other) -> one.compareTo(other) > 0 ? one : other)
                .orElseThrow(() -> new Refused("There is no year before %s here to copy from.".formatted(year)));
    }
}
