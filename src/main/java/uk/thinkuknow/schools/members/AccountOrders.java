package uk.thinkuknow.schools.members;

import jakarta.annotation.Priority;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.RetentionRule;
import uk.thinkuknow.operations.outbox.Backoff;
import uk.thinkuknow.operations.outbox.OldEntries;
import uk.thinkuknow.operations.outbox.Outbox;
import uk.thinkuknow.operations.outbox.OutboxEntry;
import uk.thinkuknow.operations.outbox.OutboxSender;

/** The orders to Keycloak. Those of one account are sent in the order in which they were given. */
@Singleton
@Priority(1)
public class AccountOrders extends Outbox<AccountOrder> {
    private static final int LISTED = 100;

    private static final RetentionRule.Terms TERMS = new RetentionRule.Terms(
            "account-orders",
            "What Keycloak was told of accounts",
            "the day it was told",
            60,
            "So far back it can be looked up why an account is as it is. What was changed and by whom stands in the audit.",
            LocalDate.of(2026, 12, 1));

    /** Each pause is twice the one before; the last repeats until the order is done. */
    private static final Backoff BACKOFF = new Backoff(
            Stream.of(5, 10, 20, 40, 80, 160, 320, 600).map(Duration::ofSeconds).toList(), 0, true);

    private final Event<Written> written;
    private final Clock clock;

    AccountOrders(Event<Written> written, Clock clock, RandomGenerator random) {
        super(
                new Kind<>(
                        AccountOrder.class,
                        "accounts",
                        "Accounts that Keycloak is to be told of",
                        "Keycloak cannot be told: is it up, and is THINKUKNOW_KEYCLOAK_ACCOUNTS_SECRET right?",
                        BACKOFF,
                        Duration.ofMinutes(1)),
                clock,
                random);
        this.written = written;
        this.clock = clock;
    }

    @Produces
    @Singleton
    RetentionRule oldAccountOrders(Clock clock) {
        return OldEntries.sinceAnswered(this, TERMS, clock);
    }

    /** An account order was written, so it can be carried out. */
    public record Written(String username) {}

    /** Writes an order in the caller's transaction: it is done once that is committed. */
    public void give(String username, AccountOrder.Kind kind, @Nullable String role, String by) {
        persist(new AccountOrder(username, kind, role, by, clock.instant()));
        wake(username);
    }

    /** Has the orders of an account looked at once the caller's transaction is committed. */
    public void wake(String username) {
        written.fire(new Written(username));
    }

    /** Sends the orders of one account until none is due. */
    public void deliverOf(String username, OutboxSender<AccountOrder> sender) {
        deliver(sender, "and e.username = ?3", username);
    }

    /** An order waits for those before it; only the removal of the account overtakes what waits. */
    @Override
    protected String condition() {
        return """
                and not exists (select 1 from AccountOrder b where b.username = e.username and b.id < e.id
                  and (b.state = SENDING or b.state = WAITING and e.kind <> REMOVE))""";
    }

    /** What is not done yet, the oldest first. */
    public List<AccountOrder> open() {
        return find("state in ?1 order by id", OutboxEntry.OPEN).page(0, LISTED).list();
    }

    public List<AccountOrder> openOf(String username) {
        return list("username = ?1 and state in ?2 order by id", username, OutboxEntry.OPEN);
    }

    public List<AccountOrder> allOf(String username) {
        return list("username", username);
    }

    public boolean isPending(String username) {
        return count("username = ?1 and state in ?2", username, OutboxEntry.OPEN) > 0;
    }

    /** Whether an account was made from here. */
    public boolean made(String username) {
        return count("username = ?1 and kind = ?2", username, AccountOrder.Kind.CREATE) > 0;
    }
}
