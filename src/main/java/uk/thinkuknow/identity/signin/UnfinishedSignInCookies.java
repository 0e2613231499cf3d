package uk.thinkuknow.identity.signin;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import uk.thinkuknow.common.FilterOrder;

/**
 * Removes the oldest cookies of unfinished sign-ins from a browser, before its requests have more cookies than the
 * server accepts.
 *
 * <p>Every visit without a sign-in begins one, and Quarkus keeps its state in a cookie of its own for five minutes, so
 * that sign-ins in several tabs can all be finished. Without the limit, 44 visits in five minutes were refused with
 * 431.
 */
@Singleton
class UnfinishedSignInCookies {
    static final String COOKIE = "q_auth";

    /** Characters, out of 20 KB for all headers of a request: about fifteen sign-ins. */
    private static final int KEPT = 8 * 1024;

    void register(@Observes Filters filters) {
        filters.register(
                context -> {
                    if (context.normalizedPath().startsWith("/api/")) {
                        context.next(); // children's calls, and /api/reach; the next page removes their leftovers
                    } else {
                        forgetTheOldest(context);
                    }
                },
                FilterOrder.SIGN_IN_COOKIES);
    }

    private static void forgetTheOldest(RoutingContext context) {
        var forgotten = tooMany(context.request().headers().getAll(HttpHeaders.COOKIE));
        if (!forgotten.isEmpty()) {
            context.addHeadersEndHandler(sent -> forgotten.forEach(name -> context.response()
                    .addCookie(Cookie.cookie(name, "").setPath("/").setMaxAge(0))));
        }
        context.next();
    }

    /**
     * The names of the cookies to remove. Browsers send the oldest first, so those beyond the limit, counted from the
     * end, are the oldest.
     */
    static List<String> tooMany(List<String> headers) {
        var names = new ArrayList<String>();
        int size = 0;
        for (var header : headers.reversed()) {
            for (var cookie : List.of(header.split("; *")).reversed()) {
                if (cookie.startsWith(COOKIE)) {
                    size += cookie.length();
                    if (size > KEPT) {
                        names.add(cookie.substring(0, Math.max(cookie.indexOf('='), 0)));
                    }
                }
            }
        }
        names.removeIf(String::isEmpty);
        return names;
    }
}
