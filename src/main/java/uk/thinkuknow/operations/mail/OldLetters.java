package uk.thinkuknow.operations.mail;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import uk.thinkuknow.common.RetentionRule;

/** Deletes letters that are over: sent, or given up. What waits stays. */
@Singleton
class OldLetters implements RetentionRule {
    static final Duration KEPT = Duration.ofDays(90);
    private static final int AT_ONCE = 500;

    private final Outbox outbox;
    private final Clock clock;

    OldLetters(Outbox outbox, Clock clock) {
        this.outbox = outbox;
        this.clock = clock;
    }

    @Override
    public Terms terms() {
        return new Terms(
                "letters",
                "Letters that were sent or given up",
                "the day it was written",
                (int) KEPT.toDays(),
                "So far back the page of letters says whether somebody was told; then the addresses on envelopes go too.",
                LocalDate.of(2026, 11, 1));
    }

    @Override
    public long due() {
        return outbox.countOverBefore(day());
    }

    @Override
    public int deleteSome() {
        return QuarkusTransaction.requiringNew().call(() -> outbox.deleteOverBefore(day(), AT_ONCE));
    }

    private Instant day() {
        return clock.instant().minus(KEPT);
    }
}
