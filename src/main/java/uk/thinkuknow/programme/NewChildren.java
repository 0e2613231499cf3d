package uk.thinkuknow.programme;

/**
 * Children a term reached who were new to the year: rule 7. Sums over classes.
 *
 * @param count the lower bound of the year to the term's end, less that of the year to the day before the term
 * @param lower at least so many of them are new
 * @param upper at most so many
 */
record NewChildren(int count, int lower, int upper) {
    static final NewChildren NONE = new NewChildren(0, 0, 0);

    /** @param before one class in the year before the term; @param toEnd the same class in the year to the term's end */
    static NewChildren of(ReachCount before, ReachCount toEnd) {
        return new NewChildren(
                toEnd.lower() - before.lower(),
                Math.max(0, toEnd.lower() - before.upper()),
                toEnd.upper() - before.lower());
    }

    NewChildren plus(NewChildren other) {
        return new NewChildren(count + other.count, lower + other.lower, upper + other.upper);
    }
}
