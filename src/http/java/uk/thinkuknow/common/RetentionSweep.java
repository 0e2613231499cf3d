package uk.thinkuknow.common;

/** Runs one retention rule until nothing is due, as the nightly job does. */
public final class RetentionSweep {
    private RetentionSweep() {}

    /** Deletes everything that is due and returns the number of deleted rows. */
    public static int deleteAll(RetentionRule rule) {
        int gone = 0;
        for (int some = rule.deleteSome(); some > 0; some = rule.deleteSome()) {
            gone += some;
        }
        return gone;
    }
}
