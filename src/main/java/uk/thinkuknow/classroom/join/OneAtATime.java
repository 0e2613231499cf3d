package uk.thinkuknow.classroom.join;

import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** Runs one call of each seat at a time, so that one device never has more than one connection to the database. */
public final class OneAtATime {
    private final Set<Long> running = ConcurrentHashMap.newKeySet();

    /**
     * Runs a call; fails with the answer 429 "many" if an earlier one of the seat has not ended. A caller that stops
     * waiting does not end the call.
     */
    public <T> CompletableFuture<T> run(long seat, Supplier<CompletionStage<T>> call) {
        if (!running.add(seat)) {
            return CompletableFuture.failedFuture(ChildCalls.refusal(429, "many"));
        }
        return CompletableFuture.completedFuture(seat)
                .thenCompose(begun -> call.get())
                .whenComplete((result, failure) -> running.remove(seat))
                .copy();
    }
}
