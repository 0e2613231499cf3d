package uk.thinkuknow.classroom.room;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A card or a visitor's badge taken on a device in a session.
 *
 * @param key made by the device; a repeated request has the same key
 * @param generation rises each time the seat changes devices or cards
 * @param freedAt when its device left it; null while a device holds it
 */
public record Seat(
        long id,
        Place place,
        UUID key,
        int generation,
        Instant takenAt,
        @Nullable Instant freedAt) {

    /** A place in a session: a card of a class, or a visitor with a number. */
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

        /** The card's number if it is one of this class; otherwise null. */
        @Nullable
        Integer cardOf(long aClass) {
            return classId != null && classId == aClass ? card : null;
        }
    }

    public boolean isHeld() {
        return freedAt == null;
    }

    /** The newer of two readings of a seat; the known one if they are equal. */
    static Seat later(Seat known, Seat fresh) {
        boolean older = fresh.generation < known.generation
                || (fresh.generation == known.generation && fresh.takenAt.isBefore(known.takenAt));
        return older || fresh.equals(known) ? known : fresh;
    }

    public SeatToken token(long session) {
        return new SeatToken(session, id, generation, takenAt.toEpochMilli());
    }
}
