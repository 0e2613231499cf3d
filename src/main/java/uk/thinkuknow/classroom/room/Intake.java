package uk.thinkuknow.classroom.room;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.ConnectionPool;
import uk.thinkuknow.web.StorageQueue;

/**
 * Stores the seat claims and the events of children's devices: queues each sort and writes it to the database in
 * batches with a {@link GroupCommit}, whose queue length, batch size and age are metrics.
 */
@Singleton
@Startup
public class Intake implements StorageQueue {
    /**
     * At most 4096 requests in a queue, 200 rows in a batch and 5 seconds for a request; 10 ms between the starts of
     * two batches, because without them most commits had two or three seats or a dozen answers.
     */
    private static final GroupCommit.Limits LIMITS =
            new GroupCommit.Limits(4096, 200, Duration.ofSeconds(5), Duration.ofMillis(10));

    private final GroupCommit<SeatClaim, SeatClaimed> seats;
    private final GroupCommit<Event, Event.Outcome> events;

    /** The result of a claim: the seat as it is now, or null if the database refused the row. */
    public record SeatClaimed(@Nullable Seat seat) {}

    Intake(
            SeatRows seatRows,
            EventRows eventRows,
            ConnectionPool pool,
            ClassroomThreads threads,
            MeterRegistry meters) {
        seats = new GroupCommit<>(
                "seats",
                LIMITS,
                emptying(
                        pool,
                        claims -> seatRows.claim(claims).stream()
                                .map(SeatClaimed::new)
                                .toList()),
                new SeatClaimed(null));
        events = new GroupCommit<>("events", LIMITS, emptying(pool, eventRows::insert), Event.Outcome.NOT_TAKEN);
        measure(meters, "seats", seats);
        measure(meters, "events", events);
        threads.every(250, () -> {
            seats.failOverdue();
            events.failOverdue();
        });
    }

    /** Completes with the seat that now has the claimed place, after the commit; fails with {@link NotStored}. */
    public CompletionStage<List<SeatClaimed>> claim(SeatClaim claim) {
        return seats.write(List.of(claim));
    }

    /** Completes with the outcome of each event, in order, after the commit; fails with {@link NotStored}. */
    public CompletionStage<List<Event.Outcome>> store(List<Event> checked) {
        return checked.isEmpty() ? CompletableFuture.completedFuture(List.of()) : events.write(checked);
    }

    @Override
    public long millis() {
        return Math.max(seats.ageMillis(), events.ageMillis());
    }

    @PreDestroy
    void drain() {
        events.close();
        seats.close();
    }

    private static <T, R> GroupCommit.Store<T, R> emptying(ConnectionPool pool, GroupCommit.Store<T, R> store) {
        return rows -> {
            try {
                return store.write(rows);
            } catch (SQLException e) {
                pool.emptyIfLost(e);
                throw e;
            }
        };
    }

    private static void measure(MeterRegistry meters, String what, GroupCommit<?, ?> commit) {
        Gauge.builder("classroom.intake.waiting", commit::waiting)
                .tag("what", what)
                .description("waiting requests")
                .register(meters);
        Gauge.builder("classroom.intake.batch", commit::lastBatch)
                .tag("what", what)
                .description("batch rows")
                .register(meters);
        Gauge.builder("classroom.intake.age", commit::ageMillis)
                .tag("what", what)
                .baseUnit("milliseconds")
                .description("oldest wait")
                .register(meters);
    }
}
