package uk.thinkuknow.classroom.join;

import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Runs one call of each device at its seat at a time, so that it never has more than one connection to the database. A device that
 * has lost the seat does not hold up the next one.
 */
public final class OneAtATime {
    private record Device(long seat, int generation) {}

    private final Set<Device> running = ConcurrentHashMap.newKeySet();

    /**
     * Runs a call; fails with the answer 429 "many" if an earlier one of the device has not ended. A caller that stops
     * waiting does not end the call.
     */
    public <T> CompletableFuture<T> run(long seat, int generation, Supplier<CompletionStage<T>> call) {
        var device = new Device(seat, generation);
        if (!running.add(device)) {
            return CompletableFuture.failedFuture(ChildCalls.refusal(429, "many"));
        }
        return CompletableFuture.completedFuture(device)
                .thenCompose(begun -> call.get())
                .whenComplete((result, failure) -> running.remove(device))
                .copy();
    }
}
