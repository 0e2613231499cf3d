package uk.thinkuknow.classroom.board;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.classroom.player.RoomProgress;
import uk.thinkuknow.classroom.room.Room;
import uk.thinkuknow.classroom.room.SeatRequestRows;
import uk.thinkuknow.classroom.room.SeatRequests;

/** Reads the devices that wait for the teacher: for a card that another device has, or at the door. */
@Singleton
class WaitingDevices {
    private final SeatRequestRows requests;

    WaitingDevices(SeatRequestRows requests) {
        this.requests = requests;
    }

    /** Second devices that ask for a card, the longest wait first, and the devices at the door; null if there are none. */
    record WaitingList(List<RoomProgress.Waiting> forCards, RoomProgress.@Nullable Door door) {}

    /** Who waits in each room, by session id; costs one query for all rooms. */
    Map<Long, WaitingList> of(Collection<Room> rooms, Instant now) {
        var waiting =
                requests.waiting(rooms.stream().map(Room::session).toList(), now.minus(SeatRequests.STILL_ASKING));
        return rooms.stream()
                .collect(Collectors.toMap(
                        Room::session,
                        room -> list(
                                room, waiting.getOrDefault(room.session(), SeatRequestRows.WaitingNow.NOBODY), now)));
    }

    private static WaitingList list(Room room, SeatRequestRows.WaitingNow waiting, Instant now) {
        var cards = waiting.seats().stream()
                .flatMap(asked -> Stream.ofNullable(waiting(room, asked, now)))
                .toList();
        boolean full = room.entrance().free() <= 0;
        return new WaitingList(cards, waiting.atDoor() == 0 ? null : new RoomProgress.Door(waiting.atDoor(), full));
    }

    private static RoomProgress.@Nullable Waiting waiting(Room room, SeatRequestRows.RequestedSeat asked, Instant now) {
        var seat = room.seat(asked.seat());
        if (seat == null) {
            return null;
        }
        var place = seat.place();
        return new RoomProgress.Waiting(
                seat.id(),
                room.publicIdOf(place),
                place.card() == null ? 0 : place.card(),
                place.visitorNumber() == null ? 0 : place.visitorNumber(),
                room.nameOf(place),
                now.getEpochSecond() - asked.askedAt().getEpochSecond());
    }
}
