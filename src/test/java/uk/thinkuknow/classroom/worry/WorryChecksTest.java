package uk.thinkuknow.classroom.worry;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.classroom.board.MovableClock;
import uk.thinkuknow.classroom.join.ChildCalls;
import uk.thinkuknow.classroom.join.ChildSeat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Tests how often a check of the worry box asks the database. */
class WorryChecksTest {
    private final MovableClock clock = new MovableClock(Instant.parse("2027-02-09T10:31:00Z"));
    private final WorryChecks checks = new WorryChecks(Duration.ofMillis(50), clock);
    private final AtomicInteger asked = new AtomicInteger();

    @Test
    void anAnswerHoldsForThreeSecondsForOneDeviceAtOneSeat() {
        check(seat(7, 1));
        clock.move(Duration.ofSeconds(3));
        check(seat(7, 1));
        assertEquals(1, asked.get());
        check(seat(8, 1));
        check(seat(7, 2));
        assertEquals(3, asked.get());
        clock.move(Duration.ofMillis(1));
        check(seat(7, 1));
        assertEquals(4, asked.get());
    }

    @Test
    void aSeatThatHasSentAWorryIsAskedForAgain() {
        check(seat(7, 1));
        checks.forget(seat(7, 1));
        check(seat(7, 1));
        assertEquals(2, asked.get());
    }

    @Test
    void whatNoLongerHoldsIsForgottenEvenIfNobodyAsksAgain() {
        check(seat(7, 1));
        clock.move(Duration.ofSeconds(2));
        check(seat(8, 1));
        clock.move(Duration.ofMillis(1001));
        checks.forgetOld();
        assertEquals(1, checks.count());
        clock.move(Duration.ofSeconds(2));
        checks.forgetOld();
        assertEquals(0, checks.count());
    }

    @Test
    void aRefusalIsKeptAndAFailureIsNot() {
        var refusal = ChildCalls.refusal(503, "nobody");
        for (int i = 0; i < 2; i++) {
            assertEquals(refusal, assertThrows(RuntimeException.class, () -> answer(seat(7, 1), refusal)));
        }
        assertEquals(1, asked.get());
        for (int i = 0; i < 2; i++) {
            assertThrows(IllegalStateException.class, () -> answer(seat(8, 1), new IllegalStateException()));
        }
        assertEquals(3, asked.get());
    }

    @Test
    void fourChecksAskAtATimeAndAFifthIsToldNotNow() throws InterruptedException {
        var begun = new CountDownLatch(WorryChecks.AT_ONCE);
        var end = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var four = IntStream.range(0, WorryChecks.AT_ONCE)
                    .mapToObj(i -> CompletableFuture.runAsync(
                            () -> checks.answer(seat(i, 1), () -> {
                                begun.countDown();
                                awaited(end);
                            }),
                            threads))
                    .toList();
            assertTrue(begun.await(10, TimeUnit.SECONDS));
            assertTrue(ChildCalls.isRefusal(assertThrows(RuntimeException.class, () -> check(seat(99, 1)))));
            assertEquals(0, asked.get());
            end.countDown();
            four.forEach(CompletableFuture::join);
        }
        check(seat(99, 1));
        check(seat(0, 1));
        assertEquals(1, asked.get(), "that of the first is kept");
    }

    private static void awaited(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private void check(ChildSeat seat) {
        checks.answer(seat, asked::incrementAndGet);
    }

    private void answer(ChildSeat seat, RuntimeException failure) {
        checks.answer(seat, () -> {
            asked.incrementAndGet();
            throw failure;
        });
    }

    private static ChildSeat seat(long id, int generation) {
        return new ChildSeat(1, id, "4A Elm", "blue-otter", 7, "Blue Otter", generation, false);
    }
}
