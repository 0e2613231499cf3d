package uk.thinkuknow.results.outcome;

import uk.thinkuknow.classroom.answers.Moves;

/**
 * The difference between the share that was high at the end and at the start, with the interval in which it lies with 95%
 * certainty: Wald's interval for matched pairs with Agresti and Min's two pseudo-pairs (Statistics in Medicine 24, 2005),
 * widened by what rounding to tens can add. Made of batches alone.
 *
 * @param moves the sum of batches
 * @param batches how many
 * @param questions how many questions of a lesson one child may stand in it with: taken to go together entirely, which makes the
 *     interval rather too wide
 */
record Effect(Moves moves, int batches, int questions) {
    private static final double Z = 1.959964;

    /** The largest variance that rounding one number to tens by chance can have: 5 up or down, half and half. */
    private static final double ROUNDING = 25;

    private static final int HUNDRED = 100;

    /** Whole percent that were high at the start. */
    int before() {
        return percent(moves.highLow() + moves.highHigh());
    }

    int after() {
        return percent(moves.lowHigh() + moves.highHigh());
    }

    /** In points, from -100 to 100. */
    double difference() {
        return HUNDRED * share();
    }

    /** The interval's lower end in points. */
    double low() {
        return HUNDRED * Math.max(-1, centre() - margin());
    }

    double high() {
        return HUNDRED * Math.min(1, centre() + margin());
    }

    /** Does the interval hold nothing but one direction? */
    boolean isTold() {
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
