package uk.thinkuknow.operations.outbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import uk.thinkuknow.common.RetentionRule;
import uk.thinkuknow.common.RetryOnConflict;

/** The retention rule of an outbox: deletes entries that were sent or given up. Pending entries stay. */
public final class OutboxRetention implements RetentionRule {
    private static final int AT_ONCE = 500;

    private final Outbox<?> outbox;
    private final Terms terms;
    private final String old;
    private final Clock clock;

    private OutboxRetention(Outbox<?> outbox, Terms terms, String counted, Clock clock) {
        this.outbox = outbox;
        this.terms = terms;
        this.old = "state in ?1 and " + counted + " < ?2";
        this.clock = clock;
    }

    /** Counts the days from when an entry was written. */
    public static OutboxRetention sinceWritten(Outbox<?> outbox, Terms terms, Clock clock) {
        return new OutboxRetention(outbox, terms, "writtenAt", clock);
    }

    /** Counts the days from the last answer. */
    public static OutboxRetention sinceAnswered(Outbox<?> outbox, Terms terms, Clock clock) {
        return new OutboxRetention(outbox, terms, "answeredAt", clock);
    }

    @Override
    public Terms terms() {
        return terms;
    }

    @Override
    public long due() {
        return outbox.count(old, OutboxEntry.OVER, day());
    }

    @Override
    public int deleteSome() {
        var ids = RetryOnConflict.call(() -> outbox.getEntityManager()
                .createQuery("select id from %s where (%s) order by id".formatted(outbox.name(), old), Long.class)
                .setParameter(1, OutboxEntry.OVER)
                .setParameter(2, day())
                .setMaxResults(AT_ONCE)
                .getResultList());
        return ids.isEmpty() ? 0 : RetryOnConflict.call(() -> (int) outbox.delete("id in ?1", ids));
    }

    private Instant day() {
        return clock.instant().minus(Duration.ofDays(terms.days()));
    }
}
