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
 * Ends a sign-in at once when Keycloak reports (by back-channel logout) that its session has ended. The stored sign-in
 * is deleted, which takes effect on all instances; Quarkus itself would remember the end only in the instance that was
 * called.
 */
@Singleton
class BackChannelLogout {
    private static final int VERIFIED = 200;

    private final SignIns signIns;
    private final String path;

    BackChannelLogout(SignIns signIns, @ConfigProperty(name = "quarkus.oidc.logout.backchannel.path") String path) {
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

    /**
     * Acts only on status 200: Quarkus sends it after verifying the token's signature, issuer, audience, age and
     * events.
     */
    private void end(RoutingContext context) {
        var token = context.request().getFormAttribute("logout_token");
        if (context.response().getStatusCode() != VERIFIED || token == null) {
            return;
        }
        var session = SignInTokenStore.claimsOf(token).getString("sid");
        context.vertx()
                .executeBlocking(() -> {
                    signIns.endKeycloakSession(session);
                    return true;
                })
                .onFailure(e -> Log.error("a sign-in that has ended at Keycloak goes on until its tokens run out", e));
    }
}
