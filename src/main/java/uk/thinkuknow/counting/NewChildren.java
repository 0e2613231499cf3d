package uk.thinkuknow.counting;

/**
 * The number of children new to the year in a period, with its bounds (counting rule 7), for a class or a sum of
 * classes.
 *
 * @param count the lower bound of the year to the period's end, less that of the year to the day before the period
 * @param lower at least this many are new
 * @param upper at most this many are new
 */
public record NewChildren(int count, int lower, int upper) {

    /**
     * Subtracts the reach before a period from the reach to its end.
     *
     * @param before from the start of the year to the day before the period
     * @param toEnd from the start of the year to the end of the period
     */
    public static NewChildren of(ReachCount before, ReachCount toEnd) {
        return new NewChildren(
                toEnd.lower() - before.lower(),
                Math.max(0, toEnd.lower() - before.upper()),
                toEnd.upper() - before.lower());
    }
}
