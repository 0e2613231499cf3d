package uk.thinkuknow.schools.accounts;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import uk.thinkuknow.common.RetentionRule;
import uk.thinkuknow.schools.members.AccountOrders;

/** Deletes what Keycloak has been told of accounts; what it is still to be told stays. */
@Singleton
public class OldAccountOrders implements RetentionRule {
    private static final Duration KEPT = Duration.ofDays(60);
    private static final String OVER = "doneAt < ?1";

    private final AccountOrders orders;
    private final Clock clock;

    OldAccountOrders(AccountOrders orders, Clock clock) {
        this.orders = orders;
        this.clock = clock;
    }

    @Override
    public Terms terms() {
        return new Terms(
                "account-orders",
                "What Keycloak was told of accounts",
                "the day it was told",
                (int) KEPT.toDays(),
                "So far back it can be looked up why an account is as it is. What was changed and by whom stands in the audit.",
                LocalDate.of(2026, 12, 1));
    }

    @Override
    public long due() {
        return orders.count(OVER, day());
    }

    @Override
    public int deleteSome() {
        return QuarkusTransaction.requiringNew().call(() -> (int) orders.delete(OVER, day()));
    }

    private Instant day() {
        return clock.instant().minus(KEPT);
    }
}
