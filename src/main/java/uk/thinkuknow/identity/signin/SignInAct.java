package uk.thinkuknow.identity.signin;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import uk.thinkuknow.common.FilterOrder;
import uk.thinkuknow.web.Home;

/**
 * Lets a sign-in begin only by an act of the person: a page that they opened themselves, as the browser says, or the press on
 * the button of the page "Sign in". Anything else is led to that page instead of to Keycloak, which would sign in a person who is
 * known there without asking.
 */
@Singleton
class SignInAct {
    /** Where Quarkus leads those who have to sign in, at the address of any realm. */
    private static final String AT_KEYCLOAK = "/protocol/openid-connect/auth?";

    void register(@Observes Filters filters) {
        filters.register(
                context -> {
                    context.addHeadersEndHandler(sent -> askFirst(context));
                    context.next();
                },
                FilterOrder.SIGN_IN_COOKIES);
    }

    private static void askFirst(RoutingContext context) {
        var response = context.response();
        var location = response.headers().get(HttpHeaders.LOCATION);
        if (location == null || !location.contains(AT_KEYCLOAK) || isAct(context)) {
            return;
        }
        // who comes back from Keycloak too late has asked for no page of their own
        var asked = context.normalizedPath().equals(SignInResource.FROM_KEYCLOAK)
                ? Home.PATH
                : context.request().uri();
        response.headers().set(HttpHeaders.LOCATION, pageFor(asked));
        // the state of the sign-in that does not begin
        context.request().cookies().stream()
                .map(Cookie::getName)
                .filter(name -> name.startsWith(UnfinishedSignInCookies.COOKIE))
                .toList()
                .forEach(name -> response.removeCookie(name, false));
    }

    /** Returns whether the person opened this page or pressed the button. Keycloak asks for the password again in any case. */
    private static boolean isAct(RoutingContext context) {
        var path = context.normalizedPath();
        return isOpenedByPerson(context.request())
                || path.equals(ReauthenticationFilter.PATH)
                || path.equals(SignInResource.PATH) && context.request().method() == HttpMethod.POST;
    }

    /** Browsers add both headers to a page that somebody opened, and no page can; browsers before 2023 may lack them. */
    private static boolean isOpenedByPerson(HttpServerRequest request) {
        return "?1".equals(request.getHeader("Sec-Fetch-User"))
                && "document".equals(request.getHeader("Sec-Fetch-Dest"));
    }

    /** The address of the page with the button, which leads on to a page of ours. */
    static String pageFor(String uri) {
        return SignInResource.PATH + "?to=" + URLEncoder.encode(uri, StandardCharsets.UTF_8);
    }
}
