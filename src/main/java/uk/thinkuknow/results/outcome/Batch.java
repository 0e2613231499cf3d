package uk.thinkuknow.results.outcome;

import org.jspecify.annotations.Nullable;
import uk.thinkuknow.classroom.answers.Moves;
import uk.thinkuknow.results.outcome.Waiting.Asked;

/**
 * What is shown of many children at once: once and for good, in rounded numbers.
 *
 * @param authority null where the batch is of a wider area; and so on upwards
 */
record Batch(
        Asked asked,
        @Nullable String authority,
        @Nullable String region,
        @Nullable String nation,
        Moves moves) {}
