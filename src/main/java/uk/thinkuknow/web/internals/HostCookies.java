package uk.thinkuknow.web.internals;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.impl.ServerCookie;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import uk.thinkuknow.common.FilterOrder;

/**
 * Gives the cookies of a sign-in names with the prefix {@code __Host-} behind https, so that no other host of the domain can
 * set them. Quarkus OIDC has fixed names for them, which are the names within the application. The cookie that a script of
 * the live room sets has the prefix in the browser, too.
 */
@Singleton
class HostCookies {
    private static final String PREFIX = "__Host-";

    /** The beginning of the names of Quarkus OIDC: q_session and its parts, q_auth_ with a state. */
    private static final String OURS = "q_";

    /** Set by live-room.js. */
    private static final String OF_THE_LIVE_ROOM = "hide-right-and-wrong=";

    private final boolean https;

    private static final Pattern NAMED = Pattern.compile("[A-Za-z0-9_]");

    HostCookies(
            @ConfigProperty(name = "quarkus.oidc.authentication.cookie-force-secure", defaultValue = "false")
                    boolean https) {
        this.https = https;
    }

    void register(@Observes Filters filters) {
        if (https) {
            filters.register(HostCookies::rename, FilterOrder.COOKIE_NAMES);
        }
    }

    static void rename(RoutingContext context) {
        var come = context.request().headers().getAll(HttpHeaders.COOKIE);
        var known = within(come);
        if (known.isEmpty()) {
            context.request().headers().remove(HttpHeaders.COOKIE);
        } else {
            context.request().headers().set(HttpHeaders.COOKIE, known);
        }
        // registered first, so it runs after all that set cookies
        context.addHeadersEndHandler(sent -> changed(context.request()).forEach(cookie -> {
            context.response().removeCookie(cookie.getName(), false);
            context.response().addCookie(outside(cookie));
        }));
        context.next();
    }

    /**
     * The cookies as the application knows them: those with the prefix lose it, and those without it are nobody's. The
     * server's parser would skip signs before a name, so a cookie that begins with one is left out.
     */
    static String within(List<String> headers) {
        return headers.stream()
                .flatMap(header -> Stream.of(header.split("; *")))
                .filter(cookie -> NAMED.matcher(cookie).lookingAt() && !isOurs(cookie))
                .map(cookie -> cookie.startsWith(PREFIX) && isOurs(cookie.substring(PREFIX.length()))
                        ? cookie.substring(PREFIX.length())
                        : cookie)
                .collect(Collectors.joining("; "));
    }

    private static boolean isOurs(String cookie) {
        return cookie.startsWith(OURS) || cookie.startsWith(OF_THE_LIVE_ROOM);
    }

    private static List<Cookie> changed(HttpServerRequest request) {
        return request.cookies().stream()
                .filter(cookie ->
                        cookie.getName().startsWith(OURS) && cookie instanceof ServerCookie sent && sent.isChanged())
                .toList();
    }

    private static Cookie outside(Cookie cookie) {
        var renamed = Cookie.cookie(PREFIX + cookie.getName(), cookie.getValue())
                .setPath("/")
                .setHttpOnly(cookie.isHttpOnly())
                .setSecure(true)
                .setSameSite(cookie.getSameSite());
        return cookie.getMaxAge() == Long.MIN_VALUE ? renamed : renamed.setMaxAge(cookie.getMaxAge());
    }
}
