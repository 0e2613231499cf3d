package uk.thinkuknow.classroom.board;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import uk.thinkuknow.classroom.room.Room;
import uk.thinkuknow.classroom.room.Rooms;
import uk.thinkuknow.classroom.room.Seat;
import uk.thinkuknow.classroom.room.SeatRows;
import uk.thinkuknow.common.NotFound;
import uk.thinkuknow.common.Refused;

/**
 * Carries out the teacher's acts on one card: frees it for another device, or moves its child to another card. Both
 * start a new generation of the seat: events from before are kept, and events that an old page dates later are refused.
 */
@Singleton
class SeatActs {
    private final SeatRows seats;
    private final Rooms rooms;
    private final Clock clock;
    private final RandomGenerator random;

    SeatActs(SeatRows seats, Rooms rooms, Clock clock, RandomGenerator random) {
        this.seats = seats;
        this.rooms = rooms;
        this.clock = clock;
        this.random = random;
    }

    /**
     * Names of the two cards of a move, for the audit and the teacher.
     *
     * @param swapped whether the two children changed places
     */
    record Moved(String from, String to, boolean swapped) {}

    /**
     * Takes a seat from its device: the card can be picked again, and the signer must check its mark.
     *
     * @return the name of its card or visitor
     * @throws NotFound if no device has the seat
     */
    String free(long session, String key) {
        var room = rooms.of(session);
        var seat = held(room, key);
        seats.takeAway(session, seat, clock.instant(), new UUID(random.nextLong(), random.nextLong()));
        rooms.refresh(session);
        return room.nameOf(seat.place());
    }

    /**
     * Moves the child at a seat to another card of the session with all their answers; their tablet follows. If another
     * device has that card, the two change places.
     *
     * @throws NotFound if no device has the seat, or the session has no such card
     * @throws Refused if it is the child's own card, was used in this session and then left, or, for a visitor, is on a
     *     device
     */
    Moved move(long session, String key, String classId, int card) {
        var room = rooms.of(session);
        var seat = held(room, key);
        var ofClass = room.ofClass(classId);
        if (ofClass == null || ofClass.card(card) == null) {
            throw new NotFound();
        }
        var to = Seat.Place.ofCard(ofClass.id(), card);
        var there = Optional.ofNullable(room.at(to));
        if (there.filter(other -> other.id() == seat.id()).isPresent()) {
            throw new Refused("board.ownCard");
        }
        boolean swapped = there.filter(Seat::isHeld).isPresent();
        if (there.isPresent() && !swapped) {
            throw new Refused("board.cardWasUsed", room.nameOf(to));
        }
        if (swapped && seat.place().card() == null) {
            throw new Refused("board.onAnotherDevice", room.nameOf(to));
        }
        seats.move(session, seat, to, there, clock.instant());
        rooms.refresh(session);
        return new Moved(room.nameOf(seat.place()), room.nameOf(to), swapped);
    }

    /**
     * The seat that a device has, by the key of its tile.
     *
     * @param key "class/number" of a card, or "v/number" of a visitor, as in the tiles' keys
     */
    private static Seat held(Room room, String key) {
        return room.seats().stream()
                .filter(Seat::isHeld)
                .filter(seat -> room.keyOf(seat.place()).equals(key))
                .findFirst()
                .orElseThrow(NotFound::new);
    }
}
