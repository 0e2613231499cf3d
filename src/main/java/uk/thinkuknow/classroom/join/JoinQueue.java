package uk.thinkuknow.classroom.join;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.classroom.room.CodeHash;

/**
 * Queue of code look-ups from one network address: those that run, and those that wait for a turn. An address with many
 * wrong codes has five turns a second. Not thread-safe; {@link JoinRateLimiter} locks it.
 */
final class JoinQueue<R> {
    static final long TURN_MILLIS = 200;
    static final int WAITING = 200;
    /** Different codes that wait while {@link JoinQueues} is crowded; a class waits for one. */
    static final int CODES_IF_CROWDED = 5;
    /**
     * Most refused codes that are remembered. A code asked for again is likely to be a class's, so it gets ahead of
     * codes asked for once.
     */
    private static final int REMEMBERED = 5_000;

    private final Map<CodeHash, Long> known = new HashMap<>();
    private final Map<CodeHash, List<CompletableFuture<Optional<R>>>> asked = new HashMap<>();
    private final Map<CodeHash, List<CompletableFuture<Optional<R>>>> queued = new LinkedHashMap<>();
    private final Map<CodeHash, Integer> refused = new LinkedHashMap<>();
    private final SlidingCounter wrong = new SlidingCounter(1_000, 60);
    private final JoinQueues all;
    private int waiting;
    private long nextTurn;
    private boolean slowed;

    JoinQueue(JoinQueues all) {
        this.all = all;
    }

    Map<CodeHash, Long> known() {
        return known;
    }

    void recordWrong(long now) {
        wrong.add(now);
    }

    /** Wrong codes of the last minute plus running look-ups, which may all turn out wrong. */
    int suspects(long now) {
        return wrong.total(now) + asked.size();
    }

    void markSlowed() {
        slowed = true;
    }

    /** Whether a look-up of this address had to wait because of its wrong codes, since this was last asked. */
    boolean takeSlowed() {
        boolean was = slowed;
        slowed = false;
        return was;
    }

    /** Adds the answer to a running look-up of the same code; false if none is running. */
    boolean joinAsked(CodeHash code, CompletableFuture<Optional<R>> answer) {
        var sharing = asked.get(code);
        return sharing != null && sharing.add(answer);
    }

    void ask(CodeHash code, CompletableFuture<Optional<R>> answer) {
        asked.put(code, new ArrayList<>(List.of(answer)));
    }

    /** Wrong codes of the last minute less the requests that wait for one code: who has the least goes first. */
    int rank(CodeHash next, long now) {
        return wrong.total(now) - demand(next);
    }

    /**
     * Adds a request to the queue. A full queue takes a request only for a code that was asked for before, and then
     * drops the latest code that only one request asked for.
     *
     * @return the requests turned away: none, this one, or the one that made room
     */
    List<CompletableFuture<Optional<R>>> queue(CodeHash code, CompletableFuture<Optional<R>> answer) {
        if (isFullFor(code)) {
            boolean askedForMore = queued.containsKey(code) || refused.containsKey(code);
            var alone = askedForMore ? latestAlone(code) : null;
            if (alone == null) {
                refuse(code);
                return List.of(answer);
            }
            join(code, answer);
            return leave(alone);
        }
        join(code, answer);
        return List.of();
    }

    /**
     * The code to look up next: the one that most requests wait for; null if none waits or the last turn was less than
     * 200 ms ago.
     */
    @Nullable
    CodeHash next(long now) {
        if (queued.isEmpty() || now < nextTurn) {
            return null;
        }
        CodeHash most = null;
        for (var code : queued.keySet()) {
            if (most == null || demand(code) > demand(most)) {
                most = code;
            }
        }
        return most;
    }

    /** Moves the requests for a code from the queue to the running look-ups. */
    void start(CodeHash code, long now) {
        nextTurn = suspects(now) > JoinRateLimiter.WRONG_A_MINUTE ? now + TURN_MILLIS : now;
        var going = queued.remove(code);
        if (going != null) {
            removeWaiting(going.size());
            if (refused.remove(code) != null) {
                all.addRemembered(-1);
            }
            asked.put(code, going);
        }
    }

    List<CompletableFuture<Optional<R>>> answered(CodeHash code) {
        var answered = asked.remove(code);
        return answered == null ? List.of() : answered;
    }

    boolean isForgettable(long now, long keptMillis) {
        known.values().removeIf(since -> since < now - keptMillis);
        if (queued.isEmpty()) {
            all.addRemembered(-refused.size());
            refused.clear();
        }
        return known.isEmpty() && asked.isEmpty() && queued.isEmpty() && wrong.total(now) == 0;
    }

    private boolean isFullFor(CodeHash code) {
        return waiting >= WAITING
                || all.isFull()
                || (all.isCrowded() && !queued.containsKey(code) && queued.size() >= CODES_IF_CROWDED);
    }

    private int demand(CodeHash code) {
        return queued.getOrDefault(code, List.of()).size() + refused.getOrDefault(code, 0);
    }

    private void join(CodeHash code, CompletableFuture<Optional<R>> answer) {
        queued.computeIfAbsent(code, any -> new ArrayList<>()).add(answer);
        waiting++;
        all.addWaiting(1);
    }

    private void removeWaiting(int requests) {
        waiting -= requests;
        all.addWaiting(-requests);
    }

    private List<CompletableFuture<Optional<R>>> leave(CodeHash code) {
        var leaving = queued.remove(code);
        if (leaving == null) {
            return List.of();
        }
        removeWaiting(leaving.size());
        refuse(code);
        return leaving;
    }

    private @Nullable CodeHash latestAlone(CodeHash butNot) {
        CodeHash latest = null;
        for (var code : queued.keySet()) {
            if (demand(code) == 1 && !code.equals(butNot)) {
                latest = code;
            }
        }
        return latest;
    }

    private void refuse(CodeHash code) {
        if (refused.computeIfPresent(code, (same, times) -> times + 1) != null) {
            return;
        }
        if (!refused.isEmpty() && (refused.size() >= REMEMBERED || !all.canRemember())) {
            refused.remove(refused.keySet().iterator().next());
            all.addRemembered(-1);
        }
        if (all.canRemember()) {
            refused.put(code, 1);
            all.addRemembered(1);
        }
    }
}
