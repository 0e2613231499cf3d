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
 * A tablet that was handed over gives its seat back, so that the card can be picked on another one. Whoever has not come to
 * the end of the lesson by then is to be checked, unless cards share tablets in this room.
 */
@Singleton
class Leaving {
    private final SeatTokens tokens;
    private final Rooms rooms;
    private final SeatRows seats;
    private final ClassroomThreads threads;
    private final Clock clock;

    Leaving(SeatTokens tokens, Rooms rooms, SeatRows seats, ClassroomThreads threads, Clock clock) {
        this.tokens = tokens;
        this.rooms = rooms;
        this.seats = seats;
        this.threads = threads;
        this.clock = clock;
    }

    /** A seat that is nobody's, or another device's by now, is left as it is. */
    CompletionStage<Void> leave(String text) {
        var token = tokens.read(text);
        if (token == null) {
            return CompletableFuture.completedFuture(null);
        }
        return rooms.ofSession(token.session())
                .thenAcceptAsync(found -> found.ifPresent(room -> free(room, token)), threads.occasional());
    }

    /** Once the lesson has ended its register is filled, and a tablet that is handed over then changes nothing in it. */
    private void free(Room room, SeatToken token) {
        rooms.refresh(room.session());
        if (room.standing().open()) {
            boolean check = !room.standing().sharing() && !seats.hasFinished(token.seat());
            seats.free(room.session(), token, clock.instant(), check);
            rooms.refresh(room.session());
        }
    }
}
