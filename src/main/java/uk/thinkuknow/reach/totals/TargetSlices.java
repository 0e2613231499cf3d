package uk.thinkuknow.reach.totals;

import java.util.List;
import java.util.stream.Stream;
import uk.thinkuknow.common.TextFormat;
import uk.thinkuknow.common.Words;

/**
 * The slices of a target, which are the groups of children that it can be set for: all, one age band, or the schools of
 * one phase.
 */
public final class TargetSlices {
    public static final String ALL = "all";
    public static final List<String> BANDS = List.of("4-7", "8-10", "11-13", "14-18");
    public static final List<String> PHASES =
            List.of("nursery", "primary", "secondary", "special", "all-through", "16 plus");

    private TargetSlices() {}

    public static List<String> each() {
        return Stream.of(List.of(ALL), BANDS, PHASES).flatMap(List::stream).toList();
    }

    /** As a heading, such as "All", "Ages 8–10" or "Primary". */
    public static String name(String slice) {
        if (BANDS.contains(slice)) {
            return Words.of("totals.ages", slice.replace('-', '–'));
        }
        return slice.equals(ALL) ? Words.of("totals.all") : TextFormat.capitalised(slice);
    }

    /** As part of a sentence, such as "ages 8–10" or "primary schools"; empty for all. */
    public static String inSentence(String slice) {
        if (BANDS.contains(slice)) {
            return Words.of("totals.agesInSentence", slice.replace('-', '–'));
        }
        return slice.equals(ALL) ? "" : Words.of("totals.schoolsOf", slice);
    }
}
