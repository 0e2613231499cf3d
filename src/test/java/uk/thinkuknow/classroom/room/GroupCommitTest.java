package uk.thinkuknow.classroom.room;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.Eventually;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Tests that requests that wait together are written in one batch, and that failures reach the right ones. */
class GroupCommitTest {
    private final List<List<String>> batches = new CopyOnWriteArrayList<>();
    private final CountDownLatch gate = new CountDownLatch(1);

    /** A store that blocks until the gate opens and then returns the length of each row. */
    private List<Integer> write(List<String> rows) throws SQLException {
        batches.add(List.copyOf(rows));
        await();
        return rows.stream().map(String::length).toList();
    }

    @Test
    void waitingRequestsShareABatchAndEachGetsItsOwnResults() {
        try (var commit = commit(100, 50, this::write)) {
            var first = ask(commit, "a");
            awaitBatches(1);
            var second = ask(commit, "bb", "ccc");
            var third = ask(commit, "dddd");
            gate.countDown();
            assertEquals(List.of(1), first.join());
            assertEquals(List.of(2, 3), second.join());
            assertEquals(List.of(4), third.join());
            assertEquals(List.of(List.of("a"), List.of("bb", "ccc", "dddd")), batches);
        }
    }

    @Test
    void theAgeOfTheOldestRequestIsKnownWhileBatchesComeAndGo() {
        try (var commit =
                commit(100, 50, rows -> rows.stream().map(String::length).toList())) {
            for (int i = 0; i < 20_000; i++) {
                var asked = ask(commit, "row");
                while (!asked.isDone()) {
                    assertTrue(commit.ageMillis() >= 0);
                }
            }
        }
    }

    @Test
    void aBatchStopsAtItsSize() {
        try (var commit = commit(100, 3, this::write)) {
            var waiting = new ArrayList<CompletableFuture<?>>();
            waiting.add(ask(commit, "first"));
            awaitBatches(1);
            for (int i = 0; i < 9; i++) {
                waiting.add(ask(commit, "row"));
            }
            gate.countDown();
            waiting.forEach(CompletableFuture::join);
            assertTrue(batches.stream().allMatch(batch -> batch.size() <= 3), batches.toString());
        }
    }

    @Test
    void requestsSoonAfterABatchShareTheNextOne() throws InterruptedException {
        gate.countDown();
        while (!bothAreSoonAfterABatch()) {
            batches.clear();
        }
        assertEquals(List.of(List.of("first"), List.of("a", "b")), batches);
    }

    /**
     * Returns whether both requests came within the pace, the least time between the starts of two batches. On a
     * machine that halts for seconds they may not, and then the second rightly shares nothing.
     */
    private boolean bothAreSoonAfterABatch() throws InterruptedException {
        var pace = Duration.ofSeconds(2);
        long before = System.nanoTime();
        try (var commit = commit(100, 50, Duration.ofSeconds(20), pace, this::write)) {
            ask(commit, "first").join();
            var second = ask(commit, "a");
            Thread.sleep(100); // without the pace it would be written alone in this time
            var third = ask(commit, "b");
            boolean soon = System.nanoTime() - before < pace.toNanos();
            second.join();
            third.join();
            return soon;
        }
    }

    @Test
    void afterAFullBatchTheNextOneStartsAtOnce() throws Exception {
        gate.countDown();
        var anHour = Duration.ofHours(1);
        try (var commit = commit(100, 1, anHour, anHour, this::write)) {
            for (var row : List.of("a", "b", "c")) {
                ask(commit, row).get(Eventually.PATIENCE.toSeconds(), TimeUnit.SECONDS);
            }
        }
        assertEquals(List.of(List.of("a"), List.of("b"), List.of("c")), batches);
    }

    @Test
    void aFullQueueRefusesARequestAtOnce() {
        try (var commit = commit(2, 50, this::write)) {
            ask(commit, "being written");
            awaitBatches(1);
            ask(commit, "waits");
            ask(commit, "waits too");
            assertNotStored(ask(commit, "one too many"));
            gate.countDown();
        }
    }

    @Test
    void aRequestPastItsDeadlineFailsEvenWhileTheWriterHangs() throws InterruptedException {
        try (var commit = commit(10, 50, Duration.ofMillis(50), Duration.ZERO, this::write)) {
            var written = ask(commit, "being written");
            awaitBatches(1);
            var queued = ask(commit, "queued");
            Thread.sleep(80);
            commit.failOverdue();
            assertNotStored(written);
            assertNotStored(queued);
            gate.countDown();
        }
        assertEquals(List.of(List.of("being written")), batches, "nobody waited for the second any more");
    }

    @Test
    void closingStoresTheWaitingRequestsAndRefusesNewOnes() {
        var commit = commit(10, 1, this::write);
        var waiting = List.of(ask(commit, "a"), ask(commit, "b"), ask(commit, "c"));
        gate.countDown();
        commit.close();
        waiting.forEach(one -> assertEquals(List.of(1), one.join()));
        assertNotStored(ask(commit, "too late"));
    }

    @Test
    void aRefusedRowDoesNotFailTheOthersOfItsBatch() {
        try (var commit = commit(100, 50, rows -> {
            batches.add(List.copyOf(rows));
            await();
            if (rows.contains("bad")) {
                throw new SQLException("too long", "22001");
            }
            return rows.stream().map(String::length).toList();
        })) {
            ask(commit, "first");
            awaitBatches(1);
            var good = ask(commit, "good", "bad", "fine");
            var neighbour = ask(commit, "neighbour");
            gate.countDown();
            assertEquals(List.of(4, -1, 4), good.join());
            assertEquals(List.of(9), neighbour.join());
        }
    }

    @Test
    void aDeadlockIsRetried() {
        gate.countDown();
        try (var commit = commit(100, 50, rows -> {
            batches.add(rows);
            if (batches.size() < 3) {
                throw new SQLException("deadlock", "40001", 1213);
            }
            return List.of(1);
        })) {
            assertEquals(List.of(1), ask(commit, "a").join());
        }
    }

    @Test
    void anyOtherFailureFailsTheBatchAndTheWriterContinues() {
        gate.countDown();
        try (var commit = commit(100, 50, rows -> {
            batches.add(rows);
            if (batches.size() == 1) {
                throw new IllegalStateException("a mistake of ours");
            }
            if (batches.size() == 2) {
                throw new SQLException("disk full", "HY000", 1021);
            }
            return List.of(1);
        })) {
            assertNotStored(ask(commit, "a"));
            assertNotStored(ask(commit, "b"));
            assertEquals(List.of(1), ask(commit, "c").join());
        }
    }

    private GroupCommit<String, Integer> commit(int waiting, int rows, GroupCommit.Store<String, Integer> store) {
        return commit(waiting, rows, Duration.ofSeconds(20), Duration.ZERO, store);
    }

    private GroupCommit<String, Integer> commit(
            int waiting, int rows, Duration deadline, Duration pace, GroupCommit.Store<String, Integer> store) {
        return new GroupCommit<>("test", new GroupCommit.Limits(waiting, rows, deadline, pace), store, -1);
    }

    private static CompletableFuture<List<Integer>> ask(GroupCommit<String, Integer> commit, String... rows) {
        return commit.write(List.of(rows)).toCompletableFuture();
    }

    private static void assertNotStored(CompletableFuture<?> asked) {
        assertInstanceOf(
                NotStored.class,
                assertThrows(CompletionException.class, asked::join).getCause());
    }

    private void await() {
        try {
            gate.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void awaitBatches(int count) {
        while (batches.size() < count) {
            Thread.onSpinWait();
        }
    }
}
