package uk.thinkuknow.identity.signin;

import io.quarkus.logging.Log;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;
import uk.thinkuknow.common.Installation;
import uk.thinkuknow.common.TurnedAway;
import uk.thinkuknow.identity.staff.Role;

/**
 * Looks at how strong a sign-in was, beside what Keycloak asks for: outside a demo, a person with a role other than teacher
 * has no role at all unless their ID token says that they showed a code of their device.
 */
@Singleton
class SecondFactor implements SecurityIdentityAugmentor {
    /** What the realm calls the code in the claim {@code amr}. */
    private static final String CODE = "otp";

    /** The roles of those who may sign in without a code. */
    private static final Set<String> WITHOUT = Set.of(Role.TEACHER);

    private final Installation installation;

    SecondFactor(Installation installation) {
        this.installation = installation;
    }

    @Override
    public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext context) {
        return lacksCode(identity)
                ? context.runBlocking(() -> allowed(identity, installation.demo()))
                : Uni.createFrom().item(identity);
    }

    /** Returns whether a code is missing that the roles of this sign-in need. */
    static boolean lacksCode(SecurityIdentity identity) {
        return identity.getPrincipal() instanceof JsonWebToken token
                && !WITHOUT.containsAll(identity.getRoles())
                && !(token.getClaim("amr") instanceof Collection<?> ways
                        && ways.stream()
                                .anyMatch(way -> CODE.equals(String.valueOf(way).replace("\"", ""))));
    }

    static SecurityIdentity allowed(SecurityIdentity identity, boolean demo) {
        if (demo) {
            return identity;
        }
        Log.warnf(
                "turned away: %s, who is %s, signed in without a second factor",
                identity.getPrincipal().getName(), identity.getRoles());
        return DemoAccounts.withoutRoles(identity, TurnedAway.Why.NO_SECOND_FACTOR);
    }
}
