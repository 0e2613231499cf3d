package uk.thinkuknow.reach.totals;

import java.util.List;
import java.util.stream.Stream;
import uk.thinkuknow.common.AgeRange;
import uk.thinkuknow.common.TextFormat;
import uk.thinkuknow.common.Words;

/**
 * The slices of a target, which are the groups of children that it can be set for: all, one age band, or the schools of
 * one phase.
 */
public final class TargetSlices {
    public static final String ALL = "all";
    public static final List<String> PHASES =
            List.of("nursery", "primary", "secondary", "special", "all-through", "16 plus");

    private TargetSlices() {}

    /** @param bands the keys of the age bands of the period, youngest first */
    public static List<String> each(List<String> bands) {
        return Stream.of(List.of(ALL), bands, PHASES).flatMap(List::stream).toList();
    }

    public static boolean isBand(String slice) {
        return AgeRange.of(slice).isPresent();
    }

    /** As a heading, such as "All", "Ages 8–10" or "Primary". */
    public static String name(String slice) {
        if (isBand(slice)) {
            return Words.of("totals.ages", slice.replace('-', '–'));
        }
        return slice.equals(ALL) ? Words.of("totals.all") : TextFormat.capitalised(slice);
    }

    /** As part of a sentence, such as "ages 8–10" or "primary schools"; empty for all. */
    public static String inSentence(String slice) {
        if (isBand(slice)) {
            return Words.of("totals.agesInSentence", slice.replace('-', '–'));
        }
        return slice.equals(ALL) ? "" : Words.of("totals.schoolsOf", slice);
    }
}
