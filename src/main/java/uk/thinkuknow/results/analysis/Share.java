package uk.thinkuknow.results.analysis;

import java.util.Optional;

/**
 * Which part of some children did something, told as a range that is never narrower than ten of them: nobody can work out
 * from it, or from several, what fewer than ten did.
 *
 * @param from where the range begins, in percent
 * @param to where it ends
 */
record Share(int from, int to) {
    /** From so many children on there is anything to show: with fewer, a range of ten would be more than a quarter. */
    static final int CHILDREN_AT_LEAST = 40;

    /** Empty where there are too few. Of a part and the rest of the whole the ranges mirror each other. */
    static Optional<Share> of(int part, int whole) {
        if (whole < CHILDREN_AT_LEAST) {
            return Optional.empty();
        }
        int width = width(whole);
        long hundredths = 100L * Math.clamp(part, 0, whole);
        boolean lowerHalf = 2L * part <= whole;
        long below = lowerHalf ? hundredths : 100L * whole - hundredths;
        // Exactly the half belongs to the range below it, on either side.
        int from = Math.min((int) (below / ((long) width * whole)) * width, 50 - width);
        return Optional.of(lowerHalf ? new Share(from, from + width) : new Share(100 - from - width, 100 - from));
    }

    /** Are ranges of so many as wide as they get? */
    static boolean isRough(int whole) {
        return width(whole) == 25;
    }

    /** The smallest round part of a hundred that is ten children or more. */
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
            return "under " + to + "%";
        }
        return to == 100 ? "over " + from + "%" : from + " to " + to + "%";
    }

    /** The same at the start of a sentence. */
    String wordsFirst() {
        return Character.toUpperCase(words().charAt(0)) + words().substring(1);
    }

    /** So many children at least, in tens. */
    static String children(int whole) {
        return "at least " + whole / 10 * 10 + " children";
    }
}
