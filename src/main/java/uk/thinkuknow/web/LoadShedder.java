package uk.thinkuknow.web;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.All;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import uk.thinkuknow.common.FilterOrder;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.web.internals.EventLoops;

/**
 * Sheds load: refuses requests while there are more than can be served, first reports, then staff pages, then children
 * who join, and last the answers of children.
 *
 * <p>Load is measured as event-loop lag: how late a timer fires on each thread that accepts requests. A thread takes up
 * to a thousand requests before it looks at its timers, and quick requests hardly delay them; so a thread that finds
 * hundreds of connections waiting at once counts as late too. Requests other than answers are also refused while
 * children's answers wait long to be stored.
 */
@Singleton
class LoadShedder {
    private static final int TICK_MILLIS = 50;
    /** The median of this many measurements counts, because a single delay of a busy machine is no overload. */
    private static final int MEASURED = 5;

    private final TraitsByPath paths;
    private final RandomGenerator random;
    private final List<StorageQueue> queues;
    private final List<Counter> turnedAway;
    private final ThreadLocal<WaitingConnections> takenHere = new ThreadLocal<>();
    /**
     * This many connections waiting for one thread count as overload. Normal is a handful; the JDK returns 1,024 at
     * most.
     */
    int crowd = 700;

    private AtomicLongArray late = new AtomicLongArray(0);
    private volatile long waiting;

    LoadShedder(TraitsByPath paths, RandomGenerator random, @All List<StorageQueue> queues, MeterRegistry meters) {
        this.paths = paths;
        this.random = random;
        this.queues = queues;
        turnedAway = Stream.of(Importance.values())
                .map(importance -> Counter.builder("http.turned.away")
                        .tag("what", importance.name().toLowerCase(Locale.ROOT))
                        .description(Words.of("web.turnedAwayMeter"))
                        .register(meters))
                .toList();
        Gauge.builder("http.late", this::lateMillis)
                .baseUnit("milliseconds")
                .description(Words.of("web.lateMeter"))
                .register(meters);
    }

    void register(@Observes Filters filters) {
        filters.register(
                request -> {
                    var taken = takenHere.get();
                    if (taken != null) {
                        taken.add(request.request().connection());
                    }
                    var importance = importance(request.request().method(), request.normalizedPath());
                    double share = importance.share(importance == Importance.ANSWER ? lateMillis() : behindMillis());
                    if (share > 0 && random.nextDouble() < share) {
                        turnAway(request, importance);
                    } else {
                        request.next();
                    }
                },
                FilterOrder.LOAD_SHEDDING);
    }

    /** Staff forms count as answers: their work is already done and should not be lost. */
    Importance importance(HttpMethod method, String path) {
        var importance = paths.of(path).importance();
        return method.equals(HttpMethod.GET) || importance == Importance.JOIN ? importance : Importance.ANSWER;
    }

    /** Starts a timer on each thread that accepts requests. */
    void watch(@Observes StartupEvent start, Vertx vertx) {
        var threads = EventLoops.of(vertx);
        late = new AtomicLongArray(threads.size());
        int at = 0;
        for (var thread : threads) {
            thread.scheduleWithFixedDelay(new Tick(at++, thread), TICK_MILLIS, TICK_MILLIS, TimeUnit.MILLISECONDS);
        }
        var stored = new Median();
        vertx.setPeriodic(
                TICK_MILLIS,
                tick -> waiting = stored.with(
                        queues.stream().mapToLong(StorageQueue::millis).max().orElse(0)));
    }

    /** The median of the last measurements. */
    private static final class Median {
        private final long[] measured = new long[MEASURED];
        private int ticks;

        long with(long now) {
            measured[ticks++ % MEASURED] = now;
            var sorted = measured.clone();
            Arrays.sort(sorted);
            return sorted[MEASURED / 2];
        }
    }

    /** Measures the lag of one thread at every tick of its timer. */
    private final class Tick implements Runnable {
        private final int number;
        private final WaitingConnections taken;
        private final Median median = new Median();
        private long last = System.nanoTime();

        Tick(int number, Executor thread) {
            this.number = number;
            taken = new WaitingConnections(thread);
            thread.execute(() -> takenHere.set(taken));
        }

        @Override
        public void run() {
            long now = System.nanoTime();
            long passed = TimeUnit.NANOSECONDS.toMillis(now - last);
            late.set(number, median.with(lateness(passed - TICK_MILLIS, taken.takeLargest())));
            last = now;
        }
    }

    /**
     * The lag of a thread in milliseconds; with {@link #crowd} or more waiting connections, at least the lag at which
     * every join is refused.
     */
    long lateness(long lateMillis, int foundWaiting) {
        return foundWaiting < crowd ? lateMillis : Math.max(lateMillis, Importance.JOIN.allFrom());
    }

    /** The lag of the latest thread, in milliseconds. */
    double lateMillis() {
        long latest = 0;
        for (int i = 0; i < late.length(); i++) {
            latest = Math.max(latest, late.get(i));
        }
        return latest;
    }

    /**
     * The lag of the latest thread or, if that is longer, how long children's answers have waited to be stored; in
     * milliseconds.
     */
    double behindMillis() {
        return Math.max(lateMillis(), waiting);
    }

    private void turnAway(RoutingContext request, Importance importance) {
        turnedAway.get(importance.ordinal()).increment();
        request.response().putHeader("Retry-After", "" + importance.retryAfter());
        if (request.request().method().equals(HttpMethod.GET)) {
            // the page reloads without a click
            request.response().putHeader("Refresh", "" + importance.retryAfter());
        }
        ErrorPages.end(request, 503);
    }
}
