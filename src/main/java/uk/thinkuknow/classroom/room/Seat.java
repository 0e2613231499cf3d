package uk.thinkuknow.classroom.room;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A card, or a visitor's badge, taken on a device in a session.
 *
 * @param key made by the device when it asked for the seat: the same key is the same device asking again
 * @param freedAt when the device went on to another card; null while the seat is held
 */
public record Seat(
        long id,
        Place place,
        UUID key,
        int generation,
        Instant takenAt,
        @Nullable Instant freedAt) {

    /** Where one can sit: at a card of a class, or as a visitor with a number. */
    public record Place(
            @Nullable Long classId,
            @Nullable Integer card,
            @Nullable String visitor,
            @Nullable Integer visitorNumber) {
        public static Place ofCard(long classId, int card) {
            return new Place(classId, card, null, null);
        }

        public static Place ofVisitor(String visitor, int number) {
            return new Place(null, null, visitor, number);
        }
    }

    public boolean isHeld() {
        return freedAt == null;
    }

    /** Of two readings of the same seat, the one that was made later. */
    static Seat later(Seat known, Seat fresh) {
        boolean older = fresh.generation < known.generation
                || (fresh.generation == known.generation && fresh.takenAt.isBefore(known.takenAt));
        return older ? known : fresh;
    }

    public SeatToken token(long session) {
        return new SeatToken(session, id, generation, takenAt.toEpochMilli());
    }
}
