package uk.thinkuknow.common;

/** What a night does with one rule. */
public final class Due {
    private Due() {}

    /** Deletes until nothing is left; how many. */
    public static int deleteAll(RetentionRule rule) {
        int gone = 0;
        for (int some = rule.deleteSome(); some > 0; some = rule.deleteSome()) {
            gone += some;
        }
        return gone;
    }
}
