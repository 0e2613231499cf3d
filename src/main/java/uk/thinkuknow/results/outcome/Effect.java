package uk.thinkuknow.results.outcome;

import uk.thinkuknow.classroom.answers.Moves;

/**
 * The difference between the shares that were high at the end and at the start, with its 95% confidence interval:
 * Wald's interval for matched pairs with Agresti and Min's two pseudo-pairs (Statistics in Medicine 24, 2005), widened
 * by what rounding to tens can add. Computed from batches alone.
 *
 * @param moves the sum of the batches
 * @param batches the number of batches
 * @param questions how many questions of a lesson one child may be counted with; taken as fully correlated, which makes
 *     the interval too wide rather than too narrow
 */
record Effect(Moves moves, int batches, int questions) {
    private static final double Z = 1.959964;

    /** The largest variance of one number rounded to tens at random: 5 up or down, with equal chance. */
    private static final double ROUNDING = 25;

    private static final int HUNDRED = 100;

    /** Returns the percentage that was high at the start, rounded to a whole number. */
    int before() {
        return percent(moves.highLow() + moves.highHigh());
    }

    /** Returns the percentage that was high at the end, rounded to a whole number. */
    int after() {
        return percent(moves.lowHigh() + moves.highHigh());
    }

    /** Returns the difference in percentage points, from -100 to 100. */
    double difference() {
        return HUNDRED * share();
    }

    /** Returns the lower end of the interval in percentage points, at least -100. */
    double low() {
        return HUNDRED * Math.max(-1, centre() - margin());
    }

    /** Returns the upper end of the interval in percentage points, at most 100. */
    double high() {
        return HUNDRED * Math.min(1, centre() + margin());
    }

    /** Returns whether the interval does not include 0, so that the page can say which way the difference goes. */
    boolean isConclusive() {
        return low() > 0 || high() < 0;
    }

    private double share() {
        return (moves.lowHigh() - moves.highLow()) / (double) moves.children();
    }

    private double centre() {
        return (moves.lowHigh() - moves.highLow()) / (moves.children() + 2.0);
    }

    private double margin() {
        double n = moves.children() + 2.0;
        double up = moves.lowHigh() + 0.5;
        double down = moves.highLow() + 0.5;
        double pairs = (up + down - (up - down) * (up - down) / n) / (n * n);
        double share = share();
        double rounding = ROUNDING * batches * (2 + 4 * share * share) / ((double) moves.children() * moves.children());
        return Z * Math.sqrt(questions * pairs + rounding);
    }

    private int percent(int part) {
        return (int) Math.round((double) HUNDRED * part / moves.children());
    }
}
