package uk.thinkuknow.attendance.register;

import org.jspecify.annotations.Nullable;
import uk.thinkuknow.counting.CardSet;

/**
 * What a signed return says of one class, or of a group of it: the line that is counted. None can be made that breaks an
 * invariant of the counting rules.
 */
public record ClassCount(
        long classId,
        @Nullable Long cardGroupId,
        CardSet namedA,
        CardSet namedB,
        CardSet inForce,
        CardSet forCards,
        int unnamed,
        int guests,
        int notTakingPart) {

    public ClassCount {
        require(namedA.and(namedB).isEmpty(), "a card is named once");
        require(inForce.and(forCards).containsAll(namedA.or(namedB)), "a named card is in force and of the session");
        require(unnamed >= 0 && guests >= 0 && notTakingPart >= 0, "no count is below nothing");
        require(
                namedA.size() + namedB.size() + unnamed <= inForce.and(forCards).size(),
                "no more children than cards, guests aside");
    }

    public CardSet named() {
        return namedA.or(namedB);
    }

    /** Children present: named, unnamed and guests, which is what the heads came to. */
    public int attendance() {
        return named().size() + unnamed + guests;
    }

    private static void require(boolean holds, String rule) {
        if (!holds) {
            throw new IllegalArgumentException("against the counting rules: " + rule);
        }
    }
}
