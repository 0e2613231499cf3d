package uk.thinkuknow.schools.school;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.PublicId;
import uk.thinkuknow.counting.CardSet;

/**
 * Some of a class's cards: a set, a half class.
 *
 * @param catchUpOn the one day for which it was made, to catch up with a lesson; null for any other group
 */
public record GroupFacts(
        long id,
        PublicId publicId,
        String name,
        CardSet cards,
        @Nullable LocalDate catchUpOn) {
    /** Was it made for the catch-up of an earlier day? Then nobody chooses it any more. */
    public boolean isOver(LocalDate today) {
        return catchUpOn != null && catchUpOn.isBefore(today);
    }
}
