package uk.thinkuknow.identity.signin;

import io.quarkus.logging.Log;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.jwt.JsonWebToken;
import uk.thinkuknow.common.Installation;
import uk.thinkuknow.common.TurnedAway;

/**
 * Turns away users of the demo in an installation that is none, because everyone knows their passwords: they have no role.
 * Their accounts exist there only if somebody gave Keycloak the wrong file.
 */
@Singleton
class DemoAccounts implements SecurityIdentityAugmentor {
    private static final String THEIR_ADDRESSES = "@demo.example";

    private final Installation installation;

    DemoAccounts(Installation installation) {
        this.installation = installation;
    }

    @Override
    public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext context) {
        return isOfTheDemo(identity)
                ? context.runBlocking(() -> allowed(identity, installation.demo()))
                : Uni.createFrom().item(identity);
    }

    /** Returns whether it is one of the users in docker/keycloak/users-demo-true.json. */
    static boolean isOfTheDemo(SecurityIdentity identity) {
        return identity.getPrincipal() instanceof JsonWebToken token
                && token.getClaim("email") instanceof String address
                && address.endsWith(THEIR_ADDRESSES);
    }

    static SecurityIdentity allowed(SecurityIdentity identity, boolean demo) {
        if (demo) {
            return identity;
        }
        Log.warnf(
                "turned away: %s is a user of the demo, and this is none",
                identity.getPrincipal().getName());
        return withoutRoles(identity, TurnedAway.Why.USER_OF_THE_DEMO);
    }

    /** The same person without a role: a sign-in that opens no page, not even those for everyone who is signed in. */
    static SecurityIdentity withoutRoles(SecurityIdentity identity, TurnedAway.Why why) {
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(identity.getPrincipal())
                .addAttribute(TurnedAway.ATTRIBUTE, why)
                .build();
    }
}
