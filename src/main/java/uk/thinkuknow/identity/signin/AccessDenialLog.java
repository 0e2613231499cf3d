package uk.thinkuknow.identity.signin;

import io.quarkus.logging.Log;
import io.quarkus.security.spi.runtime.AuthorizationFailureEvent;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/**
 * Logs signed-in staff who request something that their roles do not allow. Requests without a sign-in are not logged.
 */
@Singleton
class AccessDenialLog {
    void hear(@Observes AuthorizationFailureEvent event) {
        var who = event.getSecurityIdentity();
        if (who != null && !who.isAnonymous()) {
            Log.warnf(
                    "turned away: %s, who is %s, asked for %s",
                    who.getPrincipal().getName(), who.getRoles(), asked(event));
        }
    }

    /** The path without the query string, which may hold what somebody typed. */
    private static String asked(AuthorizationFailureEvent event) {
        return event.getEventProperties().get(RoutingContext.class.getName()) instanceof RoutingContext request
                ? request.request().method() + " " + request.normalizedPath()
                : event.getAuthorizationContext();
    }
}
