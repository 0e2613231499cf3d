package uk.thinkuknow.web;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.FilterOrder;
import uk.thinkuknow.common.SecurityLog;
import uk.thinkuknow.common.SecurityLog.Attempt;
import uk.thinkuknow.common.SenderPace;
import uk.thinkuknow.common.Words;

/**
 * Refuses requests to staff pages that are no form, forms sent from other sites, and more forms than a person sends. The
 * check of the form token ignores other content types, because the children's JSON calls need it to; without this filter
 * such a request would skip the check.
 */
@Singleton
class FormsOnlyFilter {
    private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);
    static final int FORMS_AT_ONCE = 120;
    static final int THEN_MILLIS = 500;
    private static final String RETRY_AFTER = "60";
    private static final String MULTIPART = "multipart/form-data";
    private static final Pattern BOUNDARY = Pattern.compile("boundary=[^;\\s]");

    private final SecurityLog log;
    private final Clock clock;
    private final SenderPace pace = new SenderPace(FORMS_AT_ONCE, THEN_MILLIS);

    FormsOnlyFilter(SecurityLog log, Clock clock) {
        this.log = log;
        this.clock = clock;
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, FilterOrder.FORMS_ONLY);
    }

    private void check(RoutingContext context) {
        var request = context.request();
        var type = request.getHeader(HttpHeaders.CONTENT_TYPE);
        if (READING.contains(request.method())) {
            context.next();
        } else if (ErrorPages.isApi(context.normalizedPath())) {
            checkApi(context, type);
        } else if (isAnotherSites(request)) {
            log.record(Attempt.OTHER_SITE, ErrorPages.asked(context));
            ErrorPages.end(context, 403);
        } else if (type == null || !isForm(type)) {
            ErrorPages.end(context, 415);
        } else if (type.startsWith(MULTIPART) && !BOUNDARY.matcher(type).find()) {
            ErrorPages.endUnreadable(context, Words.of("web.noBoundary"));
        } else if (isTooFast(request)) {
            context.response().putHeader("Retry-After", RETRY_AFTER);
            ErrorPages.end(context, 429);
        } else {
            context.next();
        }
    }

    private boolean isTooFast(HttpServerRequest request) {
        var cookie = request.getCookie(ExpiredSignInFilter.SIGNED_IN);
        return cookie != null && !pace.allows(cookie.getValue(), 1, clock.millis());
    }

    /** A blank content type would make the server itself fail. */
    private static void checkApi(RoutingContext context, @Nullable String type) {
        if (type != null && type.isBlank()) {
            ErrorPages.end(context, 415);
        } else {
            context.next();
        }
    }

    /**
     * Returns whether the browser says that another site sent the form; the actual protection is the form token. Pages
     * of this site send no referrer, so the origin "null" is allowed.
     */
    private static boolean isAnotherSites(HttpServerRequest request) {
        var from = request.getHeader("Origin");
        var site = request.getHeader("Sec-Fetch-Site");
        return (from != null && !from.equals("null") && !from.endsWith("://" + request.authority()))
                || (site != null && !site.equals("same-origin"));
    }

    /** Browsers write it in small letters; the check of the form token does not know it in capitals. */
    private static boolean isForm(String type) {
        var name = type.split(";", 2)[0].strip();
        return name.equals("application/x-www-form-urlencoded") || name.equals(MULTIPART);
    }
}
