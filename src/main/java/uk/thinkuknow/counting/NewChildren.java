package uk.thinkuknow.counting;

/**
 * Children a term reached who were new to the year: rule 7, for a class or for any sum of classes.
 *
 * @param count the lower bound of the year to the term's end, less that of the year to the day before the term
 * @param lower at least so many of them are new
 * @param upper at most so many
 */
public record NewChildren(int count, int lower, int upper) {

    /** @param before the year to the day before the term; @param toEnd the year to the term's end */
    public static NewChildren of(ReachCount before, ReachCount toEnd) {
        return new NewChildren(
                toEnd.lower() - before.lower(),
                Math.max(0, toEnd.lower() - before.upper()),
                toEnd.upper() - before.lower());
    }
}
