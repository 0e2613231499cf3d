package uk.thinkuknow.operations.outbox;

/** Gives the number and age of an outbox's pending entries, for the System page and the metrics. */
public interface Backlog {
    /** The outbox's name in the metrics. */
    String key();

    /** What its entries are, for example "Letters to staff". */
    String words();

    /** The advice for administrators when the oldest entry has waited too long. */
    String advice();

    PendingCount waiting();

    /**
     * The pending entries of an outbox.
     *
     * @param entries how many there are
     * @param seconds the age of the oldest; 0 if there is none
     */
    record PendingCount(long entries, long seconds) {
        static final PendingCount NONE = new PendingCount(0, 0);
    }
}
