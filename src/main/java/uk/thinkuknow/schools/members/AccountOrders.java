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
import uk.thinkuknow.common.Words;
import uk.thinkuknow.identity.signin.SignIns;
import uk.thinkuknow.identity.staff.Account;
import uk.thinkuknow.identity.staff.PeopleService;
import uk.thinkuknow.operations.outbox.Backoff;
import uk.thinkuknow.operations.outbox.Outbox;
import uk.thinkuknow.operations.outbox.OutboxEntry;
import uk.thinkuknow.operations.outbox.OutboxEntry.State;
import uk.thinkuknow.operations.outbox.OutboxRetention;
import uk.thinkuknow.operations.outbox.OutboxSender;

/**
 * Outbox of account orders to Keycloak. The orders of one account are sent in the order they were given, except that
 * the removal of the account overtakes pending ones.
 */
@Singleton
@Priority(1)
public class AccountOrders extends Outbox<AccountOrder> {
    private static final int LISTED = 100;

    private static final RetentionRule.Terms TERMS = new RetentionRule.Terms(
            "account-orders",
            Words.of("members.retained"),
            Words.of("members.retainedAfter"),
            60,
            Words.of("members.retainedWhy"),
            LocalDate.of(2026, 12, 1));

    /** The delays between tries, from 5 seconds to 10 minutes; the last repeats until the order is done. */
    private static final Backoff BACKOFF = new Backoff(
            Stream.of(5, 10, 20, 40, 80, 160, 320, 600).map(Duration::ofSeconds).toList(), 0, true);

    private final Event<OrderWritten> written;
    private final SignIns signIns;
    private final PeopleService people;

    AccountOrders(
            Event<OrderWritten> written, SignIns signIns, PeopleService people, Clock clock, RandomGenerator random) {
        super(
                new Kind<>(
                        AccountOrder.class,
                        "accounts",
                        Words.of("members.ordersOpen"),
                        Words.of("members.ordersStuck"),
                        BACKOFF,
                        Duration.ofMinutes(1)),
                clock,
                random);
        this.written = written;
        this.signIns = signIns;
        this.people = people;
    }

    @Produces
    @Singleton
    RetentionRule oldAccountOrders(Clock clock) {
        return OutboxRetention.sinceAnswered(this, TERMS, clock);
    }

    /** Event: an account order was written and can be sent after commit. */
    public record OrderWritten(String username) {}

    /** Writes an order in the caller's transaction; it is sent after the commit. */
    public void give(String username, AccountOrder.Kind kind, @Nullable String role, String by) {
        persist(new AccountOrder(username, people.subjectOf(username), kind, role, by, clock.instant()));
        wake(username);
    }

    /** Ends every sign-in of an account: here at once, in Keycloak once the order is sent. */
    public void signOut(Account person, String by) {
        signIns.endAllOf(person.username());
        give(person.username(), AccountOrder.Kind.SIGN_OUT, null, by);
    }

    /**
     * Makes all pending orders due now. Those of the first 100 are sent after the commit, the others by the job.
     *
     * @return the number of these orders
     */
    public int retryAllNow() {
        int waiting = update("dueAt = ?1 where state = ?2", clock.instant(), State.WAITING);
        open().stream().map(AccountOrder::username).distinct().forEach(this::wake);
        return waiting;
    }

    /** Marks the pending orders of an account as done without sending them. */
    public void dropPendingOf(String username) {
        openOf(username).stream()
                .filter(order -> order.state() == State.WAITING)
                .forEach(order -> order.markSent(null, clock.instant()));
    }

    /** Closes the open orders of an account that Keycloak has removed, and replaces its username in all its orders. */
    public void forget(String username) {
        openOf(username).forEach(order -> order.markSent(null, clock.instant()));
        list("username", username).forEach(order -> order.replaceUsername("erased"));
    }

    /** Triggers the sending of the account's orders after the caller's commit. */
    private void wake(String username) {
        written.fire(new OrderWritten(username));
    }

    /** Sends the due orders of one account, one after the other, until none is due. */
    public void deliverOf(String username, OutboxSender<AccountOrder> sender) {
        deliver(sender, "and e.username = ?3", username);
    }

    /** An order waits for the account's earlier orders; only the removal of the account overtakes pending ones. */
    @Override
    protected String condition() {
        return """
                and not exists (select 1 from AccountOrder b where b.username = e.username and b.id < e.id
                  and (b.state = SENDING or b.state = WAITING and e.kind <> REMOVE))""";
    }

    /** The open orders, oldest first, at most 100. */
    public List<AccountOrder> open() {
        return find("where state in (?1) order by id", OutboxEntry.OPEN)
                .page(0, LISTED)
                .list();
    }

    public List<AccountOrder> openOf(String username) {
        return list("username = ?1 and state in ?2 order by id", username, OutboxEntry.OPEN);
    }

    public boolean isPending(String username) {
        return count("from AccountOrder where username = ?1 and state in (?2)", username, OutboxEntry.OPEN) > 0;
    }

    /**
     * Returns whether an order to create the account is stored; such accounts were made here and not in Keycloak
     * itself.
     */
    public boolean createdAccount(String username) {
        return count("username = ?1 and kind = ?2", username, AccountOrder.Kind.CREATE) > 0;
    }
}
