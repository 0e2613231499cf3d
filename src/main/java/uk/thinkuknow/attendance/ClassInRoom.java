package uk.thinkuknow.attendance;

import org.jspecify.annotations.Nullable;
import uk.thinkuknow.school.CardSet;
import uk.thinkuknow.shared.PublicId;

/** A class as the register sees it: the cards in force on the day, and those that the session was for. */
record ClassInRoom(
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
