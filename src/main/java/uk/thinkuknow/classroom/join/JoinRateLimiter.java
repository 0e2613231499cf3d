package uk.thinkuknow.classroom.join;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import uk.thinkuknow.classroom.room.CodeHash;

/**
 * Rate limiter for code look-ups, by network address and over all addresses. It counts wrong codes and not look-ups,
 * because a whole school is one address. A class that joins from a guesser's address still gets in: the code that most
 * requests wait for goes first.
 */
final class JoinRateLimiter<R> {
    static final int WRONG_A_MINUTE = 60;
    static final int WRONG_A_SECOND_IN_ALL = 200;
    static final int WAITING_IN_ALL = 20_000;
    private static final long KEPT_MILLIS = 18L * 60 * 60 * 1000;

    private final Clock clock;
    private final Function<CodeHash, CompletionStage<Optional<R>>> lookUp;
    private final Map<String, JoinQueue<R>> lanes = new HashMap<>();
    private final SlidingCounter wrong = new SlidingCounter(100, 10);
    private int asking;
    private int waiting;

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
        }
        turnedAway.forEach(one -> one.completeExceptionally(new TooManyLookUps()));
        if (now) {
            lookUp(address, code);
        }
        return answer;
    }

    /** Starts the next code of each slow address; call it several times a second. */
    void turn() {
        Map<String, CodeHash> going = new HashMap<>();
        synchronized (this) {
            long now = clock.millis();
            for (var lane : lanes.entrySet()) {
                var next = lane.getValue().next(now);
                if (next != null) {
                    waiting -= lane.getValue().start(next, now);
                    asking++;
                    going.put(lane.getKey(), next);
                }
            }
        }
        going.forEach(this::lookUp);
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
        boolean slow = !lane.known().containsKey(code)
                && (lane.suspects(now) > WRONG_A_MINUTE || wrong.total(now) + asking > WRONG_A_SECOND_IN_ALL);
        if (!slow) {
            lane.ask(code, answer);
            asking++;
            return true;
        }
        if (waiting >= WAITING_IN_ALL) {
            turnedAway.add(answer);
            return false;
        }
        waiting++;
        var away = lane.queue(code, answer);
        waiting -= away.size();
        turnedAway.addAll(away);
        if (code.equals(lane.next(now))) {
            waiting -= lane.start(code, now);
            asking++;
            return true;
        }
        return false;
    }

    private void lookUp(String address, CodeHash code) {
        lookUp.apply(code).whenComplete((found, failure) -> {
            List<CompletableFuture<Optional<R>>> asked;
            synchronized (this) {
                long now = clock.millis();
                asking--;
                var lane = laneOf(address);
                asked = lane.answered(code);
                if (failure == null && found.isPresent()) {
                    lane.known().put(code, now);
                } else if (failure == null) {
                    lane.known().remove(code);
                    lane.recordWrong(now);
                    wrong.add(now);
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

    private JoinQueue<R> laneOf(String address) {
        return lanes.computeIfAbsent(address, any -> new JoinQueue<>());
    }
}
