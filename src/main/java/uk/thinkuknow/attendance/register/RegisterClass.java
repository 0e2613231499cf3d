package uk.thinkuknow.attendance.register;

import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.PublicId;
import uk.thinkuknow.counting.CardSet;

/**
 * A class as a register needs it: its cards in force on the day of the session, and the cards that the session was for.
 */
public record RegisterClass(
        long classId,
        PublicId publicId,
        String name,
        @Nullable Long cardGroupId,
        CardSet inForce,
        CardSet forCards) {

    /** Returns the cards that can be marked; not more children of the class can have attended. */
    CardSet eligible() {
        return inForce.and(forCards);
    }
}
