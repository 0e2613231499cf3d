package uk.thinkuknow.attendance.register;

import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.PublicId;
import uk.thinkuknow.counting.CardSet;

/** A class as the register sees it: the cards in force on the day, and those that the session was for. */
public record ClassInRoom(
        long classId,
        PublicId publicId,
        String name,
        @Nullable Long cardGroupId,
        CardSet inForce,
        CardSet forCards) {

    /** The cards that can be marked: no more children of the class can have been there. */
    CardSet eligible() {
        return inForce.and(forCards);
    }
}
