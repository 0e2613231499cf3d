package uk.thinkuknow.web.internals;

import io.quarkus.vertx.http.runtime.security.HttpAuthenticator;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.Response;

/** Answers a request with the sign-in challenge (the redirect to Keycloak) that Quarkus sends for a protected page. */
public final class SignInChallenge {
    private SignInChallenge() {}

    public static Uni<Response> of(RoutingContext context) {
        HttpAuthenticator keycloak = context.get(HttpAuthenticator.class.getName());
        return keycloak.getChallenge(context).map(challenge -> {
            var answer = Response.status(challenge == null ? 401 : challenge.status);
            if (challenge != null) {
                challenge.getHeaders().forEach((name, value) -> answer.header(name.toString(), value));
            }
            return answer.build();
        });
    }
}
