package uk.thinkuknow.web;

/**
 * How important a request is. The less important, the earlier it is refused when there are too many; the least
 * important comes first here.
 */
public enum Importance {
    REPORT(150, 300, 10),
    STAFF(200, 400, 5),
    JOIN(300, 500, 2),
    ANSWER(1_000, 3_000, 2);

    private final int from;
    private final int to;
    private final int retryAfter;

    Importance(int from, int to, int retryAfter) {
        this.from = from;
        this.to = to;
        this.retryAfter = retryAfter;
    }

    /** The share of requests to refuse, from 0 to 1; it grows with the lag of the event loops in milliseconds. */
    double share(double lagMillis) {
        return Math.clamp((lagMillis - from) / (to - from), 0, 1);
    }

    /** The lag in milliseconds from which every such request is refused. */
    int allFrom() {
        return to;
    }

    /** The Retry-After header, in seconds. */
    int retryAfter() {
        return retryAfter;
    }
}
