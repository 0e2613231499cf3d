package uk.thinkuknow.operations.webhook;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import uk.thinkuknow.common.RetentionRule;

/** Deletes calls to other systems that are over: answered, or given up. What waits stays. */
@Singleton
class OldCalls implements RetentionRule {
    private static final Duration KEPT = Duration.ofDays(90);
    private static final int AT_ONCE = 500;

    private final Calls calls;
    private final Clock clock;

    OldCalls(Calls calls, Clock clock) {
        this.calls = calls;
        this.clock = clock;
    }

    @Override
    public Terms terms() {
        return new Terms(
                "webhook-calls",
                "Calls to other systems that were answered or given up",
                "the day it was written",
                (int) KEPT.toDays(),
                "So far back a call can be looked at when the other side says that it never came.",
                LocalDate.of(2026, 11, 1));
    }

    @Override
    public long due() {
        return calls.countOverBefore(day());
    }

    @Override
    public int deleteSome() {
        return QuarkusTransaction.requiringNew().call(() -> calls.deleteOverBefore(day(), AT_ONCE));
    }

    private Instant day() {
        return clock.instant().minus(KEPT);
    }
}
