package uk.thinkuknow.classroom.join;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.classroom.room.Entrance;
import uk.thinkuknow.classroom.room.Room;
import uk.thinkuknow.classroom.room.Rooms;
import uk.thinkuknow.classroom.room.Seat;
import uk.thinkuknow.classroom.room.SeatClaim;
import uk.thinkuknow.classroom.room.SeatRequests;
import uk.thinkuknow.classroom.room.SeatRows;
import uk.thinkuknow.classroom.room.SeatToken;
import uk.thinkuknow.classroom.room.SeatTokens;

/**
 * Decides seat requests other than a free card: a card that was left, a card that another device has, a device that
 * changes cards. It waits for the database, so never call it on the event loop.
 */
@Singleton
class SeatNegotiation {
    private static final int HOLDS_AT_MOST = 10;
    private static final int CARDS_ON_A_TABLET = 3;

    private final Rooms rooms;
    private final SeatRows seats;
    private final SeatRequests requests;
    private final SeatTokens tokens;

    SeatNegotiation(Rooms rooms, SeatRows seats, SeatRequests requests, SeatTokens tokens) {
        this.rooms = rooms;
        this.seats = seats;
        this.requests = requests;
        this.tokens = tokens;
    }

    /** Decides the request of a device for a seat that was taken before, by it or by another device. */
    TakeSeat.Outcome over(Room room, Seat seat, SeatClaim claim, SeatForm form) {
        boolean held = holds(room, form).stream().anyMatch(token -> token.seat() == seat.id());
        if (seat.isHeld() && (held || seat.key().equals(claim.key()))) {
            return seated(room, seat, form, claim.at());
        }
        if (!seat.isHeld()) {
            seats.retake(room.session(), seat, claim.key(), claim.at());
            rooms.refresh(room.session());
            return seatedIfMine(room, seat, claim, form);
        }
        if (room.entrance().isSilent(seat)) {
            requests.handOver(room.session(), seat, claim, claim.at());
            return seatedIfMine(room, seat, claim, form);
        }
        if (!form.resume()) {
            return new TakeSeat.Outcome.Occupied();
        }
        if (!room.entrance().mayAsk(claim.at())) {
            return new TakeSeat.Outcome.Asking();
        }
        return switch (requests.ask(room, seat, claim)) {
            case WAIT -> new TakeSeat.Outcome.Asking();
            case REFUSED -> new TakeSeat.Outcome.Refused();
            case YOURS -> seatedIfMine(room, seat, claim, form);
        };
    }

    private TakeSeat.Outcome seatedIfMine(Room room, Seat seat, SeatClaim claim, SeatForm form) {
        var now = room.seat(seat.id());
        return now != null && now.isHeld() && now.key().equals(claim.key())
                ? seated(room, now, form, claim.at())
                : new TakeSeat.Outcome.Occupied();
    }

    /**
     * Frees the other seats that the device holds, then says where the lesson continues. If cards share tablets, up to
     * three stay and the oldest beyond them are freed.
     */
    TakeSeat.Outcome seated(Room room, Seat seat, SeatForm form, Instant at) {
        var held = oldestFirst(holds(room, form).stream()
                .filter(token -> token.seat() != seat.id())
                .toList());
        int stay = Math.min(held.size(), staying(room));
        var others = held.subList(0, held.size() - stay);
        seats.freeEach(room.session(), others, at);
        if (!others.isEmpty()) {
            rooms.refresh(room.session());
        }
        return new TakeSeat.Outcome.Seated(seat, tokens.sign(seat.token(room.session())), seats.reachedBy(seat.id()));
    }

    /**
     * Returns the id of the seat that a new one replaces, the oldest that the device names; {@link Entrance#NONE} if it
     * names none, or fewer than three where tablets are shared.
     */
    long replacedBy(Room room, SeatForm form) {
        var held = form.holds().isEmpty() ? List.<SeatToken>of() : oldestFirst(holds(room, form));
        return held.size() > staying(room) ? held.getFirst().seat() : Entrance.NONE;
    }

    private static int staying(Room room) {
        return room.standing().sharing() ? CARDS_ON_A_TABLET - 1 : 0;
    }

    private static List<SeatToken> oldestFirst(List<SeatToken> tokens) {
        return tokens.stream()
                .sorted(Comparator.comparingLong(SeatToken::takenAtMillis))
                .distinct()
                .toList();
    }

    /** The seats of this session that the device names in the form and still holds. */
    List<SeatToken> holds(Room room, SeatForm form) {
        return form.holds().stream()
                .limit(HOLDS_AT_MOST)
                .map(tokens::read)
                .flatMap(token -> Optional.ofNullable(token).stream())
                .filter(token -> room.gave(token) && isHeld(room.seat(token.seat()), token))
                .toList();
    }

    private static boolean isHeld(@Nullable Seat seat, SeatToken token) {
        return seat != null && seat.isHeld() && seat.generation() == token.generation();
    }
}
