package uk.thinkuknow.classroom;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
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

    /**
     * What of a room can change: how it stands, whether cards share a tablet, and how often that or a seat's holder has
     * changed.
     */
    record RoomStanding(State state, boolean sharing, int revision) {
        boolean open() {
            return state == State.OPEN;
        }
    }

    /** Open to children, ended, or withdrawn from them because it was started by mistake. */
    enum State {
        OPEN,
        ENDED,
        WITHDRAWN;

        static State of(String stored) {
            return switch (stored) {
                case "open" -> OPEN;
                case "withdrawn" -> WITHDRAWN;
                default -> ENDED;
            };
        }

        String inWords() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
