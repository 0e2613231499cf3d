package uk.thinkuknow.web;

import java.util.concurrent.Executor;

/** Counts how many requests one thread found waiting at once. Only that thread may touch it. */
final class TakenAtOnce {
    private final Executor thread;
    private int now;
    private int most;

    /** @param thread does what it is given once it has taken all that it found waiting */
    TakenAtOnce(Executor thread) {
        this.thread = thread;
    }

    /** One more. */
    void one() {
        if (now == 0) {
            thread.execute(this::noneLeft);
        }
        now++;
    }

    private void noneLeft() {
        most = Math.max(most, now);
        now = 0;
    }

    /** The largest number since it was asked for the last time. */
    int mostSinceLast() {
        int found = most;
        most = 0;
        return found;
    }
}
