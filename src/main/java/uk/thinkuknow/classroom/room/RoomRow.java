package uk.thinkuknow.classroom.room;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.Language;

/** What the database knows of a room, without its seats. */
public record RoomRow(
        long session,
        String nation,
        Language language,
        @Nullable CodeHash code,
        Instant openUntil,
        RoomStanding standing,
        List<RoomClass> classes) {

    /**
     * What of a room can change.
     *
     * @param moduleVersion the version of the lesson that runs; another one once a step was withdrawn
     * @param revision how often any of it, or a seat's holder, has changed
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

        /** What children's pages are told. */
        public String inWords() {
            return open() && pacing.paused() ? "paused" : state.inWords();
        }
    }

    /** Who may come in: whether up to three cards share a tablet, and whether nobody new may any more. */
    public record Door(boolean sharing, boolean locked) {}

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
