package uk.thinkuknow.classroom;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.shared.PublicId;

/** What the database knows of a room, without its seats. */
record RoomRow(
        long session,
        PublicId publicId,
        long moduleVersion,
        @Nullable CodeHash code,
        Instant openUntil,
        RoomStanding standing,
        List<RoomClass> classes) {

    /** What of a room can change: whether it is open, and how often that or a seat's holder has changed. */
    record RoomStanding(boolean open, int revision) {}
}
