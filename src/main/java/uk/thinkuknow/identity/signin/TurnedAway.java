package uk.thinkuknow.identity.signin;

import io.quarkus.logging.Log;
import io.quarkus.security.spi.runtime.AuthorizationFailureEvent;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** Writes down who of the staff asked for what her roles do not hold; whoever has not signed in yet is sent to do so, and is nobody. */
@Singleton
class TurnedAway {
    void hear(@Observes AuthorizationFailureEvent event) {
        var who = event.getSecurityIdentity();
        if (who != null && !who.isAnonymous()) {
            Log.warnf(
                    "turned away: %s, who is %s, asked for %s",
                    who.getPrincipal().getName(), who.getRoles(), asked(event));
        }
    }

    /** Without what follows a question mark, which may be what somebody typed. */
    private static String asked(AuthorizationFailureEvent event) {
        return event.getEventProperties().get(RoutingContext.class.getName()) instanceof RoutingContext request
                ? request.request().method() + " " + request.normalizedPath()
                : event.getAuthorizationContext();
    }
}
