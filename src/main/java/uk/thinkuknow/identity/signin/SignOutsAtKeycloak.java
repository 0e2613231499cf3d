package uk.thinkuknow.identity.signin;

import io.quarkus.logging.Log;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import uk.thinkuknow.common.FilterOrder;

/**
 * A sign-in that has ended at Keycloak, as Keycloak tells us itself, ends here at once, whichever instance is told: its row
 * goes, where Quarkus would only remember it in the instance that heard of it.
 */
@Singleton
class SignOutsAtKeycloak {
    private static final int VERIFIED = 200;

    private final SignIns signIns;
    private final String path;

    SignOutsAtKeycloak(SignIns signIns, @ConfigProperty(name = "quarkus.oidc.logout.backchannel.path") String path) {
        this.signIns = signIns;
        this.path = path;
    }

    void register(@Observes Filters filters) {
        filters.register(
                context -> {
                    if (context.request().method() == HttpMethod.POST
                            && context.normalizedPath().equals(path)) {
                        context.addHeadersEndHandler(answered -> end(context));
                    }
                    context.next();
                },
                FilterOrder.BEFORE_SIGN_IN);
    }

    /** Quarkus looks at the token's signature, issuer, audience, age and events, and answers 200 to a good one only. */
    private void end(RoutingContext context) {
        var token = context.request().getFormAttribute("logout_token");
        if (context.response().getStatusCode() != VERIFIED || token == null) {
            return;
        }
        var session = SignInTokens.claimsOf(token).getString("sid");
        context.vertx()
                .executeBlocking(() -> {
                    signIns.endedAtKeycloak(session);
                    return true;
                })
                .onFailure(e -> Log.error("a sign-in that has ended at Keycloak goes on until its tokens run out", e));
    }
}
