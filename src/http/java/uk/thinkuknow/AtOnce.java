package uk.thinkuknow;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.function.Function;

/** Acts on several things at the same time, as several devices or people do. */
public final class AtOnce {
    private static final int THREADS = 16;

    private AtOnce() {}

    /**
     * Acts on each thing, on up to 16 threads, and returns the results in the order of the things. Parallel streams would
     * not do: the threads of the common pool have the class loader of the test that used it first.
     */
    public static <T, R> List<R> each(Collection<T> things, Function<T, R> act) {
        try (var threads = Executors.newFixedThreadPool(THREADS)) {
            var acts = things.stream()
                    .map(thing -> (Callable<R>) () -> act.apply(thing))
                    .toList();
            var done = new ArrayList<R>();
            for (var each : threads.invokeAll(acts)) {
                done.add(each.get());
            }
            return done;
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError(e);
        }
    }

    /** Acts on each thing in the same way, while the caller goes on. */
    public static <T, R> Future<List<R>> begin(Collection<T> things, Function<T, R> act) {
        var begun = new FutureTask<>(() -> each(things, act));
        Thread.ofPlatform().start(begun); // with the class loader of this test
        return begun;
    }
}
