package uk.thinkuknow.attendance.returns;

import java.time.Instant;
import java.util.List;
import uk.thinkuknow.counting.CardSet;

/**
 * A return of a past session, to be stored without the register page: who signed it and when, and the marks of each
 * class. It is used for paper registers and demo data.
 */
public record PastReturn(long sessionId, String signedBy, Instant at, List<ClassMarks> classes) {

    /**
     * The marks of one class: cards named on devices, cards ticked from the list, and the numbers of children without a
     * card, of guests and of children not taking part.
     */
    public record ClassMarks(
            long classId, CardSet namedA, CardSet namedB, int unnamed, int guests, int notTakingPart) {}
}
