package uk.thinkuknow.attendance.returns;

import java.time.Instant;
import java.util.List;
import uk.thinkuknow.counting.CardSet;

/**
 * A return signed elsewhere or before this installation had its session: who signed, when, and the marks of each class.
 */
public record PastReturn(long sessionId, String signedBy, Instant at, List<ClassMarks> classes) {

    /**
     * The marks of one class: cards named on devices, cards ticked from the list, and numbers for the other children.
     */
    public record ClassMarks(
            long classId, CardSet namedA, CardSet namedB, int unnamed, int guests, int notTakingPart) {}
}
