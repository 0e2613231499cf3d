package uk.thinkuknow.identity.signin;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.spi.runtime.AuthorizationFailureEvent;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerResponseContext;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import uk.thinkuknow.common.SecurityLog;
import uk.thinkuknow.common.SecurityLog.Attempt;
import uk.thinkuknow.web.internals.SenderIdentity;

/**
 * Logs signed-in staff who request something that their roles do not allow, or an id that does not exist or is another
 * school's. Requests without a sign-in are not logged.
 */
@Singleton
class AccessDenialLog {
    private static final int LONGEST = 200;

    private final SecurityLog log;

    AccessDenialLog(SecurityLog log) {
        this.log = log;
    }

    void hear(@Observes AuthorizationFailureEvent event) {
        var who = event.getSecurityIdentity();
        if (who != null && !who.isAnonymous()) {
            record(Attempt.ROLE, who, asked(event));
        }
    }

    @ServerResponseFilter
    void notFound(ContainerResponseContext response, RoutingContext request) {
        var who = response.getStatus() == 404 ? SenderIdentity.found(request) : null;
        if (who != null) {
            record(Attempt.UNKNOWN_ID, who, asked(request));
        }
    }

    private void record(Attempt attempt, SecurityIdentity who, String asked) {
        var name = who.getPrincipal().getName();
        log.record(attempt, name, "%s, who is %s, asked for %s".formatted(name, who.getRoles(), asked));
    }

    private static String asked(AuthorizationFailureEvent event) {
        return event.getEventProperties().get(RoutingContext.class.getName()) instanceof RoutingContext request
                ? asked(request)
                : event.getAuthorizationContext();
    }

    /** The path without what somebody may have typed: the query string, and parts that no page of ours has. */
    private static String asked(RoutingContext request) {
        var path = Stream.of(request.normalizedPath().split("/"))
                .map(part -> part.matches("[a-z0-9.-]{0,40}") ? part : "…")
                .collect(Collectors.joining("/"));
        return request.request().method() + " " + path.substring(0, Math.min(path.length(), LONGEST));
    }
}
