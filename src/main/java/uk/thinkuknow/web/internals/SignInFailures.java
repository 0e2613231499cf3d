package uk.thinkuknow.web.internals;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.quarkus.vertx.http.runtime.security.HttpSecurityRecorder.DefaultAuthFailureHandler;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import uk.thinkuknow.common.FilterOrder;

/**
 * Whoever's sign-in is no good is answered by the pages for errors alone: who she is nobody asks before them. Quarkus has
 * something else answer as well, and takes that back where it recognises it; but to arrange this it looks up the route of each
 * request, for measurements that are not taken here, and makes the table of all routes anew for it: a third of what a child's
 * answer cost. Where there is nothing to arrange it looks nothing up.
 */
@Singleton
class SignInFailures {
    void register(@Observes Filters filters) {
        filters.register(SignInFailures::leaveToErrorPages, FilterOrder.AUTHENTICATION);
    }

    private static void leaveToErrorPages(RoutingContext context) {
        if (context.get(QuarkusHttpUser.AUTH_FAILURE_HANDLER) instanceof DefaultAuthFailureHandler) {
            context.remove(QuarkusHttpUser.AUTH_FAILURE_HANDLER);
        }
        context.next();
    }
}
