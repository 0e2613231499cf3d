package uk.thinkuknow.common;

import java.time.LocalDate;

/** How long something is kept: said, and deleted once its day has come, by the feature that holds it. */
public interface RetentionRule {
    Terms terms();

    /** How many are due now. */
    long due();

    /**
     * Deletes the next of them, in a transaction of its own; whoever does so at the same moment takes others, or none.
     *
     * @return how many; 0 when none is left
     */
    int deleteSome();

    /**
     * A rule in words.
     *
     * @param key in addresses and in what was written of each run
     * @param what is deleted, as the beginning of a sentence
     * @param after what the days are counted from
     * @param days so many whole days it is kept
     * @param why no longer, and no shorter
     * @param since the day from which the rule holds
     */
    record Terms(String key, String what, String after, int days, String why, LocalDate since) {}
}
