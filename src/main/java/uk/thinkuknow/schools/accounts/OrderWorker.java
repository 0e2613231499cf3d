package uk.thinkuknow.schools.accounts;

import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import uk.thinkuknow.identity.signin.Keycloak;
import uk.thinkuknow.identity.signin.KeycloakProblem;
import uk.thinkuknow.identity.signin.SignIns;
import uk.thinkuknow.identity.staff.PeopleService;
import uk.thinkuknow.schools.members.AccountOrder;
import uk.thinkuknow.schools.members.AccountOrders;

/**
 * Does what was ordered of Keycloak: right after the act that orders it, and again until it is done. Orders of one account
 * are done in the order in which they were given; every one of them may be done twice without harm.
 */
@Singleton
public class OrderWorker {
    private static final int SECONDS_AT_MOST = 60;

    private final AccountOrders orders;
    private final Invitations invitations;
    private final OneTimePasswords passwords;
    private final Keycloak keycloak;
    private final PeopleService people;
    private final SignIns signIns;
    private final Erasing erasing;
    private final Clock clock;

    OrderWorker(
            AccountOrders orders,
            Invitations invitations,
            OneTimePasswords passwords,
            Keycloak keycloak,
            PeopleService people,
            SignIns signIns,
            Erasing erasing,
            Clock clock) {
        this.orders = orders;
        this.invitations = invitations;
        this.passwords = passwords;
        this.keycloak = keycloak;
        this.people = people;
        this.signIns = signIns;
        this.erasing = erasing;
        this.clock = clock;
    }

    void hear(@Observes(during = TransactionPhase.AFTER_SUCCESS) AccountOrders.Written written) {
        if (keycloak.isTold()) {
            Thread.ofVirtual().name("account orders").start(() -> carryOut(written.username()));
        }
    }

    @Scheduled(every = "10s", delayed = "15s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void carryOutWhatIsDue() {
        if (keycloak.isTold()) {
            for (var username : due()) {
                try {
                    carryOut(username);
                } catch (RuntimeException e) {
                    Log.errorf(e, "the orders of an account wait, those of others go on");
                }
            }
        }
    }

    /** Does the orders of one account until none is due. */
    public void carryOut(String username) {
        var more = true;
        while (more) {
            more = QuarkusTransaction.requiringNew().timeout(SECONDS_AT_MOST).call(() -> carryOutNext(username));
        }
    }

    private List<String> due() {
        return QuarkusTransaction.requiringNew().call(() -> orders.due(clock.instant()));
    }

    /** @return whether it was done, so that another may follow */
    private boolean carryOutNext(String username) {
        var next = orders.lockedNext(username);
        if (next.isEmpty() || next.get().dueAt().isAfter(clock.instant())) {
            return false;
        }
        var order = next.get();
        try {
            tell(order);
            order.isDone(clock.instant());
            Log.infof("Keycloak: %s (order %d)", order.inWords(), order.id());
            return true;
        } catch (KeycloakProblem e) {
            order.failed(e.words(), clock.instant());
            Log.warnf("Keycloak: %s not done at try %d: %s", order.inWords(), order.tries(), e.words());
            return false;
        }
    }

    private void tell(AccountOrder order) {
        var username = order.username();
        switch (order.kind()) {
            case CREATE -> {
                if (!keycloak.has(username)) {
                    newAccount(username).ifPresent(keycloak::create);
                }
            }
            case ADD_ROLE -> {
                keycloak.addRole(username, Objects.requireNonNull(order.role()));
                signIns.renewAllOf(username);
            }
            case REMOVE_ROLE -> {
                keycloak.removeRole(username, Objects.requireNonNull(order.role()));
                signIns.renewAllOf(username);
            }
            case DISABLE -> keycloak.enable(username, false);
            case ENABLE -> keycloak.enable(username, true);
            case SIGN_OUT -> {
                keycloak.signOut(username);
                // what Keycloak has ended is not to go on here until its tokens run out
                signIns.endAllOf(username);
            }
            case REMOVE -> {
                keycloak.remove(username);
                signIns.endAllOf(username);
                erasing.isGone(username);
            }
        }
    }

    /** Empty for one that was erased before Keycloak was told of it. */
    private Optional<Keycloak.NewAccount> newAccount(String username) {
        return people.accountCalled(username).map(account -> {
            var invitation = invitations
                    .thatMade(account.id())
                    .orElseThrow(
                            () -> new KeycloakProblem(
                                    "The invitation that made this account is no longer kept, and with it the first password: make the account in Keycloak."));
            return new Keycloak.NewAccount(username, account.name(), account.email(), passwords.of(invitation));
        });
    }
}
