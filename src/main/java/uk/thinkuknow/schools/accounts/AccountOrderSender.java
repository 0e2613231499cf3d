package uk.thinkuknow.schools.accounts;

import io.quarkus.logging.Log;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Singleton;
import java.util.Objects;
import uk.thinkuknow.common.Jobs;
import uk.thinkuknow.common.Schedule;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.identity.signin.Keycloak;
import uk.thinkuknow.identity.signin.KeycloakProblem;
import uk.thinkuknow.identity.signin.SignIns;
import uk.thinkuknow.operations.outbox.OutboxSender;
import uk.thinkuknow.operations.outbox.SendResult;
import uk.thinkuknow.schools.members.AccountOrder;
import uk.thinkuknow.schools.members.AccountOrders;

/**
 * Sends account orders to Keycloak: right after the act that wrote them, and again until they are done. The orders of
 * one account are sent in order, but a removal overtakes pending ones. Each may be sent twice without harm.
 */
@Singleton
public class AccountOrderSender implements OutboxSender<AccountOrder> {
    private final AccountOrders orders;
    private final OneTimePasswords passwords;
    private final Keycloak keycloak;
    private final SignIns signIns;
    private final AccountErasure accountErasure;

    AccountOrderSender(
            AccountOrders orders,
            OneTimePasswords passwords,
            Keycloak keycloak,
            SignIns signIns,
            AccountErasure accountErasure) {
        this.orders = orders;
        this.passwords = passwords;
        this.keycloak = keycloak;
        this.signIns = signIns;
        this.accountErasure = accountErasure;
    }

    void hear(@Observes(during = TransactionPhase.AFTER_SUCCESS) AccountOrders.OrderWritten written) {
        if (keycloak.isConfigured()) {
            Thread.ofVirtual().name("account orders").start(() -> sendOrdersOf(written.username()));
        }
    }

    void register(@Observes Jobs jobs) {
        jobs.onEachInstance("account-orders", Words.of("accounts.orderJob"), Schedule.every("10s", "15s"), () -> {
            if (keycloak.isConfigured()) {
                orders.deliver(this);
            }
        });
    }

    /** Sends the due orders of one account until none is due. */
    public void sendOrdersOf(String username) {
        orders.deliverOf(username, this);
    }

    @Override
    public SendResult send(AccountOrder order) {
        try {
            tell(order);
            Log.infof("Keycloak: %s (order %d)", order.inWords(), order.id());
            return SendResult.taken(null);
        } catch (KeycloakProblem e) {
            return SendResult.later(e.words());
        }
    }

    @Override
    public void noted(AccountOrder order, SendResult result) {
        if (result.isTaken() && order.kind() == AccountOrder.Kind.REMOVE) {
            accountErasure.eraseUsername(order.username());
        }
    }

    private void tell(AccountOrder order) {
        var username = order.username();
        var account = new Keycloak.AccountKey(username, order.subject());
        switch (order.kind()) {
            case CREATE -> {
                if (!keycloak.has(username)) {
                    passwords.newAccount(username).ifPresent(keycloak::create);
                }
            }
            case ADD_ROLE -> {
                keycloak.addRole(account, Objects.requireNonNull(order.role()));
                signIns.renewAllOf(username);
            }
            case REMOVE_ROLE -> {
                keycloak.removeRole(account, Objects.requireNonNull(order.role()));
                signIns.renewAllOf(username);
            }
            case DISABLE -> keycloak.enable(account, false);
            case ENABLE -> keycloak.enable(account, true);
            case SIGN_OUT -> {
                keycloak.signOut(account);
                // our own sign-ins would otherwise last until their tokens expire
                signIns.endAllOf(username);
            }
            case REMOVE -> {
                keycloak.remove(account);
                signIns.endAllOf(username);
            }
        }
    }
}
