package uk.thinkuknow.common;

import java.util.HashMap;
import java.util.Map;

/** Limits the forms of each signed-in browser: many at once, then two a second. Each instance counts alone. */
public final class FormPace {
    static final int AT_ONCE = 120;
    static final int THEN_MILLIS = 500;
    private static final int TIDIED_AT = 10_000;

    /** When the forms that a browser has sent would have been sent one by one, in epoch milliseconds. */
    private final Map<String, Long> used = new HashMap<>();

    /** Counts a form of a browser with this cookie; returns false if it is one too many. */
    public synchronized boolean allows(String cookie, long nowMillis) {
        if (used.size() >= TIDIED_AT) {
            used.values().removeIf(until -> until <= nowMillis);
        }
        long until = Math.max(nowMillis, used.getOrDefault(cookie, 0L)) + THEN_MILLIS;
        if (until > nowMillis + (long) AT_ONCE * THEN_MILLIS) {
            return false;
        }
        used.put(cookie, until);
        return true;
    }
}
