package uk.thinkuknow.web.internals;

/**
 * How the requests of one connection arrive: since when a header or a body is waited for. All times are in nanoseconds.
 * Not thread-safe: only the connection's event loop may call it.
 */
final class RequestArrival {
    private final long headerWithin;
    private long since;
    private long within;
    private boolean whole;

    /**
     * Starts with a new connection, whose first header is waited for.
     *
     * @param headerWithin how long a header may take
     */
    RequestArrival(long headerWithin, long now) {
        this.headerWithin = headerWithin;
        within = headerWithin;
        since = now;
    }

    /** Notes that bytes have come: those after a whole request begin the next header. */
    void bytes(long now) {
        if (whole) {
            whole = false;
            since = now;
            within = headerWithin;
        }
    }

    /**
     * Notes that the header of a request is complete.
     *
     * @param bodyWithin how long its body may take
     */
    void header(long bodyWithin, long now) {
        since = now;
        within = bodyWithin;
    }

    /** Notes that a request has arrived as a whole: from now on it is the sender who waits. */
    void end() {
        whole = true;
    }

    /** Gives the sender more time, because nothing was read from the connection meanwhile. */
    void extend(long by) {
        since += by;
    }

    boolean isTooSlow(long now) {
        return !whole && now - since > within;
    }
}
