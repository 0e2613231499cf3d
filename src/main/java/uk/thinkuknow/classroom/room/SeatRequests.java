package uk.thinkuknow.classroom.room;

import io.quarkus.logging.Log;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import uk.thinkuknow.common.NotFound;
import uk.thinkuknow.common.Sql;

/**
 * Hands a card over to a second device, when the teacher allows it or the first device has been silent for 60 seconds.
 * It waits for the database, so never call it on the event loop.
 */
@Singleton
public class SeatRequests {
    public static final Duration SILENCE = Duration.ofSeconds(60);
    public static final Duration STILL_ASKING = Duration.ofSeconds(15);
    /** Long enough for every other instance to store that it heard the first device. */
    private static final Duration OBJECTIONS = Duration.ofMillis(2500);

    private final SeatRequestRows requests;
    private final SeatRows seats;
    private final Rooms rooms;
    private final Clock clock;
    private final Instant started;

    SeatRequests(SeatRequestRows requests, SeatRows seats, Rooms rooms, ClassroomThreads threads, Clock clock) {
        this.requests = requests;
        this.seats = seats;
        this.rooms = rooms;
        this.clock = clock;
        this.started = clock.instant();
        threads.queryEvery(1000, this::shareHeartbeats);
    }

    /** The answer to a device that asks for a taken card. */
    public enum Reply {
        WAIT,
        YOURS,
        REFUSED
    }

    /** Stores the request of a second device for a seat and answers it; the device repeats it until it is decided. */
    public Reply ask(Room room, Seat seat, SeatClaim claim) {
        var now = clock.instant();
        var request = requests.ask(room.session(), seat.id(), claim.key(), now);
        if ("refused".equals(request.answer())) {
            return Reply.REFUSED;
        }
        if ("through".equals(request.answer())) {
            rooms.refresh(room.session());
            return Reply.YOURS;
        }
        boolean allCouldObject = !now.isBefore(request.askedAt().plus(OBJECTIONS));
        if (allCouldObject && !lastHeard(room, seat, request).plus(SILENCE).isAfter(now)) {
            handOver(room.session(), seat, claim, now);
            return Reply.YOURS;
        }
        return Reply.WAIT;
    }

    /**
     * Gives the seat to the device that has asked for it longest; does nothing if none is asking.
     *
     * @throws NotFound if the session has no such seat
     */
    public void letThrough(long session, long seatId) {
        var now = clock.instant();
        var seat = seat(session, seatId);
        var key = requests.firstFor(session, seatId, now.minus(STILL_ASKING));
        if (key.isPresent()) {
            handOver(session, seat, new SeatClaim(session, seat.place(), key.get(), now), now);
        }
    }

    /**
     * Refuses the seat to the device that has asked for it longest; does nothing if none is asking.
     *
     * @throws NotFound if the session has no such seat
     */
    public void refuse(long session, long seatId) {
        seat(session, seatId);
        var key = requests.firstFor(session, seatId, clock.instant().minus(STILL_ASKING));
        if (key.isPresent()) {
            requests.answer(seatId, key.get(), "refused");
        }
    }

    /**
     * Stores for the other instances which devices this one has heard whose seats are asked for. Runs once a second.
     */
    private void shareHeartbeats() {
        var now = clock.instant();
        try {
            var since = now.minus(STILL_ASKING);
            var heard = new ArrayList<SeatRequestRows.HeardDevice>();
            for (var asked : requests.all(since)) {
                var room = rooms.known(asked[0]);
                long last = room == null ? 0 : room.lastHeard(asked[1]);
                if (last > now.minus(SILENCE).toEpochMilli()) {
                    heard.add(new SeatRequestRows.HeardDevice(asked[1], Instant.ofEpochMilli(last)));
                }
            }
            if (!heard.isEmpty()) {
                requests.storeHeard(heard, since);
            }
        } catch (Sql.Failed e) {
            Log.debugf("seat requests could not be read: %s", e.getClass().getSimpleName());
        }
    }

    private Seat seat(long session, long seatId) {
        return seats.of(session).stream()
                .filter(one -> one.id() == seatId)
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    /** Gives a seat to another device than the one that has it, and answers that device's request if it made one. */
    public void handOver(long session, Seat seat, SeatClaim claim, Instant now) {
        seats.handOver(session, seat, claim.key(), now);
        requests.answer(seat.id(), claim.key(), "through");
        rooms.refresh(session);
    }

    /**
     * When the first device was last heard. The start of this instance counts too, because it did not hear devices
     * before.
     */
    private Instant lastHeard(Room room, Seat seat, SeatRequestRows.SeatRequest request) {
        var heard = Instant.ofEpochMilli(room.lastHeard(seat.id()));
        var times = new ArrayList<>(List.of(started, seat.takenAt(), heard));
        if (request.holderHeardAt() != null) {
            times.add(request.holderHeardAt());
        }
        seats.lastEventOf(seat.id()).ifPresent(times::add);
        return times.stream().max(Instant::compareTo).orElseThrow();
    }
}
