package uk.thinkuknow.counting;

/**
 * The number of different children that a period reached, between two bounds (counting rule 4). Counts add up over
 * classes.
 *
 * @param lower at least this many children: the headline
 * @param upper at most this many children
 * @param largestSession the largest attendance of one session of each class, a lower bound that needs no cards
 * @param attendances children present, summed over sessions
 */
public record ReachCount(int lower, int upper, int largestSession, int attendances) {
    public static final ReachCount NONE = new ReachCount(0, 0, 0, 0);

    /** The sum over different classes. */
    public ReachCount plus(ReachCount other) {
        return new ReachCount(
                lower + other.lower,
                upper + other.upper,
                largestSession + other.largestSession,
                attendances + other.attendances);
    }

    /** The sum without a part of it. */
    public ReachCount minus(ReachCount part) {
        return new ReachCount(
                lower - part.lower,
                upper - part.upper,
                largestSession - part.largestSession,
                attendances - part.attendances);
    }

    /** The reach of a period alone, with its range. */
    public ReachFigure figure() {
        return ReachFigure.ofPeriod(this);
    }
}
