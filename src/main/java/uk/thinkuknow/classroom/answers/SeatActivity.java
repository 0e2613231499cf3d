package uk.thinkuknow.classroom.answers;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What one seat did in a session, as rule 1 of the counting needs it.
 *
 * @param visitor null for a card; "class" for a child who did not find her card, "guest" for one of another class
 * @param stepsSeen different steps viewed or answered
 * @param first when the seat was taken
 * @param last its last event, or its taking
 * @param toCheck the device went on to another card, so the signer should look
 */
public record SeatActivity(
        @Nullable Long classId,
        @Nullable Integer card,
        @Nullable String visitor,
        @Nullable Integer visitorNumber,
        int stepsSeen,
        Instant first,
        Instant last,
        boolean toCheck) {}
