package uk.thinkuknow.web;

import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * Counts how many connections had requests waiting at once for one event loop. Requests that one connection sent in a
 * row count once. Not thread-safe: only that event loop may call it.
 */
final class WaitingConnections {
    private final Executor thread;
    private @Nullable Object last;
    private int now;
    private int most;

    /** @param thread runs the tasks it is given after all requests that were waiting */
    WaitingConnections(Executor thread) {
        this.thread = thread;
    }

    /** Counts a request; successive requests of one connection count once. */
    void add(Object connection) {
        if (connection == last) {
            return;
        }
        last = connection;
        if (now == 0) {
            thread.execute(this::noneLeft);
        }
        now++;
    }

    private void noneLeft() {
        most = Math.max(most, now);
        now = 0;
        last = null;
    }

    /** The largest count since the last call. */
    int takeLargest() {
        int found = most;
        most = 0;
        return found;
    }
}
