package uk.thinkuknow.reach.evidence;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.counting.PendingReturns;
import uk.thinkuknow.counting.ReachFigure;

/**
 * The reach and attendances of a school in the current school year.
 *
 * @param reached the different children
 * @param pending sessions that are not included in the other figures
 * @param roll the pupils by the national register, if known
 */
public record SchoolFigures(
        String year,
        ReachFigure reached,
        int attendances,
        PendingReturns pending,
        @Nullable Integer roll) {
    private static final int WHOLE = 100;

    /**
     * The share of pupils reached, in whole per cent; null if the roll is not known or 0. Above 100 if more children
     * were counted than there are pupils.
     */
    public @Nullable Integer share() {
        return roll == null || roll == 0 ? null : (int) Math.round((double) WHOLE * reached.headline() / roll);
    }

    /** For example "2 sessions await their return; 1 return, 9 children to be confirmed"; may be empty. */
    String pendingInWords() {
        var awaiting = pending.awaiting() == 0 ? "" : Words.of("evidence.sessionsAwait", pending.awaiting());
        var toConfirm = pending.toConfirm() == 0 ? "" : pending.toConfirmInWords();
        return Stream.of(awaiting, toConfirm).filter(part -> !part.isEmpty()).collect(Collectors.joining("; "));
    }
}
