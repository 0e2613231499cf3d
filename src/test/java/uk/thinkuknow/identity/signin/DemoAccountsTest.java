package uk.thinkuknow.identity.signin;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import java.security.Principal;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.LogCapture;
import uk.thinkuknow.common.TurnedAway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Tests that users of the demo, whose passwords are public, have no rights in an installation that is no demo. */
class DemoAccountsTest {
    private static final SecurityIdentity ADA = signedIn("ada@demo.example");

    private final LogCapture log = new LogCapture();

    @BeforeEach
    void listen() {
        log.listen();
    }

    @AfterEach
    void stop() {
        log.close();
    }

    @Test
    void outsideADemoAUserOfTheDemoHasNoRoleAndIsTurnedAway() {
        var left = DemoAccounts.allowed(ADA, false);
        assertEquals(Set.of(), left.getRoles());
        assertTrue(log.text().contains("turned away: ada"), "the log says who it was");
        assertEquals(TurnedAway.Why.USER_OF_THE_DEMO, left.getAttribute(TurnedAway.ATTRIBUTE));
        assertSame(ADA.getPrincipal(), left.getPrincipal());
    }

    @Test
    void inADemoTheyKeepTheirRoles() {
        assertSame(ADA, DemoAccounts.allowed(ADA, true));
    }

    @Test
    void theyAreKnownByTheirAddressesAndNobodyElseIs() {
        assertTrue(DemoAccounts.isOfTheDemo(ADA));
        assertFalse(DemoAccounts.isOfTheDemo(signedIn("ada@school.example.org")));
        assertFalse(DemoAccounts.isOfTheDemo(signedIn("demo.example@school.org")));
        assertFalse(DemoAccounts.isOfTheDemo(QuarkusSecurityIdentity.builder()
                .setPrincipal((Principal) () -> "ada")
                .build()));
    }

    private static SecurityIdentity signedIn(String address) {
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(new Token(Map.of("email", address)))
                .addRole("administrator")
                .build();
    }

    /** A sign-in with these claims. */
    private record Token(Map<String, Object> claims) implements JsonWebToken {
        @Override
        public String getName() {
            return "ada";
        }

        @Override
        public Set<String> getClaimNames() {
            return claims.keySet();
        }

        @Override
        @SuppressWarnings("unchecked")
        public <T> T getClaim(String name) {
            return (T) claims.get(name);
        }
    }
}
