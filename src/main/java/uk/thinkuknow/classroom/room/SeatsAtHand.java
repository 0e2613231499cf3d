package uk.thinkuknow.classroom.room;

import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.London;

/** Finds the seat behind a token, and notes that its device is alive. */
@Singleton
public class SeatsAtHand {
    private final SeatTokens tokens;
    private final Rooms rooms;
    private final ClassroomThreads threads;
    private final Clock clock;

    SeatsAtHand(SeatTokens tokens, Rooms rooms, ClassroomThreads threads, Clock clock) {
        this.tokens = tokens;
        this.rooms = rooms;
        this.threads = threads;
        this.clock = clock;
    }

    /**
     * A seat a device named.
     *
     * @param ended when the token's generation of the seat ended; null if the device still holds it
     */
    public record AtHand(
            Room room, SeatToken token, @Nullable Instant ended) {
        public boolean moved() {
            return ended != null;
        }

        /** Notes how many answers the device says still wait on it. */
        public void waits(int waiting, long nowMillis) {
            if (!moved()) {
                room.waits(token.seat(), Math.clamp(waiting, 0, 999), nowMillis);
            }
        }
    }

    /** Fails with {@link ApiRefusal}: 401 where there is no such seat, 410 after midnight in London. */
    public CompletionStage<AtHand> find(@Nullable String text) {
        var token = tokens.read(text);
        if (token == null) {
            return CompletableFuture.failedFuture(new ApiRefusal(401, null));
        }
        var known = rooms.known(token.session());
        if (known != null && isCurrentIn(known, token)) {
            return CompletableFuture.completedFuture(atHand(known, token));
        }
        return rooms.ofSession(token.session())
                .thenCompose(found -> found.isEmpty()
                        ? CompletableFuture.failedFuture(new ApiRefusal(isOfToday(token) ? 401 : 410, null))
                        : look(found.get(), token));
    }

    /** The same seat a while later: another device may have it by now. */
    public CompletionStage<AtHand> again(AtHand seat) {
        return look(seat.room(), seat.token());
    }

    private CompletionStage<AtHand> look(Room room, SeatToken token) {
        if (isCurrentIn(room, token)) {
            return CompletableFuture.completedFuture(atHand(room, token));
        }
        return CompletableFuture.supplyAsync(
                () -> {
                    try {
                        rooms.refresh(room.session());
                    } catch (SQLException e) {
                        throw new NotStored(e.getClass().getSimpleName());
                    }
                    if (!isCurrentIn(room, token)) {
                        throw new ApiRefusal(401, null);
                    }
                    return atHand(room, token);
                },
                threads.occasional());
    }

    /** Whether this instance knows all of the seat that the token speaks of. */
    private static boolean isCurrentIn(Room room, SeatToken token) {
        var seat = room.seat(token.seat());
        return seat != null
                && (seat.generation() == token.generation()
                        || (seat.generation() > token.generation()
                                && room.endOf(token.seat(), token.generation()) != null));
    }

    private AtHand atHand(Room room, SeatToken token) {
        var now = clock.instant();
        if (!room.takesEvents(now)) {
            throw new ApiRefusal(410, null);
        }
        var ended = room.endOf(token.seat(), token.generation());
        if (ended == null) {
            room.hear(token.seat(), now.toEpochMilli());
        }
        return new AtHand(room, token, ended);
    }

    private boolean isOfToday(SeatToken token) {
        return London.dateOf(token.takenAt()).equals(London.today(clock));
    }
}
