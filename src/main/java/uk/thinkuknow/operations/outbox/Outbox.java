package uk.thinkuknow.operations.outbox;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import io.quarkus.logging.Log;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.random.RandomGenerator;
import org.hibernate.LockMode;
import org.hibernate.Session;
import uk.thinkuknow.common.RetryOnConflict;

/**
 * Entries of one kind on their way to a system outside. Each is claimed in a transaction of its own, and none is open while the
 * system is spoken to. An entry is sent at least once: one whose sender died is sent again when its claim runs out.
 */
public abstract class Outbox<E extends OutboxEntry> implements PanacheRepository<E>, Backlog {
    private final Kind<E> kind;
    protected final Clock clock;
    private final RandomGenerator random;
    private final AtomicBoolean isAway = new AtomicBoolean();

    protected Outbox(Kind<E> kind, Clock clock, RandomGenerator random) {
        this.kind = kind;
        this.clock = clock;
        this.random = random;
    }

    /**
     * What is the same for all entries of an outbox.
     *
     * @param words what waits in it, for example "Letters to staff"
     * @param advice what to do when the oldest has waited for too long
     * @param claim how long a sender may take; after it the sender is taken for dead
     */
    public record Kind<E>(Class<E> type, String key, String words, String advice, Backoff backoff, Duration claim) {}

    @Override
    public String key() {
        return kind.key();
    }

    @Override
    public String words() {
        return kind.words();
    }

    @Override
    public String advice() {
        return kind.advice();
    }

    @Override
    public Waiting waiting() {
        return RetryOnConflict.call(() -> {
            var row = getEntityManager()
                    .createQuery(
                            "select count(e), min(e.writtenAt) from %s e where e.state in ?1".formatted(name()),
                            Object[].class)
                    .setParameter(1, OutboxEntry.OPEN)
                    .getSingleResult();
            var since = row[1] instanceof Instant oldest ? Duration.between(oldest, clock.instant()) : Duration.ZERO;
            return new Waiting((Long) row[0], Math.max(0, since.toSeconds()));
        });
    }

    /** Sends until nothing is due, or the other side is away: then the rest waits for the next time. */
    public void deliver(OutboxSender<E> sender) {
        deliver(sender, "");
    }

    /** @param condition and more that must hold of an entry e, with its values from ?3 on */
    protected void deliver(OutboxSender<E> sender, String condition, Object... values) {
        var on = true;
        while (on) {
            on = claim(condition, values).map(entry -> send(sender, entry)).orElse(false);
        }
    }

    private Optional<E> claim(String condition, Object... values) {
        return RetryOnConflict.call(() -> {
            var now = clock.instant();
            var next = due(now, condition, values).stream().findFirst();
            next.ifPresent(entry -> entry.claim(now, kind.claim()));
            return next;
        });
    }

    /** The next entry that is due, locked; those that another sender holds are passed over. */
    private List<E> due(Instant now, String condition, Object... values) {
        var query = getEntityManager()
                .unwrap(Session.class)
                .createSelectionQuery(
                        "select e from %s e where e.state in ?1 and e.dueAt <= ?2 %s %s order by e.dueAt, e.id"
                                .formatted(name(), condition(), condition),
                        kind.type())
                .setHibernateLockMode(LockMode.UPGRADE_SKIPLOCKED)
                .setParameter(1, OutboxEntry.OPEN)
                .setParameter(2, now)
                .setMaxResults(1);
        for (int i = 0; i < values.length; i++) {
            query.setParameter(i + 3, values[i]);
        }
        return query.getResultList();
    }

    /** More that must hold of an entry e before it is sent, beginning with "and". */
    protected String condition() {
        return "";
    }

    /** @return whether it is of use to go on with the next one */
    private boolean send(OutboxSender<E> sender, E entry) {
        var result = sent(sender, entry);
        RetryOnConflict.call(() -> note(sender, entry.id(), result));
        boolean away = result.kind() == SendResult.Kind.AWAY;
        if (isAway.compareAndSet(!away, away)) {
            Log.warnf("%s %s", words(), away ? "wait: " + result.words() : "go out again");
        }
        if (!away && !result.isTaken()) {
            Log.warnf("%s was not taken at try %d: %s", entry.label(), entry.attempts(), result.words());
        }
        return !away;
    }

    private static <E extends OutboxEntry> SendResult sent(OutboxSender<E> sender, E entry) {
        try {
            return sender.send(entry);
        } catch (RuntimeException e) {
            Log.errorf(e, "%s could not be sent, others go on", entry.label());
            return SendResult.later(e.getClass().getSimpleName());
        }
    }

    private Optional<E> note(OutboxSender<E> sender, long id, SendResult result) {
        var noted = findByIdOptional(id);
        noted.ifPresent(entry -> {
            entry.settle(result, kind.backoff(), clock.instant(), random);
            sender.noted(entry, result);
        });
        return noted;
    }

    /** The name of its entity in queries. */
    String name() {
        return kind.type().getSimpleName();
    }
}
