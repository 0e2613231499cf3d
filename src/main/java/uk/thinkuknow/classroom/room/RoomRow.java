package uk.thinkuknow.classroom.room;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.Language;

/** A room as read from the database, with its classes but without its seats. */
public record RoomRow(
        long session,
        String nation,
        Language language,
        @Nullable CodeHash code,
        Instant startedAt,
        Instant openUntil,
        RoomStanding standing,
        List<RoomClass> classes) {

    /**
     * The part of a room that changes while it is open.
     *
     * @param moduleVersion the version of the lesson in use; a new one after a step was withdrawn
     * @param revision counts the changes, including changes of a seat's holder
     */
    public record RoomStanding(State state, Door door, Pacing pacing, long moduleVersion, int revision) {
        public boolean open() {
            return state == State.OPEN;
        }

        boolean isBefore(RoomStanding other) {
            return revision < other.revision;
        }

        public boolean sharing() {
            return door.sharing();
        }

        /** The state for children's pages: open, paused, ended or withdrawn. */
        public String inWords() {
            return open() && pacing.paused() ? "paused" : state.inWords();
        }
    }

    /**
     * What the teacher has set for taking seats.
     *
     * @param sharing whether up to three cards share a tablet
     * @param locked whether new seats are refused
     */
    public record Door(boolean sharing, boolean locked) {}

    /** Open to children, ended, or withdrawn from them because the session was cancelled or its lesson withdrawn. */
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
