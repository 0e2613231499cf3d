package uk.thinkuknow.attendance.returns;

import java.time.Instant;
import java.util.List;
import uk.thinkuknow.counting.CardSet;

/** A return that was signed before this installation kept the session: who signed, when, and what each class came to. */
public record PastReturn(long sessionId, String signedBy, Instant at, List<ClassMarks> classes) {

    /** What a class of the session came to: cards named on devices, cards ticked from the list, and the rest by number. */
    public record ClassMarks(
            long classId, CardSet namedA, CardSet namedB, int unnamed, int guests, int notTakingPart) {}
}
