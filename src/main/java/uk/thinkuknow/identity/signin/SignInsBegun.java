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
 * Every visit of a page by somebody who is not signed in begins a sign-in, and Quarkus keeps for five minutes, in a cookie
 * of its own, what is needed to end it: so sign-ins in several tabs all come to their end. Of the cookies of many visits the
 * oldest are taken off the browser, or a request would soon have more of them than the server takes.
 */
@Singleton
class SignInsBegun {
    private static final String COOKIE = "q_auth";

    /** Characters, of the 20 KB of a request's head: about fifteen sign-ins. */
    private static final int KEPT = 8 * 1024;

    void register(@Observes Filters filters) {
        filters.register(
                context -> {
                    if (context.normalizedPath().startsWith("/api/")) {
                        context.next(); // children's calls, and /api/reach, whose leftovers the next page takes off
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

    /** Browsers send the oldest first. */
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
