package uk.thinkuknow.classroom.worry;

import io.quarkus.logging.Log;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import uk.thinkuknow.classroom.join.ChildCalls;
import uk.thinkuknow.classroom.join.ChildSeat;
import uk.thinkuknow.classroom.join.OneAtATime;
import uk.thinkuknow.classroom.room.ClassroomThreads;
import uk.thinkuknow.classroom.room.Keys;
import uk.thinkuknow.common.PublicId;
import uk.thinkuknow.common.RetryOnConflict;

/**
 * Stores worries: the words and the alert emails are committed together within 3 seconds, or nothing is stored and the
 * child's page says so.
 */
@Singleton
class WorryIntake {
    /** Worries from one device at a seat; those of other devices that had it never count. */
    static final int A_DEVICE = 5;
    /**
     * Worries within a minute from other devices that had the card, or from the room, above which a card's device sends one and
     * waits with its next. A visitor's badge never waits.
     */
    static final int A_MINUTE_FROM_A_CARD = 10;

    static final int A_MINUTE_FROM_A_ROOM = 30;
    private static final Duration MINUTE = Duration.ofMinutes(1);

    static final Duration AFTER_THE_END = Duration.ofMinutes(60);

    /**
     * A request that is not yet being committed by then is dropped; a commit that has begun has the rest of the 3
     * seconds.
     */
    private static final Duration GIVEN_UP_AFTER = Duration.ofMillis(2200);

    private static final Duration ANSWERED_WITHIN = Duration.ofSeconds(3);

    private final Worries worries;
    private final WorryReaders receivers;
    private final WorryKeys keys;
    private final WorryAlerts alerts;
    private final Clock clock;
    private final WorryChecks checks;
    private final OneAtATime checking = new OneAtATime();
    private final OneAtATime putting = new OneAtATime();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    /**
     * A worry as sent.
     *
     * @param key made once for this worry
     * @param device keyed hash of the device
     * @param mine the child's answer to whether the card is theirs today
     */
    record SentWorry(ChildSeat seat, UUID key, byte[] device, String words, boolean mine) {
        /** Keeps the words out of logs. */
        @Override
        public String toString() {
            return "a worry";
        }
    }

    /** The state of a request: it can still be dropped, is being committed, or was dropped. */
    private enum RequestState {
        OPEN,
        COMMITTING,
        GIVEN_UP
    }

    WorryIntake(
            Worries worries,
            WorryReaders receivers,
            WorryKeys keys,
            WorryAlerts alerts,
            ClassroomThreads repeated,
            Clock clock) {
        this.worries = worries;
        this.receivers = receivers;
        this.keys = keys;
        this.alerts = alerts;
        this.clock = clock;
        checks = new WorryChecks(ANSWERED_WITHIN, clock);
        repeated.every(WorryChecks.KEPT.toMillis(), checks::forgetOld);
    }

    /**
     * Completes if a worry can be sent from this seat now; fails with the refusal that the child's page shows. The answer is
     * at most {@link WorryChecks#KEPT} old.
     */
    CompletionStage<Void> check(ChildSeat seat) {
        return inTime(
                checking,
                seat,
                () -> checks.answer(
                        seat,
                        () -> RetryOnConflict.run(4, () -> {
                            requireOpen(seat);
                            requireFewer(sentBy(seat));
                        })));
    }

    /**
     * Completes once the words and the emails are committed; fails with a refusal, or if there is not enough time. While an
     * earlier worry of the seat is being stored, or still waits for the database, another is refused without a query.
     */
    CompletionStage<Void> put(SentWorry sent) {
        var standing = new AtomicReference<>(RequestState.OPEN);
        var stored = inTime(putting, sent.seat(), () -> {
            RetryOnConflict.run(4, () -> storeOnce(sent, standing));
            checks.forget(sent.seat());
        });
        CompletableFuture.delayedExecutor(GIVEN_UP_AFTER.toMillis(), TimeUnit.MILLISECONDS, threads)
                .execute(() -> {
                    if (standing.compareAndSet(RequestState.OPEN, RequestState.GIVEN_UP)) {
                        stored.completeExceptionally(notNow());
                    }
                });
        return stored;
    }

    /** How many answers to checks are in memory. */
    int checksKept() {
        return checks.count();
    }

    @PreDestroy
    void stop() {
        threads.shutdown();
    }

    private CompletableFuture<Void> inTime(OneAtATime calls, ChildSeat seat, Runnable work) {
        return calls.run(seat.seatId(), seat.generation(), () -> CompletableFuture.runAsync(work, threads))
                .orTimeout(ANSWERED_WITHIN.toMillis(), TimeUnit.MILLISECONDS)
                .exceptionallyCompose(e -> CompletableFuture.failedFuture(inWords(e)));
    }

    private void storeOnce(SentWorry sent, AtomicReference<RequestState> standing) {
        var seat = sent.seat();
        standing.compareAndSet(RequestState.COMMITTING, RequestState.OPEN); // after a refused commit
        if (standing.get() == RequestState.GIVEN_UP) {
            throw notNow();
        }
        worries.holdSeat(seat.seatId());
        var bytes = Keys.bytes(sent.key());
        if (worries.has(seat.seatId(), bytes)) {
            return;
        }
        var schoolId = requireOpen(seat);
        long before = sentBy(seat);
        requireFewer(before);
        if (before > 0 && seat.card() != null) {
            requireCalm(seat);
        }
        persist(
                sent,
                new Worry.Origin(schoolId, seat.sessionId(), seat.seatId(), seat.generation(), bytes, sent.device()));
        if (!standing.compareAndSet(RequestState.OPEN, RequestState.COMMITTING)) {
            throw notNow();
        }
    }

    private long sentBy(ChildSeat seat) {
        return worries.countOf(seat.seatId(), seat.generation());
    }

    private static void requireFewer(long before) {
        if (before >= A_DEVICE) {
            throw ChildCalls.refusal(429, "enough");
        }
    }

    /** The first worry of each device is taken at once, so a flood silences nobody; the next waits until the flood is over. */
    private void requireCalm(ChildSeat seat) {
        var since = clock.instant().minus(MINUTE);
        if (worries.countOfOthers(seat.seatId(), seat.generation(), since) >= A_MINUTE_FROM_A_CARD
                || worries.countIn(seat.sessionId(), since) >= A_MINUTE_FROM_A_ROOM) {
            throw ChildCalls.refusal(429, "many");
        }
    }

    /** Stores a worry and its emails; a worry of the same device that is unread and a few minutes old wrote them. */
    private void persist(SentWorry sent, Worry.Origin from) {
        var id = PublicId.draw();
        var worry = new Worry(
                id,
                from,
                keys.seal(WorrySender.of(sent.seat(), sent.mine()).text(), WorryParts.sender(id)),
                keys.seal(sent.words(), WorryParts.words(id)),
                clock.instant());
        worries.persistAndFlush(worry);
        if (worries.isFirstOfDevice(worry)) {
            alerts.tell(worry, AlertStep.LEAD_AND_DEPUTY);
        }
        worries.flush();
    }

    /**
     * Checks that a worry can be sent now: the session has not ended an hour ago, there is a key, and somebody can read
     * the worry.
     *
     * @return id of the session's school
     */
    private long requireOpen(ChildSeat seat) {
        var session = worries.sessionAt(seat.sessionId());
        var ended = session.ended();
        if (ended != null && !clock.instant().isBefore(ended.plus(AFTER_THE_END))) {
            throw ChildCalls.refusal(410, "over");
        }
        if (!keys.isReady() || receivers.of(session.schoolId()).all().isEmpty()) {
            throw ChildCalls.refusal(503, "nobody");
        }
        return session.schoolId();
    }

    /** Any failure but our own refusals means that the database is not available; it is logged without the words. */
    private static RuntimeException inWords(Throwable thrown) {
        var cause = thrown instanceof CompletionException e && e.getCause() != null ? e.getCause() : thrown;
        if (ChildCalls.isRefusal(cause)) {
            return (RuntimeException) cause;
        }
        Log.warnf("a worry could not be stored: %s", cause.getClass().getSimpleName());
        return notNow();
    }

    private static RuntimeException notNow() {
        return ChildCalls.refusal(503, "not-now");
    }
}
