package uk.thinkuknow.reach.totals;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.counting.Climb;
import uk.thinkuknow.counting.Figures;

/**
 * The kept totals of a school in a term or a year.
 *
 * @param all the figures over all bands; null if no lesson has a signed return
 * @param weeks the children that each week added, by the Monday of the week
 */
public record KeptSchool(@Nullable Figures all, Map<String, Figures> bands, Map<LocalDate, Climb.Step> weeks) {
    static final KeptSchool NONE = new KeptSchool(null, Map.of(), Map.of());

    /** @param band a band key, or {@link KeptFigures#ALL_BANDS} */
    KeptSchool with(String band, Figures figures) {
        if (band.equals(KeptFigures.ALL_BANDS)) {
            return new KeptSchool(figures, bands, weeks);
        }
        var more = new HashMap<>(bands);
        more.put(band, figures);
        return new KeptSchool(all, Map.copyOf(more), weeks);
    }

    KeptSchool with(LocalDate monday, Climb.Step step) {
        var more = new HashMap<>(weeks);
        more.put(monday, step);
        return new KeptSchool(all, bands, Map.copyOf(more));
    }
}
