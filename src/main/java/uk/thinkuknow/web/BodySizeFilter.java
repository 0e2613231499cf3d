package uk.thinkuknow.web;

import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import uk.thinkuknow.web.PathTraits.Trait;
import uk.thinkuknow.web.internals.BodyLimit;

/**
 * Limits request bodies to the size of a form, and on addresses for programs to that of a child's answers. The server's
 * own limit is higher, as it must fit the largest uploaded file; only forms with files may use that, on paths with the
 * trait {@code TAKES_FILES}.
 */
@Singleton
class BodySizeFilter {
    private static final int TOO_LARGE = 413;

    /** The largest body of a child's call. */
    private static final long OF_A_CALL = 64 * 1024;

    /** Runs after the server has noted its own limit, which this one replaces. */
    private static final int AFTER_THE_SERVERS_LIMIT = -1;

    private final TraitsByPath paths;
    private final long ofAForm;

    BodySizeFilter(TraitsByPath paths, @ConfigProperty(name = "thinkuknow.form-bytes") long ofAForm) {
        this.paths = paths;
        this.ofAForm = ofAForm;
    }

    void route(@Observes Router router) {
        router.route().order(AFTER_THE_SERVERS_LIMIT).handler(this::check);
    }

    private void check(RoutingContext context) {
        var request = context.request();
        if (FileSenderFilter.hasFiles(context)
                && paths.of(request.path()).has(Trait.TAKES_FILES)) {
            context.next();
            return;
        }
        long atMost = ErrorPages.isApi(context.normalizedPath()) ? OF_A_CALL : ofAForm;
        var length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        if (length == null) {
            BodyLimit.set(context, atMost);
            context.next();
        } else if (Long.parseLong(length) <= atMost) {
            context.next();
        } else {
            context.response().putHeader(HttpHeaders.CONNECTION, "close");
            ErrorPages.end(context, TOO_LARGE);
        }
    }
}
