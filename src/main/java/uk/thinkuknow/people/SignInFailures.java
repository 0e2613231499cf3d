package uk.thinkuknow.people;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.quarkus.vertx.http.runtime.security.HttpSecurityRecorder.DefaultAuthFailureHandler;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.function.BiConsumer;

/**
 * Whoever's sign-in is no good is answered by the pages for errors. Quarkus arranges the same for each request, but looks up the
 * request's route first, for measurements that are not taken here, and makes the table of all routes anew for it: a third of what
 * a child's answer cost. Whatever it finds arranged already it leaves alone.
 */
@Singleton
class SignInFailures {
    /** Of filters at the same place those of the application come last: after Quarkus looked who it is, before it arranges. */
    private static final int WITH_AUTHENTICATION = 200;

    private static final BiConsumer<RoutingContext, Throwable> TO_ERROR_PAGES = (context, why) -> {
        DefaultAuthFailureHandler.markIfOtherAuthenticationFailure(context, why);
        if (!context.failed()) {
            context.fail(DefaultAuthFailureHandler.extractRootCause(why));
        }
    };

    void register(@Observes Filters filters) {
        filters.register(
                context -> {
                    if (context.get(QuarkusHttpUser.AUTH_FAILURE_HANDLER) instanceof DefaultAuthFailureHandler) {
                        context.put(QuarkusHttpUser.AUTH_FAILURE_HANDLER, TO_ERROR_PAGES);
                    }
                    context.next();
                },
                WITH_AUTHENTICATION);
    }
}
