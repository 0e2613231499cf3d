package uk.thinkuknow.identity.signin;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.StaffBrowser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Tests that Quarkus does not look up the route of each request, which would cost time. */
@QuarkusTest
class SignInFailureFilterTest {
    /** The key that Quarkus sets on a request whose route it has looked up. */
    private static final String LOOKED_UP = "UrlPathTemplate";

    @Inject
    RouteLookups heard;

    /** Records, after Quarkus's own filter, for which requests the route was looked up. */
    @Singleton
    static class RouteLookups {
        private static final int BEHIND = 198;
        private final Set<String> seen = new ConcurrentSkipListSet<>();
        private final Set<String> lookedUp = new ConcurrentSkipListSet<>();

        void register(@Observes Filters filters) {
            filters.register(
                    context -> {
                        seen.add(context.request().path());
                        if (Vertx.currentContext().getLocal(LOOKED_UP) != null) {
                            lookedUp.add(context.request().path());
                        }
                        context.next();
                    },
                    BEHIND);
        }
    }

    @Test
    void theRouteOfARequestIsNotLookedUp() {
        StaffBrowser.as("tess teacher").get("/modules");

        assertTrue(heard.seen.contains("/modules"), heard.seen.toString());
        assertEquals(Set.of(), heard.lookedUp);
    }
}
