package uk.thinkuknow.schools.members;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.common.PublicId;
import uk.thinkuknow.operations.outbox.SendResult;
import uk.thinkuknow.schools.members.AccountOrder.Kind;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** Tests that the orders of one account are sent to Keycloak one after the other. */
@QuarkusTest
class AccountOrdersTest {
    private final List<Kind> told = new ArrayList<>();
    private String username;

    @Inject
    AccountOrders orders;

    @BeforeEach
    void anAccountOfItsOwn() {
        username = "orders." + PublicId.draw().value();
    }

    @Test
    void noLaterOrderNotEvenARemovalIsSentWhileAnOrderIsBeingSent() {
        given(Kind.CREATE, Kind.DISABLE, Kind.REMOVE);
        orders.deliverOf(username, order -> {
            if (order.kind() == Kind.CREATE) {
                orders.deliverOf(username, this::take);
                assertEquals(List.of(), told);
            }
            return take(order);
        });
        assertEquals(List.of(Kind.CREATE, Kind.DISABLE, Kind.REMOVE), told);
    }

    @Test
    void aFailedOrderDelaysLaterOnesButNotARemoval() {
        given(Kind.CREATE, Kind.DISABLE, Kind.REMOVE);
        orders.deliverOf(username, order -> order.kind() == Kind.CREATE ? SendResult.later("no") : take(order));
        assertEquals(List.of(Kind.REMOVE), told);
    }

    private void given(Kind... kinds) {
        QuarkusTransaction.requiringNew().run(() -> {
            for (var kind : kinds) {
                orders.give(username, kind, null, "ada");
            }
        });
    }

    private SendResult take(AccountOrder order) {
        told.add(order.kind());
        return SendResult.taken(null);
    }
}
