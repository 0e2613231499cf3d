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
import uk.thinkuknow.identity.signin.SignIns;
import uk.thinkuknow.identity.staff.Account;
import uk.thinkuknow.operations.outbox.Backoff;
import uk.thinkuknow.operations.outbox.OldEntries;
import uk.thinkuknow.operations.outbox.Outbox;
import uk.thinkuknow.operations.outbox.OutboxEntry;
import uk.thinkuknow.operations.outbox.OutboxEntry.State;
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
    private final SignIns signIns;

    AccountOrders(Event<Written> written, SignIns signIns, Clock clock, RandomGenerator random) {
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
        this.signIns = signIns;
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

    /** Ends every sign-in of an account: ours now, Keycloak's once it is told. */
    public void signOut(Account person, String by) {
        signIns.endAllOf(person.username());
        give(person.username(), AccountOrder.Kind.SIGN_OUT, null, by);
    }

    /** Everything that waits is due now; returns how many that are. */
    public int hurryAll() {
        var waiting = open();
        waiting.forEach(each -> {
            each.hurry(clock.instant());
            wake(each.username());
        });
        return waiting.size();
    }

    /** What waits of an account need not be told any more. */
    public void dropWaitingOf(String username) {
        openOf(username).stream()
                .filter(order -> order.state() == State.WAITING)
                .forEach(order -> order.isSent(null, clock.instant()));
    }

    /** Keycloak knows the account no more: nothing is left to be told, and nothing is kept under its name. */
    public void forget(String username) {
        openOf(username).forEach(order -> order.isSent(null, clock.instant()));
        list("username", username).forEach(order -> order.isOf("erased"));
    }

    /** Has the orders of an account looked at once the caller's transaction is committed. */
    private void wake(String username) {
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

    public boolean isPending(String username) {
        return count("username = ?1 and state in ?2", username, OutboxEntry.OPEN) > 0;
    }

    /** Whether an account was made from here. */
    public boolean made(String username) {
        return count("username = ?1 and kind = ?2", username, AccountOrder.Kind.CREATE) > 0;
    }
}
