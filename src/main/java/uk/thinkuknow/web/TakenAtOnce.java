package uk.thinkuknow.web;

import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * Counts from how many connections requests were waiting at once for one thread. Whoever sends hundreds over one connection is
 * no crowd. Only that thread may touch it.
 */
final class TakenAtOnce {
    private final Executor thread;
    private @Nullable Object last;
    private int now;
    private int most;

    /** @param thread does what it is given once it has taken all that it found waiting */
    TakenAtOnce(Executor thread) {
        this.thread = thread;
    }

    /** One more; what comes over one connection comes in one go. */
    void one(Object connection) {
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

    /** The largest number since it was asked for the last time. */
    int mostSinceLast() {
        int found = most;
        most = 0;
        return found;
    }
}
