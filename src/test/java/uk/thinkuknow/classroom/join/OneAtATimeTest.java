package uk.thinkuknow.classroom.join;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

/** Tests that one call of each seat runs at a time, and the next one when it has ended. */
class OneAtATimeTest {
    private static final long SEAT = 7;
    private static final long OTHER = 8;

    private final OneAtATime calls = new OneAtATime();

    @Test
    void aSecondCallOfADeviceIsRefusedAndThatOfAnotherSeatOrOfTheNextDeviceIsNot() {
        var first = new CompletableFuture<String>();
        var running = calls.run(SEAT, 1, () -> first);
        assertEquals("429 many", refused(SEAT));
        assertEquals(
                "second",
                calls.run(OTHER, 1, () -> CompletableFuture.completedFuture("second"))
                        .join());
        assertEquals(
                "next device",
                calls.run(SEAT, 2, () -> CompletableFuture.completedFuture("next device"))
                        .join());
        first.complete("first");
        assertEquals("first", running.join());
        assertEquals(
                "third",
                calls.run(SEAT, 1, () -> CompletableFuture.completedFuture("third"))
                        .join());
    }

    @Test
    void whoStopsWaitingDoesNotEndTheCall() {
        var first = new CompletableFuture<String>();
        var running = calls.run(SEAT, 1, () -> first).orTimeout(1, TimeUnit.MILLISECONDS);
        assertThrows(CompletionException.class, running::join);
        assertEquals("429 many", refused(SEAT));
        first.complete("late");
        assertEquals(
                "next",
                calls.run(SEAT, 1, () -> CompletableFuture.completedFuture("next"))
                        .join());
    }

    @Test
    void aCallThatFailsMakesRoomForTheNext() {
        var failed = calls.<String>run(SEAT, 1, () -> {
            throw new IllegalStateException("at once");
        });
        assertThrows(CompletionException.class, failed::join);
        var later =
                calls.<String>run(SEAT, 1, () -> CompletableFuture.failedFuture(new IllegalStateException("later")));
        assertThrows(CompletionException.class, later::join);
        assertFalse(calls.run(SEAT, 1, () -> CompletableFuture.completedFuture("next"))
                .isCompletedExceptionally());
    }

    private String refused(long seat) {
        var answer = calls.<String>run(seat, 1, () -> {
            throw new AssertionError("it ran");
        });
        var refusal = (ApiRefusal) answer.exceptionNow();
        return refusal.status() + " " + refusal.why();
    }
}
