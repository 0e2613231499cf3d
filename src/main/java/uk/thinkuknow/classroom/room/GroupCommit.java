package uk.thinkuknow.classroom.room;

import io.quarkus.logging.Log;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import uk.thinkuknow.common.DatabaseErrors;
import uk.thinkuknow.common.RetryOnConflict;

/**
 * Group commit: one writer thread stores the rows of all waiting requests with one statement and one commit, and
 * completes a request only after the commit.
 *
 * <p>If the database refuses a batch because of one row, the batch is written again row by row, so that the other rows
 * are stored. Conflicts and lost connections are retried; any other error fails the whole batch. A request past its
 * deadline fails even if the writer hangs. Its rows may still be stored, so the caller repeats it with the same keys.
 */
final class GroupCommit<T, R> implements AutoCloseable {
    private static final long PAUSE_MILLIS = 25;
    private static final Duration DRAIN = Duration.ofSeconds(12);

    private final String name;
    private final Limits limits;
    private final Store<T, R> store;
    private final R refused;
    private final BlockingQueue<PendingRequest<T, R>> queue;
    private final AtomicInteger lastBatch = new AtomicInteger();
    private final Thread writer;
    private volatile List<PendingRequest<T, R>> writing = List.of();
    private long begun;
    private volatile boolean closing;

    /** Stores rows with one statement and returns the result of each, in order. */
    interface Store<T, R> {
        List<R> write(List<T> rows) throws SQLException;
    }

    /**
     * Limits of the queue and of a batch.
     *
     * @param waiting most requests in the queue; further ones fail at once
     * @param rowsABatch rows after which a batch is full
     * @param pace shortest time between the starts of two batches, so that requests in between share the next batch. A
     *     request that comes after that time does not wait, and neither does the batch after a full one.
     */
    record Limits(int waiting, int rowsABatch, Duration deadline, Duration pace) {}

    /** A request in the queue. */
    private record PendingRequest<T, R>(List<T> rows, long since, CompletableFuture<List<R>> stored) {}

    /**
     * Starts the writer thread.
     *
     * @param refused the result for a row that the database refuses
     */
    GroupCommit(String name, Limits limits, Store<T, R> store, R refused) {
        this.name = name;
        this.limits = limits;
        this.store = store;
        this.refused = refused;
        queue = new ArrayBlockingQueue<>(limits.waiting());
        begun = System.nanoTime() - limits.pace().toNanos();
        writer = Thread.ofPlatform().name(name + "-writer").daemon().start(this::writeOn);
    }

    /** Queues rows to be stored; completes after the commit, or fails with {@link NotStored}. */
    CompletionStage<List<R>> write(List<T> rows) {
        var waiting = new PendingRequest<T, R>(rows, System.nanoTime(), new CompletableFuture<>());
        if (closing || !queue.offer(waiting)) {
            waiting.stored().completeExceptionally(new NotStored("queue full"));
        }
        return waiting.stored();
    }

    /** Fails requests past their deadline; call it a few times a second. */
    void failOverdue() {
        long now = System.nanoTime();
        for (var waiting : writing) {
            failIfOverdue(waiting, now);
        }
        for (var waiting : queue) {
            if (!failIfOverdue(waiting, now)) {
                return;
            }
        }
    }

    int waiting() {
        return queue.size();
    }

    int lastBatch() {
        return lastBatch.get();
    }

    /** Age of the oldest waiting request in milliseconds; 0 if none waits. */
    long ageMillis() {
        var batch = writing; // read once: the writer may finish it in the meantime
        var first = batch.isEmpty() ? queue.peek() : batch.getFirst();
        return first == null ? 0 : TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - first.since());
    }

    /** Refuses new requests and stores the waiting ones, for at most 12 seconds. */
    @Override
    public void close() {
        closing = true;
        try {
            if (!writer.join(DRAIN)) {
                writer.interrupt();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean failIfOverdue(PendingRequest<T, R> waiting, long now) {
        boolean overdue = now - waiting.since() > limits.deadline().toNanos();
        if (overdue) {
            waiting.stored().completeExceptionally(new NotStored("database slow"));
        }
        return overdue;
    }

    private void writeOn() {
        while (!(closing && queue.isEmpty())) {
            try {
                var batch = nextBatch();
                writing = batch;
                if (!batch.isEmpty()) {
                    write(batch, rowsOf(batch));
                }
            } catch (InterruptedException e) {
                failAll(writing, e);
                return;
            } catch (SQLException | RuntimeException e) {
                Log.errorf(
                        "%s: %d requests were not stored: %s",
                        name, writing.size(), e.getClass().getSimpleName());
                failAll(writing, e);
            } finally {
                writing = List.of();
            }
        }
    }

    private List<PendingRequest<T, R>> nextBatch() throws InterruptedException {
        if (lastBatch.get() < limits.rowsABatch()) {
            TimeUnit.NANOSECONDS.sleep(begun + limits.pace().toNanos() - System.nanoTime());
        }
        var first = queue.poll(100, TimeUnit.MILLISECONDS);
        if (first == null) {
            return List.of();
        }
        var batch = new ArrayList<PendingRequest<T, R>>();
        int rows = 0;
        for (var next = first; next != null; next = rows < limits.rowsABatch() ? queue.poll() : null) {
            if (!next.stored().isDone()) {
                batch.add(next);
                rows += next.rows().size();
            }
        }
        lastBatch.set(rows);
        begun = System.nanoTime();
        return batch;
    }

    private List<T> rowsOf(List<PendingRequest<T, R>> batch) {
        if (batch.size() == 1) {
            return batch.getFirst().rows();
        }
        var rows = new ArrayList<T>();
        batch.forEach(waiting -> rows.addAll(waiting.rows()));
        return rows;
    }

    private void write(List<PendingRequest<T, R>> batch, List<T> rows) throws SQLException, InterruptedException {
        List<R> results;
        try {
            results = tryToWrite(batch, rows);
        } catch (SQLException e) {
            if (!isAboutARow(e)) {
                throw e;
            }
            results = writeOneByOne(batch, rows);
        }
        if (results.size() != rows.size()) {
            throw new SQLException("row unanswered");
        }
        int from = 0;
        for (var waiting : batch) {
            int to = from + waiting.rows().size();
            waiting.stored().complete(results.subList(from, to));
            from = to;
        }
    }

    private List<R> writeOneByOne(List<PendingRequest<T, R>> batch, List<T> rows)
            throws SQLException, InterruptedException {
        var results = new ArrayList<R>(rows.size());
        for (var row : rows) {
            try {
                results.addAll(tryToWrite(batch, Collections.singletonList(row)));
            } catch (SQLException e) {
                if (!isAboutARow(e)) {
                    throw e;
                }
                Log.warnf("%s: a row was refused by the database, state %s", name, e.getSQLState());
                results.add(refused);
            }
        }
        return results;
    }

    /** Retries after a conflict or a lost connection; the keys of the rows make that idempotent. */
    private List<R> tryToWrite(List<PendingRequest<T, R>> batch, List<T> rows)
            throws SQLException, InterruptedException {
        for (int tried = 1; ; tried++) {
            try {
                return store.write(rows);
            } catch (SQLException e) {
                // Also after a commit whose result was lost: rows that were stored are found by their keys.
                boolean again = RetryOnConflict.isRetryable(e) || DatabaseErrors.isConnectionLost(e);
                if (!again
                        || tried == RetryOnConflict.TRIES
                        || batch.stream().allMatch(w -> w.stored().isDone())) {
                    throw e;
                }
                Thread.sleep(PAUSE_MILLIS * tried);
            }
        }
    }

    private void failAll(List<PendingRequest<T, R>> batch, Exception cause) {
        batch.forEach(waiting -> waiting.stored()
                .completeExceptionally(new NotStored(cause.getClass().getSimpleName())));
    }

    private static boolean isAboutARow(SQLException e) {
        var state = e.getSQLState();
        return state != null && (state.startsWith("22") || state.startsWith("23"));
    }
}
