package uk.thinkuknow.common;

/**
 * Limits what each sender sends: many things at once, then one after each short time. Each instance counts alone.
 *
 * <p>Its memory does not grow: a sender has one of many places, by the hash of its name, and invented names only use
 * places. Two senders in one place share its limit.
 */
public final class SenderPace {
    private static final int PLACES = 1 << 16;

    private final int atOnce;
    private final int thenMillis;

    /** When the things of each place would have been sent one by one, in epoch milliseconds. */
    private final long[] used = new long[PLACES];

    /**
     * A pace of its own.
     *
     * @param atOnce how many a sender sends at once
     * @param thenMillis the milliseconds after which each further one is allowed
     */
    public SenderPace(int atOnce, int thenMillis) {
        this.atOnce = atOnce;
        this.thenMillis = thenMillis;
    }

    /** Counts so many things of a sender with this name; returns false, and counts none, if they are too many. */
    public synchronized boolean allows(Object sender, int things, long nowMillis) {
        int hash = sender.hashCode();
        int place = (hash ^ hash >>> 16) & (PLACES - 1);
        long until = Math.max(nowMillis, used[place]) + (long) things * thenMillis;
        if (until > nowMillis + (long) atOnce * thenMillis) {
            return false;
        }
        used[place] = until;
        return true;
    }
}
