package uk.thinkuknow.web;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.FilterOrder;

/**
 * Staff pages take forms and nothing else. The check of a form's token lets other content types by, as the children's
 * JSON calls need; so no other address may be sent one, nor a form of another site's page.
 */
@Singleton
class FormsOnly {
    private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);
    private static final String MULTIPART = "multipart/form-data";
    private static final Pattern BOUNDARY = Pattern.compile("boundary=[^;\\s]");

    void register(@Observes Filters filters) {
        filters.register(FormsOnly::check, FilterOrder.FORMS_ONLY);
    }

    private static void check(RoutingContext context) {
        var request = context.request();
        var type = request.getHeader(HttpHeaders.CONTENT_TYPE);
        if (READING.contains(request.method())) {
            context.next();
        } else if (Problems.isApi(context.normalizedPath())) {
            checkApi(context, type);
        } else if (isAnotherSites(request)) {
            Problems.end(context, 403);
        } else if (type == null || !isForm(type)) {
            Problems.end(context, 415);
        } else if (type.startsWith(MULTIPART) && !BOUNDARY.matcher(type).find()) {
            Problems.endUnreadable(context, "It does not say where one field ends and the next begins.");
        } else {
            context.next();
        }
    }

    /** The server itself stumbles over the empty name of a type. */
    private static void checkApi(RoutingContext context, @Nullable String type) {
        if (type != null && type.isBlank()) {
            Problems.end(context, 415);
        } else {
            context.next();
        }
    }

    /** Told by browsers that say so; the form's own token is what is relied on. Ours send no referrer, so "null" is ours. */
    private static boolean isAnotherSites(HttpServerRequest request) {
        var from = request.getHeader("Origin");
        var site = request.getHeader("Sec-Fetch-Site");
        return (from != null && !from.equals("null") && !from.endsWith("://" + request.authority()))
                || (site != null && !site.equals("same-origin"));
    }

    private static boolean isForm(String type) {
        return type.startsWith("application/x-www-form-urlencoded") || type.startsWith(MULTIPART);
    }
}
