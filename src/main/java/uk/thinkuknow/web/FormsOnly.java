package uk.thinkuknow.web;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Staff pages take forms and nothing else. The check of a form's token lets other content types by, as the children's
 * JSON calls need; so no other address may be sent one, nor a form of another site's page.
 */
@Singleton
class FormsOnly {
    private static final int AFTER_HEADERS = 950;
    private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    void register(@Observes Filters filters) {
        filters.register(FormsOnly::check, AFTER_HEADERS);
    }

    private static void check(RoutingContext context) {
        var request = context.request();
        if (READING.contains(request.method())
                || request.path().startsWith("/api/")
                || (isForm(request.getHeader(HttpHeaders.CONTENT_TYPE)) && !isAnotherSites(request))) {
            context.next();
        } else if (isAnotherSites(request)) {
            context.response().setStatusCode(403).end();
        } else {
            context.response().setStatusCode(415).end();
        }
    }

    /** Told by browsers that say so; the form's own token is what is relied on. Ours send no referrer, so "null" is ours. */
    private static boolean isAnotherSites(HttpServerRequest request) {
        var from = request.getHeader("Origin");
        var site = request.getHeader("Sec-Fetch-Site");
        return (from != null && !from.equals("null") && !from.endsWith("://" + request.authority()))
                || (site != null && !site.equals("same-origin"));
    }

    private static boolean isForm(@Nullable String type) {
        return type != null
                && (type.startsWith("application/x-www-form-urlencoded") || type.startsWith("multipart/form-data"));
    }
}
