package uk.thinkuknow.reach.evidence;

import org.jspecify.annotations.Nullable;

/**
 * What a school came to in a year so far.
 *
 * @param reached children, each once
 * @param awaiting sessions whose return is not signed yet, which no figure here has in it
 * @param roll its pupils, where known
 */
public record SchoolFigures(
        String year,
        int reached,
        int atMost,
        int attendances,
        int awaiting,
        @Nullable Integer roll) {
    private static final int WHOLE = 100;

    /** The share of its pupils that was reached, in per cent; null where the roll is not known. */
    public @Nullable Integer share() {
        return roll == null || roll == 0 ? null : (int) Math.round((double) WHOLE * reached / roll);
    }
}
