package uk.thinkuknow.results.outcome;

import org.jspecify.annotations.Nullable;
import uk.thinkuknow.classroom.answers.Moves;
import uk.thinkuknow.results.outcome.WaitingPairs.PairQuestion;

/**
 * A batch: pairs of answers to one question by at least a hundred children, in numbers rounded to tens, which are shown
 * and never change.
 *
 * @param authority null if the batch covers a wider area; so are region and nation
 */
record Batch(
        PairQuestion asked,
        @Nullable String authority,
        @Nullable String region,
        @Nullable String nation,
        Moves moves) {}
