package uk.thinkuknow.classroom.answers;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The activity of one seat in a session, as counting rule 1 needs it.
 *
 * @param visitor null for a card; "class" for a child who did not find their card, "guest" for a child of another class
 * @param stepsSeen number of different steps viewed or answered
 * @param first the earlier of the taking of the seat and its first event
 * @param last the later of the taking of the seat and its last event
 * @param toCheck the device went on to another card, so the signer should check the mark
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
