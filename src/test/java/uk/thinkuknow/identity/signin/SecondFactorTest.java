package uk.thinkuknow.identity.signin;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.thinkuknow.LogCapture;
import uk.thinkuknow.common.TurnedAway;
import uk.thinkuknow.identity.staff.Role;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Tests that roles other than teacher count only if the ID token says that a code was shown. */
class SecondFactorTest {
    private static final Map<String, Object> CODE = Map.of("amr", List.of("otp"));

    private final LogCapture log = new LogCapture();

    @BeforeEach
    void listen() {
        log.listen();
    }

    @AfterEach
    void stop() {
        log.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {Role.DSL, Role.TRAINER, Role.REVIEWER, Role.MANAGER, Role.ADMINISTRATOR, Role.AUDITOR})
    void everyRoleButTeacherNeedsACode(String role) {
        assertTrue(SecondFactor.lacksCode(signedIn(Map.of(), role)));
        assertTrue(SecondFactor.lacksCode(signedIn(Map.of("amr", List.of()), role, Role.TEACHER)));
        assertTrue(SecondFactor.lacksCode(signedIn(Map.of("amr", List.of("pwd")), role)));
        assertFalse(SecondFactor.lacksCode(signedIn(CODE, role)));
        assertFalse(SecondFactor.lacksCode(signedIn(CODE, role, Role.TEACHER)));
    }

    @Test
    void aTeacherAndSomebodyWithoutARoleNeedNone() {
        assertFalse(SecondFactor.lacksCode(signedIn(Map.of(), Role.TEACHER)));
        assertFalse(SecondFactor.lacksCode(signedIn(Map.of())));
    }

    @Test
    void outsideADemoWithoutACodeNoRoleIsLeftNotEvenTeacher() {
        var ada = signedIn(Map.of(), Role.ADMINISTRATOR, Role.TEACHER);
        var left = SecondFactor.allowed(ada, false);
        assertEquals(Set.of(), left.getRoles());
        assertTrue(log.text().contains("turned away: ada"), "the log says who it was");
        assertEquals(TurnedAway.Why.NO_SECOND_FACTOR, left.getAttribute(TurnedAway.ATTRIBUTE));
        assertSame(ada.getPrincipal(), left.getPrincipal());
    }

    @Test
    void aDemoAsksNobody() {
        var ada = signedIn(Map.of(), Role.ADMINISTRATOR);
        assertSame(ada, SecondFactor.allowed(ada, true));
    }

    private static SecurityIdentity signedIn(Map<String, Object> claims, String... roles) {
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(new Token(claims))
                .addRoles(Set.of(roles))
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
