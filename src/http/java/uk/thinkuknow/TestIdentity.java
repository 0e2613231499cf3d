package uk.thinkuknow;

import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.security.Principal;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/**
 * Signs a request in as any user, in place of Keycloak: the header {@code Test-Identity: tess teacher} is Tess with the
 * teacher role. Everything behind it is real; the browser journeys use Keycloak itself.
 */
@Singleton
public class TestIdentity implements HttpAuthenticationMechanism {
    public static final String HEADER = "Test-Identity";

    /** The account's number at Keycloak; without it the sign-in has none. */
    public static final String SUBJECT = "Test-Subject";

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext request, IdentityProviderManager identities) {
        var who = request.request().getHeader(HEADER);
        if (who == null) {
            return Uni.createFrom().nullItem();
        }
        var words = who.split(" ");
        var identity = QuarkusSecurityIdentity.builder()
                .setPrincipal(principal(words[0], request.request().getHeader(SUBJECT)));
        for (int i = 1; i < words.length; i++) {
            identity.addRole(words[i]);
        }
        return Uni.createFrom().item(identity.build());
    }

    private static Principal principal(String name, @Nullable String subject) {
        return subject == null ? new QuarkusPrincipal(name) : new IdToken(name, subject);
    }

    /** An ID token that says nothing but who it is. */
    private record IdToken(String name, String subject) implements JsonWebToken {
        @Override
        public String getName() {
            return name;
        }

        @Override
        public Set<String> getClaimNames() {
            return Set.of("sub");
        }

        @Override
        @SuppressWarnings("unchecked")
        public <T> @Nullable T getClaim(String claim) {
            return claim.equals("sub") ? (T) subject : null;
        }
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext request) {
        return Uni.createFrom().item(new ChallengeData(401, null, null));
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return Set.of();
    }

    @Override
    public int getPriority() {
        return 5000;
    }
}
