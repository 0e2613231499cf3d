package uk.thinkuknow.web;

import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import uk.thinkuknow.web.internals.BodyLimit;

/**
 * What a page or a program may send: a form or a child's answers. The limit of the server itself is that of the largest
 * file, which only the addresses named here take.
 */
@Singleton
class BodySize {
    private static final Set<String> FILES_GO_TO =
            Set.of("/schools/imports", "/paper-registers/file", "/studio/files", "/studio/imports");
    private static final int TOO_LARGE = 413;

    /** After the server's own limit has been noted, which this one replaces. */
    private static final int AFTER_THE_SERVERS_LIMIT = -1;

    private final long atMost;

    BodySize(@ConfigProperty(name = "thinkuknow.form-bytes") long atMost) {
        this.atMost = atMost;
    }

    void route(@Observes Router router) {
        router.route().order(AFTER_THE_SERVERS_LIMIT).handler(this::check);
    }

    private void check(RoutingContext context) {
        var request = context.request();
        if (FILES_GO_TO.contains(request.path())) {
            context.next();
            return;
        }
        var length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        if (length == null) {
            BodyLimit.set(context, atMost);
            context.next();
        } else if (Long.parseLong(length) <= atMost) {
            context.next();
        } else {
            context.response().putHeader(HttpHeaders.CONNECTION, "close");
            Problems.end(context, TOO_LARGE);
        }
    }
}
