package uk.thinkuknow.classroom.answers;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What one seat did in a session, for the register (counting rule 1): how many steps it saw, and when it was first and
 * last active.
 *
 * @param visitor null for a card; "class" for a child who did not find their card, "guest" for a child of another class
 * @param stepsSeen number of different steps viewed or answered
 * @param first when the seat was taken, or its first event if that is earlier
 * @param last its last event, or when the seat was taken if that is later
 * @param toCheck whether the signer must check its mark, because the card left a device before the child had finished
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
