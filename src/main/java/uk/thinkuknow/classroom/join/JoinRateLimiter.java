package uk.thinkuknow.classroom.join;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import uk.thinkuknow.classroom.room.CodeHash;

/**
 * Rate limiter for look-ups of unknown codes: 300 a second over all addresses, and five a second at an address with more
 * than 60 wrong codes a minute. A look-up counts until its code turns out to be right, because a whole school is one
 * address, and a thousand classes may join in one minute. A class that joins from a guesser's address, or while
 * thousands of addresses guess, still gets in: of those that wait, the address with the fewest wrong codes and the code
 * with the most requests goes first.
 */
final class JoinRateLimiter<R> {
    static final int WRONG_A_MINUTE = 60;
    static final int UNKNOWN_A_SECOND_IN_ALL = 300;
    private static final long SCARCE_MILLIS = 500;
    private static final int ROUNDS = 5;
    private static final long KEPT_MILLIS = 18L * 60 * 60 * 1000;

    private final Clock clock;
    private final Function<CodeHash, CompletionStage<Optional<R>>> lookUp;
    private final Map<String, JoinQueue<R>> lanes = new HashMap<>();
    private final JoinQueues queues = new JoinQueues();
    /** Eleven tenths of a second, so that no second has more, wherever it begins. */
    private final SlidingCounter unknown = new SlidingCounter(100, 11);
    /** Until then every look-up of an unknown code waits for its turn, because more come than the second allows. */
    private long scarceUntil;

    private int refused;
    private long guessesSince;

    JoinRateLimiter(Clock clock, Function<CodeHash, CompletionStage<Optional<R>>> lookUp) {
        this.clock = clock;
        this.lookUp = lookUp;
    }

    /** Records that a code is right at an address, because its session was started there. */
    synchronized void know(String address, CodeHash code) {
        laneOf(address).known().put(code, clock.millis());
    }

    /**
     * Looks a code up, at once or in its turn.
     *
     * @return the result, empty for a wrong code; fails with {@link TooManyLookUps} if the queue is full
     */
    CompletionStage<Optional<R>> ask(String address, CodeHash code) {
        CompletableFuture<Optional<R>> answer = new CompletableFuture<>();
        List<CompletableFuture<Optional<R>>> turnedAway = new ArrayList<>();
        boolean now;
        synchronized (this) {
            now = admit(laneOf(address), code, answer, turnedAway);
            refused += turnedAway.size();
        }
        turnedAway.forEach(one -> one.completeExceptionally(new TooManyLookUps()));
        if (now) {
            lookUp(address, code);
        }
        return answer;
    }

    /** Starts the next codes that wait, as many as the second allows; call it several times a second. */
    void turn() {
        for (int round = 0; round < ROUNDS; round++) {
            var going = startNext();
            going.forEach(turn -> lookUp(turn.address(), turn.code()));
            if (going.isEmpty()) {
                return;
            }
        }
    }

    private synchronized List<Turn> startNext() {
        long now = clock.millis();
        if (queues.isEmpty() || left(now) == 0) {
            return List.of();
        }
        var going = next(now);
        for (var turn : going) {
            laneOf(turn.address()).start(turn.code(), now);
            unknown.add(now);
        }
        if (left(now) == 0) {
            scarceUntil = now + SCARCE_MILLIS;
        }
        return going;
    }

    /** A look-up whose turn may come; the lowest rank goes first. */
    private record Turn(String address, CodeHash code, int rank) {}

    private List<Turn> next(long now) {
        var waiting = new ArrayList<Turn>();
        lanes.forEach((address, lane) -> {
            var next = lane.next(now);
            if (next != null) {
                waiting.add(new Turn(address, next, lane.rank(next, now)));
            }
        });
        return waiting.stream()
                .sorted(Comparator.comparingInt(Turn::rank))
                .limit(left(now))
                .toList();
    }

    private int left(long now) {
        return Math.max(0, UNKNOWN_A_SECOND_IN_ALL - unknown.total(now));
    }

    /**
     * Guesses since the last report.
     *
     * @param addresses how many were slowed
     * @param codes how many look-ups found no room or were turned away
     * @param scarce whether all addresses together guessed more than a second allows
     */
    record Guesses(long addresses, int codes, boolean scarce) {
        /** Children mistype: a few wrong codes are no guesses. */
        boolean isAttempt() {
            return addresses > 0 || scarce;
        }
    }

    synchronized Guesses takeGuesses() {
        long slowed = lanes.values().stream().filter(JoinQueue::takeSlowed).count();
        var guesses = new Guesses(slowed, refused, scarceUntil > guessesSince);
        guessesSince = clock.millis();
        refused = 0;
        return guesses;
    }

    /** Forgets addresses without recent codes or requests. */
    synchronized void tidy() {
        long now = clock.millis();
        lanes.values().removeIf(lane -> lane.isForgettable(now, KEPT_MILLIS));
    }

    private boolean admit(
            JoinQueue<R> lane,
            CodeHash code,
            CompletableFuture<Optional<R>> answer,
            List<CompletableFuture<Optional<R>>> turnedAway) {
        long now = clock.millis();
        if (lane.joinAsked(code, answer)) {
            return false;
        }
        if (lane.known().containsKey(code)) {
            lane.ask(code, answer);
            return true;
        }
        boolean slow = lane.suspects(now) > WRONG_A_MINUTE;
        if (slow) {
            lane.markSlowed();
        }
        if (left(now) == 0) {
            scarceUntil = now + SCARCE_MILLIS;
        }
        if (!slow && now >= scarceUntil) {
            lane.ask(code, answer);
            unknown.add(now);
            return true;
        }
        turnedAway.addAll(lane.queue(code, answer));
        if (now >= scarceUntil && code.equals(lane.next(now))) {
            lane.start(code, now);
            unknown.add(now);
            return true;
        }
        return false;
    }

    private void lookUp(String address, CodeHash code) {
        long started = clock.millis();
        lookUp.apply(code).whenComplete((found, failure) -> {
            List<CompletableFuture<Optional<R>>> asked;
            synchronized (this) {
                asked = laneOf(address).answered(code);
                if (failure == null) {
                    record(laneOf(address), code, found.isPresent(), started);
                }
            }
            for (var one : asked) {
                if (failure == null) {
                    one.complete(found);
                } else {
                    one.completeExceptionally(failure);
                }
            }
        });
    }

    private void record(JoinQueue<R> lane, CodeHash code, boolean right, long started) {
        long now = clock.millis();
        if (right) {
            if (lane.known().put(code, now) == null) {
                unknown.takeBack(started, now);
            }
            return;
        }
        if (lane.known().remove(code) != null) {
            unknown.add(now);
        }
        lane.recordWrong(now);
        refused++;
    }

    private JoinQueue<R> laneOf(String address) {
        return lanes.computeIfAbsent(address, any -> new JoinQueue<>(queues));
    }
}
