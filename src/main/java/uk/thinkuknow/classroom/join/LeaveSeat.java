package uk.thinkuknow.classroom.join;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import uk.thinkuknow.classroom.room.ClassroomThreads;
import uk.thinkuknow.classroom.room.Room;
import uk.thinkuknow.classroom.room.Rooms;
import uk.thinkuknow.classroom.room.SeatRows;
import uk.thinkuknow.classroom.room.SeatToken;
import uk.thinkuknow.classroom.room.SeatTokens;

/**
 * Frees the seat of a tablet that was handed over, so that its card can be picked again. If the child had not finished,
 * the signer must check the mark, unless cards share tablets in this session.
 */
@Singleton
class LeaveSeat {
    private final SeatTokens tokens;
    private final Rooms rooms;
    private final SeatRows seats;
    private final ClassroomThreads threads;
    private final Clock clock;
    private final OneAtATime leaving = new OneAtATime();

    LeaveSeat(SeatTokens tokens, Rooms rooms, SeatRows seats, ClassroomThreads threads, Clock clock) {
        this.tokens = tokens;
        this.rooms = rooms;
        this.seats = seats;
        this.threads = threads;
        this.clock = clock;
    }

    /**
     * Frees the seat; does nothing if the token is not valid or another device has the seat now. Fails with 429 while an
     * earlier call of the seat runs.
     */
    CompletionStage<Void> leave(String text) {
        var token = tokens.read(text);
        if (token == null) {
            return CompletableFuture.completedFuture(null);
        }
        return leaving.run(
                token.seat(),
                token.generation(),
                () -> rooms.ofSession(token.session())
                        .thenAcceptAsync(found -> found.ifPresent(room -> free(room, token)), threads.occasional()));
    }

    /** Does nothing once the session has ended: its register is filled then, and a handover must not change it. */
    private void free(Room room, SeatToken token) {
        rooms.refresh(room.session());
        if (room.standing().open() && room.gave(token)) {
            boolean check = !room.standing().sharing() && !seats.hasFinished(token.seat());
            seats.free(room.session(), token, clock.instant(), check);
            rooms.refresh(room.session());
        }
    }
}
