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
import uk.thinkuknow.web.internals.EventLoops;

/**
 * Turns requests away, for a moment and by importance, while more come than can be served: reports first, then pages of staff,
 * then children who are about to join, and a child's answers last. What is measured is how late the threads that take requests
 * in come to their own timers, again and again: that grows with whatever is too much, and a request that is served in time never counts.
 * A thread takes a thousand requests at most before it looks at its timers, which a quick one does in no time while thousands more
 * wait: so one that finds hundreds waiting at once counts as late too. Whoever is no child at work is also turned away while what
 * children send waits for long to be stored.
 */
@Singleton
class Overload {
    private static final int TICK_MILLIS = 50;
    /** After the headers that every answer has. */
    private static final int BEFORE_ANY_PAGE = 990;
    /** The middle one of so many counts: what a busy machine delays once in a while is no overload. */
    private static final int LATELY = 5;

    private final RandomGenerator random;
    private final List<Waiting> queues;
    private final List<Counter> turnedAway;
    private final ThreadLocal<TakenAtOnce> takenHere = new ThreadLocal<>();
    /** So many connections that wait for one thread at once: in time it is a handful; the JDK hands out no more than 1,024. */
    int crowd = 700;

    private AtomicLongArray late = new AtomicLongArray(0);
    private volatile long waiting;

    Overload(RandomGenerator random, @All List<Waiting> queues, MeterRegistry meters) {
        this.random = random;
        this.queues = queues;
        turnedAway = Stream.of(Importance.values())
                .map(importance -> Counter.builder("http.turned.away")
                        .tag("what", importance.name().toLowerCase(Locale.ROOT))
                        .description("requests that were told to come again")
                        .register(meters))
                .toList();
        Gauge.builder("http.late", this::lateMillis)
                .baseUnit("milliseconds")
                .description("how late the threads that take requests in are")
                .register(meters);
    }

    /** The least important first. In time they are late by some 10 ms, and seldom by more than half a second however many wait. */
    enum Importance {
        REPORT(150, 300, 10),
        STAFF(200, 400, 5),
        JOIN(300, 500, 2),
        ANSWER(1_000, 3_000, 2);

        private final int from;
        private final int to;
        private final int retryAfter;

        Importance(int from, int to, int retryAfter) {
            this.from = from;
            this.to = to;
            this.retryAfter = retryAfter;
        }

        /** Which share of requests is turned away: none up to a lateness, all from another on. */
        double share(double lateMillis) {
            return Math.clamp((lateMillis - from) / (to - from), 0, 1);
        }

        /** The lateness from which on all are turned away, in milliseconds. */
        int allFrom() {
            return to;
        }

        /** Forms of staff are work that was done, and who can help is for whoever needs it: both are served like answers. */
        static Importance of(HttpMethod method, String path) {
            if (path.equals("/api/classroom") || path.equals("/")) {
                return JOIN;
            }
            if (path.startsWith("/api/") && !path.equals("/api/reach")
                    || path.startsWith("/lesson")
                    || path.startsWith("/help")
                    || path.startsWith("/assets/")
                    || path.startsWith("/pictures/")
                    || path.startsWith("/media/")
                    || !method.equals(HttpMethod.GET)) {
                return ANSWER;
            }
            boolean report = path.startsWith("/reach")
                    || path.startsWith("/coverage")
                    || path.startsWith("/outcomes")
                    || path.startsWith("/figures")
                    || path.equals("/api/reach");
            return report ? REPORT : STAFF;
        }
    }

    void register(@Observes Filters filters) {
        filters.register(
                request -> {
                    var taken = takenHere.get();
                    if (taken != null) {
                        taken.one(request.request().connection());
                    }
                    var importance = Importance.of(request.request().method(), request.normalizedPath());
                    double share = importance.share(importance == Importance.ANSWER ? lateMillis() : behindMillis());
                    if (share > 0 && random.nextDouble() < share) {
                        turnAway(request, importance);
                    } else {
                        request.next();
                    }
                },
                BEFORE_ANY_PAGE);
    }

    /** A timer on each of the threads that take requests in. */
    void watch(@Observes StartupEvent start, Vertx vertx) {
        var threads = EventLoops.of(vertx);
        late = new AtomicLongArray(threads.size());
        int at = 0;
        for (var thread : threads) {
            thread.scheduleWithFixedDelay(new Tick(at++, thread), TICK_MILLIS, TICK_MILLIS, TimeUnit.MILLISECONDS);
        }
        var stored = new Lately();
        vertx.setPeriodic(
                TICK_MILLIS,
                tick -> waiting = stored.middle(
                        queues.stream().mapToLong(Waiting::millis).max().orElse(0)));
    }

    /** What was measured the last few times. */
    private static final class Lately {
        private final long[] measured = new long[LATELY];
        private int ticks;

        long middle(long now) {
            measured[ticks++ % LATELY] = now;
            var sorted = measured.clone();
            Arrays.sort(sorted);
            return sorted[LATELY / 2];
        }
    }

    private final class Tick implements Runnable {
        private final int number;
        private final TakenAtOnce taken;
        private final Lately lately = new Lately();
        private long last = System.nanoTime();

        Tick(int number, Executor thread) {
            this.number = number;
            taken = new TakenAtOnce(thread);
            thread.execute(() -> takenHere.set(taken));
        }

        @Override
        public void run() {
            long now = System.nanoTime();
            long passed = TimeUnit.NANOSECONDS.toMillis(now - last);
            late.set(number, lately.middle(lateness(passed - TICK_MILLIS, taken.mostSinceLast())));
            last = now;
        }
    }

    /** How late a thread is, in milliseconds; while a crowd waits for it, late enough for all who join to be turned away. */
    long lateness(long lateMillis, int foundWaiting) {
        return foundWaiting < crowd ? lateMillis : Math.max(lateMillis, Importance.JOIN.allFrom());
    }

    /** The latest of the threads, in milliseconds. */
    double lateMillis() {
        long latest = 0;
        for (int i = 0; i < late.length(); i++) {
            latest = Math.max(latest, late.get(i));
        }
        return latest;
    }

    /** The same, or how long what children send has been waiting to be stored, if that is longer. */
    double behindMillis() {
        return Math.max(lateMillis(), waiting);
    }

    private void turnAway(RoutingContext request, Importance importance) {
        turnedAway.get(importance.ordinal()).increment();
        request.response().putHeader("Retry-After", "" + importance.retryAfter);
        if (request.request().method().equals(HttpMethod.GET)) {
            // whoever waits before a page need do nothing
            request.response().putHeader("Refresh", "" + importance.retryAfter);
        }
        Problems.end(request, 503);
    }
}
