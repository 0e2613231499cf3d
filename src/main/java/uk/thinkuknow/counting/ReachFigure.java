package uk.thinkuknow.counting;

/**
 * A number of different children reached, and its range: they are one thing, and neither is shown without the other.
 * Only the counting rules make one: rule 4 from the reach of a period, rule 7 for the children new to the year.
 *
 * @param headline the number that is published
 * @param atLeast the lower end of its range
 * @param atMost the upper end of its range
 */
public record ReachFigure(int headline, int atLeast, int atMost) {

    /** The reach of a period alone, for which the headline is the lower bound (counting rule 4). */
    static ReachFigure ofPeriod(ReachCount own) {
        return new ReachFigure(own.lower(), own.lower(), own.upper());
    }

    /**
     * The children new to the year in a period, for a class or a sum of classes (counting rule 7): the reach up to the
     * end of the period less the reach before it.
     *
     * @param before from the start of the year to the day before the period
     * @param toEnd from the start of the year to the end of the period
     */
    public static ReachFigure newToYear(ReachCount before, ReachCount toEnd) {
        return new ReachFigure(
                toEnd.lower() - before.lower(),
                Math.max(0, toEnd.lower() - before.upper()),
                toEnd.upper() - before.lower());
    }

    /** The figure as text. */
    public FigureText text() {
        return FigureText.of(this);
    }
}
