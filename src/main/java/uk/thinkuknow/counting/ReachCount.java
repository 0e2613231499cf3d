package uk.thinkuknow.counting;

/**
 * How many children a period reached, as far as its signed returns can tell. Sums over classes.
 *
 * @param lower at least so many different children: the headline
 * @param upper at most so many
 * @param largestSession the largest attendance of one session of each class: needs no card to keep its child
 * @param attendances children here, summed over sessions
 */
public record ReachCount(int lower, int upper, int largestSession, int attendances) {
    public static final ReachCount NONE = new ReachCount(0, 0, 0, 0);

    public ReachCount plus(ReachCount other) {
        return new ReachCount(
                lower + other.lower,
                upper + other.upper,
                largestSession + other.largestSession,
                attendances + other.attendances);
    }
}
