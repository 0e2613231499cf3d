package uk.thinkuknow.classroom.board;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.UUID;
import java.util.random.RandomGenerator;
import uk.thinkuknow.classroom.room.DoorRequests;
import uk.thinkuknow.classroom.room.Rooms;
import uk.thinkuknow.classroom.room.Seat;
import uk.thinkuknow.classroom.room.SeatRows;

/** Carries out the teacher's acts on who is in a room: lets waiting devices in, or frees every seat. */
@Singleton
class DoorActs {
    private final DoorRequests door;
    private final SeatRows seats;
    private final Rooms rooms;
    private final Clock clock;
    private final RandomGenerator random;

    DoorActs(DoorRequests door, SeatRows seats, Rooms rooms, Clock clock, RandomGenerator random) {
        this.door = door;
        this.seats = seats;
        this.rooms = rooms;
        this.clock = clock;
        this.random = random;
    }

    /**
     * Lets in the devices that wait now, beyond the room's places too.
     *
     * @return how many they are
     */
    int letIn(long session) {
        return door.letIn(session, clock.instant());
    }

    /**
     * Takes every seat from its device, and forgets the devices at the door. Children pick their cards again, and for a
     * minute each waits until the teacher lets it in; each mark is to be checked.
     *
     * @return how many seats were freed
     */
    int freeAll(long session) {
        rooms.refresh(session);
        var held = rooms.of(session).seats().stream().filter(Seat::isHeld).toList();
        var now = clock.instant();
        held.forEach(seat -> seats.takeAway(session, seat, now, new UUID(random.nextLong(), random.nextLong())));
        door.clear(session);
        rooms.refresh(session);
        return held.size();
    }
}
