package uk.thinkuknow.classroom.room;

import io.quarkus.logging.Log;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Threads that the classroom uses beside the event loops: for occasional queries, for short repeated tasks, and for the
 * regular queries of the rooms.
 */
@Singleton
public class ClassroomThreads {
    private final ExecutorService occasional = Executors.newVirtualThreadPerTaskExecutor();
    private final ScheduledExecutorService clock = scheduler("classroom-clock");
    private final ScheduledExecutorService database = scheduler("classroom-refresh");

    /** For a query that a request waits for. */
    public ExecutorService occasional() {
        return occasional;
    }

    /** Repeats a task that must not block. */
    public void every(long millis, Runnable thing) {
        clock.scheduleWithFixedDelay(guarded(thing), millis, millis, TimeUnit.MILLISECONDS);
    }

    /** Repeats a query; the pause in milliseconds starts when the last run has ended. */
    public void queryEvery(long millis, Runnable query) {
        database.scheduleWithFixedDelay(guarded(query), millis, millis, TimeUnit.MILLISECONDS);
    }

    @PreDestroy
    void stop() {
        clock.shutdownNow();
        database.shutdownNow();
        occasional.shutdown();
    }

    private static Runnable guarded(Runnable thing) {
        return () -> {
            try {
                thing.run();
            } catch (RuntimeException e) {
                Log.error("a repeated task of the classroom failed", e);
            }
        };
    }

    private static ScheduledExecutorService scheduler(String name) {
        return Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name(name).daemon().factory());
    }
}
