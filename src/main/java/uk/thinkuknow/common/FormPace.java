package uk.thinkuknow.common;

/**
 * Limits the forms of each signed-in browser: many at once, then two a second. Each instance counts alone.
 *
 * <p>Its memory does not grow: a browser has one of many places, by the hash of its cookie, and invented cookies only use
 * places. Two browsers in one place share its limit.
 */
public final class FormPace {
    static final int AT_ONCE = 120;
    static final int THEN_MILLIS = 500;
    private static final int PLACES = 1 << 16;

    /** When the forms of each place would have been sent one by one, in epoch milliseconds. */
    private final long[] used = new long[PLACES];

    /** Counts a form of a browser with this cookie; returns false if it is one too many. */
    public synchronized boolean allows(String cookie, long nowMillis) {
        int hash = cookie.hashCode();
        int place = (hash ^ hash >>> 16) & (PLACES - 1);
        long until = Math.max(nowMillis, used[place]) + THEN_MILLIS;
        if (until > nowMillis + (long) AT_ONCE * THEN_MILLIS) {
            return false;
        }
        used[place] = until;
        return true;
    }
}
