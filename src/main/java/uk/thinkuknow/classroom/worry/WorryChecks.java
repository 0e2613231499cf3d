package uk.thinkuknow.classroom.worry;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.classroom.join.ChildCalls;
import uk.thinkuknow.classroom.join.ChildSeat;

/**
 * Whether a worry can be sent from a seat. Four checks ask the database at a time, and each answer is kept for three seconds,
 * so that checks leave the connections to the worries themselves. Sending a worry looks for itself.
 */
final class WorryChecks {
    static final int AT_ONCE = 4;
    static final Duration KEPT = Duration.ofSeconds(3);

    private final Semaphore turns = new Semaphore(AT_ONCE, true);
    private final Map<Key, Answer> kept = new ConcurrentHashMap<>();
    private final Duration patience;
    private final Clock clock;

    private record Key(long seat, int generation) {
        static Key of(ChildSeat seat) {
            return new Key(seat.seatId(), seat.generation());
        }
    }

    /** An answer that holds for a moment; null if a worry can be sent. */
    private record Answer(@Nullable RuntimeException refusal, Instant until) {}

    /** @param patience how long a check waits for its turn */
    WorryChecks(Duration patience, Clock clock) {
        this.patience = patience;
        this.clock = clock;
    }

    /**
     * Answers from what is kept, or asks.
     *
     * @param question fails with the refusal that the child's page shows
     */
    void answer(ChildSeat seat, Runnable question) {
        var known = fresh(seat);
        var answer = known == null ? ask(seat, question) : known;
        if (answer.refusal() != null) {
            throw answer.refusal();
        }
    }

    /** Forgets the answer of a seat that has sent a worry. */
    void forget(ChildSeat seat) {
        kept.remove(Key.of(seat));
    }

    /** Forgets the answers that no longer hold, even if nobody asks again. */
    void forgetOld() {
        kept.values().removeIf(old -> clock.instant().isAfter(old.until()));
    }

    /** How many answers are in memory. */
    int count() {
        return kept.size();
    }

    private @Nullable Answer fresh(ChildSeat seat) {
        var answer = kept.get(Key.of(seat));
        return answer == null || clock.instant().isAfter(answer.until()) ? null : answer;
    }

    private Answer ask(ChildSeat seat, Runnable question) {
        takeTurn();
        try {
            var answer = new Answer(refusalOf(question), clock.instant().plus(KEPT));
            kept.put(Key.of(seat), answer);
            return answer;
        } finally {
            turns.release();
        }
    }

    private static @Nullable RuntimeException refusalOf(Runnable question) {
        try {
            question.run();
            return null;
        } catch (RuntimeException e) {
            if (!ChildCalls.isRefusal(e)) {
                throw e;
            }
            return e;
        }
    }

    private void takeTurn() {
        try {
            if (turns.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw ChildCalls.refusal(503, "not-now");
    }
}
