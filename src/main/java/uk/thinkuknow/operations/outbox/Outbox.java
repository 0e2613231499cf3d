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
 * An outbox table: claims its pending entries one by one, sends them to a system outside and stores the result.
 *
 * <p>No transaction is open while an entry is sent. An entry is sent at least once: if a sender dies, another sends the
 * entry again when the claim expires.
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
     * The properties of an outbox.
     *
     * @param words what its entries are, for example "Letters to staff"
     * @param advice for administrators, when the oldest entry has waited too long
     * @param claim how long a sender may take before it counts as dead
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
    public PendingCount waiting() {
        return RetryOnConflict.call(() -> {
            var row = getEntityManager()
                    .createQuery(
                            "select count(e), min(e.writtenAt) from %s e where e.state in ?1".formatted(name()),
                            Object[].class)
                    .setParameter(1, OutboxEntry.OPEN)
                    .getSingleResult();
            var since = row[1] instanceof Instant oldest ? Duration.between(oldest, clock.instant()) : Duration.ZERO;
            return new PendingCount((Long) row[0], Math.max(0, since.toSeconds()));
        });
    }

    /** Sends entries until none is due or the receiver is unreachable; the rest waits for the next call. */
    public void deliver(OutboxSender<E> sender) {
        deliver(sender, "");
    }

    /** @param condition an additional condition on an entry e, whose parameters start at ?3 */
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

    /** The next due entry, locked; entries that another sender has locked are skipped. */
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

    /** An additional condition on an entry e to be sent, starting with "and"; empty for none. */
    protected String condition() {
        return "";
    }

    /** @return false if the receiver is unreachable, so that the other entries need not be tried */
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

    /** The entity's name in queries. */
    String name() {
        return kind.type().getSimpleName();
    }
}
