package uk.thinkuknow.schools.members;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

@Singleton
public class AccountOrders implements PanacheRepository<AccountOrder> {
    private static final int LISTED = 100;

    private final Event<Written> written;
    private final Clock clock;

    AccountOrders(Event<Written> written, Clock clock) {
        this.written = written;
        this.clock = clock;
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

    /** The accounts with an order that is due. */
    public List<String> due(Instant now) {
        return getEntityManager()
                .createNativeQuery(
                        "select distinct username from account_order where done_at is null and due_at <= ?1 limit ?2",
                        String.class)
                .setParameter(1, now)
                .setParameter(2, LISTED)
                .getResultList();
    }

    /** The first order of an account that is not done, locked: whoever asks meanwhile waits and finds the one after it. */
    public Optional<AccountOrder> lockedNext(String username) {
        return getEntityManager()
                .createNativeQuery(
                        "select * from account_order where done_at is null and username = ?1 order by id limit 1 for update",
                        AccountOrder.class)
                .setParameter(1, username)
                .getResultList()
                .stream()
                .findFirst();
    }

    /** What is not done yet, the oldest first. */
    public List<AccountOrder> open() {
        return find("doneAt is null order by id").page(0, LISTED).list();
    }

    public List<AccountOrder> openOf(String username) {
        return list("username = ?1 and doneAt is null order by id", username);
    }

    public List<AccountOrder> allOf(String username) {
        return list("username", username);
    }

    public boolean isPending(String username) {
        return count("username = ?1 and doneAt is null", username) > 0;
    }

    /** Whether an account was made from here. */
    public boolean made(String username) {
        return count("username = ?1 and kind = ?2", username, AccountOrder.Kind.CREATE) > 0;
    }
}
