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
 * Queue of code look-ups from one network address: those that run, and those that wait for one of five turns a second.
 * Not thread-safe; {@link JoinRateLimiter} locks it.
 */
final class JoinQueue<R> {
    static final long TURN_MILLIS = 200;
    static final int WAITING = 200;
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
    private int waiting;
    private long nextTurn;

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

    /** Adds the answer to a running look-up of the same code; false if none is running. */
    boolean joinAsked(CodeHash code, CompletableFuture<Optional<R>> answer) {
        var sharing = asked.get(code);
        return sharing != null && sharing.add(answer);
    }

    void ask(CodeHash code, CompletableFuture<Optional<R>> answer) {
        asked.put(code, new ArrayList<>(List.of(answer)));
    }

    /**
     * Adds a request to the queue. A full queue takes a request only for a code that was asked for before, and then
     * drops the latest code that only one request asked for.
     *
     * @return the requests turned away: none, this one, or the one that made room
     */
    List<CompletableFuture<Optional<R>>> queue(CodeHash code, CompletableFuture<Optional<R>> answer) {
        if (waiting >= WAITING) {
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

    /**
     * Moves the requests for a code from the queue to the running look-ups.
     *
     * @return how many they are
     */
    int start(CodeHash code, long now) {
        nextTurn = now + TURN_MILLIS;
        var going = queued.remove(code);
        if (going == null) {
            return 0;
        }
        waiting -= going.size();
        refused.remove(code);
        asked.put(code, going);
        return going.size();
    }

    List<CompletableFuture<Optional<R>>> answered(CodeHash code) {
        var answered = asked.remove(code);
        return answered == null ? List.of() : answered;
    }

    boolean isForgettable(long now, long keptMillis) {
        known.values().removeIf(since -> since < now - keptMillis);
        if (queued.isEmpty()) {
            refused.clear();
        }
        return known.isEmpty() && asked.isEmpty() && queued.isEmpty() && wrong.total(now) == 0;
    }

    private int demand(CodeHash code) {
        return queued.getOrDefault(code, List.of()).size() + refused.getOrDefault(code, 0);
    }

    private void join(CodeHash code, CompletableFuture<Optional<R>> answer) {
        queued.computeIfAbsent(code, any -> new ArrayList<>()).add(answer);
        waiting++;
    }

    private List<CompletableFuture<Optional<R>>> leave(CodeHash code) {
        var leaving = queued.remove(code);
        if (leaving == null) {
            return List.of();
        }
        waiting -= leaving.size();
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
        refused.merge(code, 1, Integer::sum);
        if (refused.size() > REMEMBERED) {
            refused.remove(refused.keySet().iterator().next());
        }
    }
}
