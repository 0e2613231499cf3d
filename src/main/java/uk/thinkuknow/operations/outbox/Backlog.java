package uk.thinkuknow.operations.outbox;

/** What waits in an outbox, for the page System and the metrics. */
public interface Backlog {
    /** Its name in the metrics. */
    String key();

    /** What waits, for example "Letters to staff". */
    String words();

    /** What to do when the oldest has waited for too long. */
    String advice();

    Waiting waiting();

    /** @param seconds since the oldest was written; 0 where none waits */
    record Waiting(long entries, long seconds) {
        static final Waiting NONE = new Waiting(0, 0);
    }
}
