package uk.thinkuknow.schools.school;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.PublicId;
import uk.thinkuknow.counting.CardSet;

/**
 * Snapshot of a group of cards of one class: a set or a half class, for example.
 *
 * @param since when it was made, or its cards were last changed
 * @param catchUpOn the day of the catch-up session it was made for; null for any other group
 */
public record GroupFacts(
        long id,
        PublicId publicId,
        String name,
        CardSet cards,
        Instant since,
        @Nullable LocalDate catchUpOn) {
    /** Returns whether it was made for a catch-up session of an earlier day, and so can no longer be chosen. */
    public boolean isOver(LocalDate today) {
        return catchUpOn != null && catchUpOn.isBefore(today);
    }
}
