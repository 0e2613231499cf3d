package uk.thinkuknow.attendance.register;

import org.jspecify.annotations.Nullable;
import uk.thinkuknow.counting.CardSet;

/**
 * The children of one class, or of a group of it, in a return: named cards, unnamed children and guests. The
 * constructor refuses counts that break the counting rules.
 *
 * @param cardGroupId the group that the session was for; null for the whole class
 * @param namedA cards named by devices (grade A)
 * @param namedB cards ticked by the signer (grade B)
 * @param inForce the class's cards in force on the day
 * @param forCards the cards that the session was for
 * @param unnamed children of the class without a card
 * @param guests children of other classes
 */
public record ClassAttendance(
        long classId,
        @Nullable Long cardGroupId,
        CardSet namedA,
        CardSet namedB,
        CardSet inForce,
        CardSet forCards,
        int unnamed,
        int guests,
        int notTakingPart) {

    public ClassAttendance {
        if (!namedA.and(namedB).isEmpty()) {
            throw new IllegalArgumentException("a card is named twice");
        }
        if (!inForce.and(forCards).containsAll(namedA.or(namedB))) {
            throw new IllegalArgumentException("a named card is not in force or not of the session");
        }
        if (unnamed < 0 || guests < 0 || notTakingPart < 0) {
            throw new IllegalArgumentException("a count is below 0");
        }
        if (namedA.size() + namedB.size() + unnamed > inForce.and(forCards).size()) {
            throw new IllegalArgumentException("more children than cards, guests aside");
        }
    }

    public CardSet named() {
        return namedA.or(namedB);
    }

    /** Returns the children present: named, unnamed and guests, which together are the heads. */
    public int attendance() {
        return named().size() + unnamed + guests;
    }
}
