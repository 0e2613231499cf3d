package uk.thinkuknow.results.analysis;

import java.util.Optional;
import uk.thinkuknow.common.Words;

/**
 * The share of some children who did something, as a percentage range that always holds ten possible counts or more:
 * nobody can work out from one range, or from several, a number below ten.
 *
 * @param from start of the range, in percent
 * @param to end of the range, in percent
 */
record Share(int from, int to) {
    /** Fewer children are not shown: a range of ten of them would be wider than a quarter. */
    static final int CHILDREN_AT_LEAST = 40;

    /**
     * Returns the range; empty below 40 children. The ranges of a part and of the rest of the whole mirror each other,
     * unless both are exactly half.
     */
    static Optional<Share> of(int part, int whole) {
        if (whole < CHILDREN_AT_LEAST) {
            return Optional.empty();
        }
        int width = width(whole);
        long hundredths = 100L * Math.clamp(part, 0, whole);
        boolean lowerHalf = 2L * part <= whole;
        long below = lowerHalf ? hundredths : 100L * whole - hundredths;
        // Exactly half belongs to the range below it, on either side.
        int from = Math.min((int) (below / ((long) width * whole)) * width, 50 - width);
        return Optional.of(lowerHalf ? new Share(from, from + width) : new Share(100 - from - width, 100 - from));
    }

    /** Returns whether the ranges of so many children have their largest width, 25%. */
    static boolean isRough(int whole) {
        return width(whole) == 25;
    }

    /** Returns the smallest of 1, 2, 5, 10 and 25 percent that is ten children or more. */
    private static int width(int whole) {
        for (int width : new int[] {1, 2, 5, 10}) {
            if (width * whole >= 1000) {
                return width;
            }
        }
        return 25;
    }

    String words() {
        if (from == 0) {
            return Words.of("analysis.under", to);
        }
        return to == 100 ? Words.of("analysis.over", from) : Words.of("analysis.range", from, to);
    }

    /** Returns the range in words for the start of a sentence. */
    String wordsFirst() {
        return Character.toUpperCase(words().charAt(0)) + words().substring(1);
    }

    /** Returns the number rounded down to tens in words, such as "at least 120 children". */
    static String children(int whole) {
        return Words.of("analysis.atLeast", String.valueOf(whole / 10 * 10));
    }
}
