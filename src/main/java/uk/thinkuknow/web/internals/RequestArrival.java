package uk.thinkuknow.web.internals;

import org.jspecify.annotations.Nullable;

/**
 * How the requests of one connection arrive: since when a header or a body is waited for. All times are in nanoseconds.
 * Not thread-safe: only the connection's event loop may call it.
 */
final class RequestArrival {
    /** A request whose header is complete. */
    interface Begun {
        /** Returns whether its body has been read, or it has none. */
        boolean isRead();

        boolean isAnswered();
    }

    private final long headerWithin;
    private long since;
    private long bodyWithin;
    private boolean untimed;
    /** The latest request; null while a header is waited for. */
    private @Nullable Begun request;

    /**
     * Starts with a new connection, whose first header is waited for.
     *
     * @param headerWithin how long a header may take
     */
    RequestArrival(long headerWithin, long now) {
        this.headerWithin = headerWithin;
        since = now;
    }

    /** Notes that bytes have come: those after an answered request begin the next header. */
    void bytes(long now) {
        if (request != null && request.isAnswered()) {
            request = null;
            since = now;
        }
    }

    /**
     * Notes that the header of a request is complete.
     *
     * @param within how long its body may take
     */
    void header(Begun begun, long within, long now) {
        request = begun;
        since = now;
        bodyWithin = within;
    }

    /** Ends all timing: several requests share the connection, so its bytes tell nothing of one of them. */
    void share() {
        untimed = true;
    }

    boolean isTooSlow(long now) {
        if (untimed) {
            return false;
        }
        return request == null
                ? now - since > headerWithin
                : !request.isRead() && !request.isAnswered() && now - since > bodyWithin;
    }
}
