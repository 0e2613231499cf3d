package uk.thinkuknow.staffing;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

@Singleton
class AccountOrders implements PanacheRepository<AccountOrder> {
    private final Event<Written> written;
    private final Clock clock;

    AccountOrders(Event<Written> written, Clock clock) {
        this.written = written;
        this.clock = clock;
    }

    /** An order has been written: heard once it is committed. */
    record Written(String username) {}

    /** Writes an order in the caller's transaction: it is done once that is committed. */
    void give(String username, AccountOrder.Kind kind, @Nullable String role, String by) {
        persist(new AccountOrder(username, kind, role, by, clock.instant()));
        written.fire(new Written(username));
    }
}
