package uk.thinkuknow.reach.totals;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.counting.Figures;
import uk.thinkuknow.counting.WeeklyGrowth;

/**
 * The kept totals of a school in a term or a year.
 *
 * @param all the figures over all bands; null if no lesson has a signed return
 * @param weeks the children that each week added, by the Monday of the week
 */
public record SchoolTotals(
        @Nullable Figures all, Map<String, Figures> bands, Map<LocalDate, WeeklyGrowth.Increase> weeks) {
    static final SchoolTotals NONE = new SchoolTotals(null, Map.of(), Map.of());

    /** @param band a band key, or {@link KeptFigures#ALL_BANDS} */
    SchoolTotals with(String band, Figures figures) {
        if (band.equals(KeptFigures.ALL_BANDS)) {
            return new SchoolTotals(figures, bands, weeks);
        }
        var more = new HashMap<>(bands);
        more.put(band, figures);
        return new SchoolTotals(all, Map.copyOf(more), weeks);
    }

    SchoolTotals with(LocalDate monday, WeeklyGrowth.Increase step) {
        var more = new HashMap<>(weeks);
        more.put(monday, step);
        return new SchoolTotals(all, bands, Map.copyOf(more));
    }
}
