package uk.thinkuknow.common;

import java.time.LocalDate;

/**
 * Says how long one kind of row is kept, and counts and deletes the rows whose time is over. The package that owns the
 * rows implements it.
 */
public interface RetentionRule {
    Terms terms();

    /** The number of rows that are due for deletion now. */
    long due();

    /**
     * Deletes the next batch of due rows in its own transaction. Two callers at the same moment delete different rows.
     *
     * @return the number of deleted rows; 0 when none is left
     */
    int deleteSome();

    /**
     * The description of a retention rule, as pages show it.
     *
     * @param key in URLs and in the log of deletion runs
     * @param what the deleted rows are, as the start of a sentence
     * @param after the event from which the days are counted
     * @param days the number of whole days that a row is kept
     * @param why it is kept neither longer nor shorter
     * @param since the day from which the rule holds
     */
    record Terms(String key, String what, String after, int days, String why, LocalDate since) {}
}
