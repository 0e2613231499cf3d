package uk.thinkuknow.classroom.room;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.London;

/** Finds the seat of a token, in memory if it can, and records the heartbeat of its device. */
@Singleton
public class SeatLookup {
    private final SeatTokens tokens;
    private final Rooms rooms;
    private final ClassroomThreads threads;
    private final Clock clock;

    SeatLookup(SeatTokens tokens, Rooms rooms, ClassroomThreads threads, Clock clock) {
        this.tokens = tokens;
        this.rooms = rooms;
        this.threads = threads;
        this.clock = clock;
    }

    /**
     * A seat found by its token.
     *
     * @param ended when the token's generation of the seat ended; null if the device still has the seat
     * @param now when the seat was asked for
     */
    public record FoundSeat(
            Room room, SeatToken token, @Nullable Instant ended, Instant now) {
        public boolean moved() {
            return ended != null;
        }

        /** Returns whether this instance has not heard the device for 60 seconds. */
        public boolean isSilent() {
            return now.toEpochMilli() - room.lastHeard(token.seat()) > SeatRequests.SILENCE.toMillis();
        }

        /** Records how many answers the device says it still has to send. */
        public void recordWaiting(int waiting) {
            if (!moved()) {
                room.recordWaiting(token.seat(), Math.clamp(waiting, 0, 999), now.toEpochMilli());
            }
        }
    }

    /** The seat of a token; fails with {@link NoSuchSeat} if there is none or midnight in London has passed. */
    public CompletionStage<FoundSeat> find(@Nullable String text) {
        var token = tokens.read(text);
        if (token == null) {
            return none(false);
        }
        var known = rooms.known(token.session());
        if (known != null && known.gave(token)) {
            return foundIn(known, token);
        }
        return rooms.ofSession(token.session())
                .thenCompose(found -> found.isEmpty() ? none(!isOfToday(token)) : look(found.get(), token));
    }

    /** Finds a seat again after a wait, because another device may have it by then. */
    public CompletionStage<FoundSeat> again(FoundSeat seat) {
        return look(seat.room(), seat.token());
    }

    /**
     * Finds a seat again for the server's own sake: its device has not called, so this is no sign of life.
     */
    public CompletionStage<FoundSeat> stillHeld(FoundSeat seat) {
        return inMemory(seat.room(), seat.token())
                .thenCompose(there -> there ? unheardIn(seat.room(), seat.token()) : none(false));
    }

    private CompletionStage<FoundSeat> look(Room room, SeatToken token) {
        return inMemory(room, token).thenCompose(there -> there ? foundIn(room, token) : none(false));
    }

    /** Whether the room in memory has the token's generation, after one reading of the room if it had not. */
    private CompletionStage<Boolean> inMemory(Room room, SeatToken token) {
        return room.gave(token)
                ? CompletableFuture.completedFuture(true)
                : CompletableFuture.runAsync(() -> rooms.refresh(room.session()), threads.occasional())
                        .thenApply(now -> room.gave(token));
    }

    private CompletionStage<FoundSeat> foundIn(Room room, SeatToken token) {
        return unheardIn(room, token).thenApply(found -> {
            if (!found.moved()) {
                room.recordHeard(token.seat(), found.now().toEpochMilli());
            }
            return found;
        });
    }

    private CompletionStage<FoundSeat> unheardIn(Room room, SeatToken token) {
        var now = clock.instant();
        return room.takesEvents(now)
                ? CompletableFuture.completedFuture(
                        new FoundSeat(room, token, room.endOf(token.seat(), token.generation()), now))
                : none(true);
    }

    private static CompletionStage<FoundSeat> none(boolean dayIsOver) {
        return CompletableFuture.failedFuture(new NoSuchSeat(dayIsOver));
    }

    private boolean isOfToday(SeatToken token) {
        return London.dateOf(token.takenAt()).equals(London.today(clock));
    }
}
