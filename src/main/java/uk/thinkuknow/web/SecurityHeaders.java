package uk.thinkuknow.web;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.Map;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The headers of every answer: nothing inline, nothing of anyone else's, nothing framed. */
@Singleton
class SecurityHeaders {
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
            + "font-src 'self'; media-src 'self'; connect-src 'self'; worker-src 'self'; manifest-src 'self'; "
            + "base-uri 'none'; frame-ancestors 'none'; form-action 'self'";
    /** Where the form of a step is, in which its author can record her voice. */
    private static final Pattern STEP = Pattern.compile("/studio/drafts/[^/]+/steps/[^/]+");

    private static final String NOTHING = "camera=(), microphone=(), geolocation=()";
    private static final String MICROPHONE = NOTHING.replace("microphone=()", "microphone=(self)");
    private static final int BEFORE_ALL = 1000;

    /** Written to each answer as they stand, without being looked at again. */
    private static final Map<CharSequence, CharSequence> ALWAYS = Map.of(
            written("X-Content-Type-Options"), written("nosniff"),
            written("Referrer-Policy"), written("no-referrer"),
            written("Cross-Origin-Opener-Policy"), written("same-origin"),
            written("Permissions-Policy"), written(NOTHING));

    private static final CharSequence CONTENT_POLICY = written("Content-Security-Policy");
    private static final CharSequence CHILDRENS_POLICY = written(POLICY);
    private static final CharSequence TRANSPORT = written("Strict-Transport-Security");
    private static final CharSequence ONLY_HTTPS = written("max-age=31536000; includeSubDomains");
    private static final CharSequence CACHES = written("Cache-Control");
    private static final CharSequence NOT_KEPT = written("no-store");

    private final CharSequence staffPolicy;
    private final CharSequence studioPolicy;
    private final boolean https;
    private final String formCookie;

    SecurityHeaders(
            @ConfigProperty(name = "thinkuknow.sign-in-address") URI keycloak,
            @ConfigProperty(name = "thinkuknow.public-address") URI address,
            @ConfigProperty(name = "quarkus.rest-csrf.cookie-name") String formCookie) {
        var policy = POLICY + " " + keycloak.getScheme() + "://" + keycloak.getAuthority();
        staffPolicy = written(policy);
        // Who writes a lesson sees it beside the words, as children will: in a frame, of our own pages only.
        studioPolicy = written(policy.replace("frame-ancestors 'none'", "frame-ancestors 'self'; frame-src 'self'"));
        https = "https".equals(address.getScheme());
        this.formCookie = formCookie;
    }

    private static CharSequence written(String words) {
        return HttpHeaders.createOptimized(words);
    }

    void register(@Observes Filters filters) {
        filters.register(
                request -> {
                    var childrens = isChildrens(request.normalizedPath());
                    add(request.response(), childrens);
                    boolean kept = childrens || isPublic(request.normalizedPath());
                    if (!kept || request.normalizedPath().startsWith("/api/")) {
                        // A page of a school's or a region's must not come back from the Back button after signing out.
                        request.response().headers().set(CACHES, NOT_KEPT);
                    }
                    if (request.normalizedPath().startsWith("/studio/")) {
                        request.response().headers().set(CONTENT_POLICY, studioPolicy);
                    }
                    if (STEP.matcher(request.normalizedPath()).matches()) {
                        request.response().headers().set("Permissions-Policy", MICROPHONE);
                    }
                    if (kept) {
                        // The token of staff forms is made for every page; whoever has no form is not to keep it.
                        request.addHeadersEndHandler(sent -> request.response().removeCookie(formCookie, false));
                    }
                    request.next();
                },
                BEFORE_ALL);
    }

    private void add(HttpServerResponse response, boolean childrens) {
        var headers = response.headers();
        headers.set(CONTENT_POLICY, childrens ? CHILDRENS_POLICY : staffPolicy);
        ALWAYS.forEach(headers::set);
        if (https) {
            headers.set(TRANSPORT, ONLY_HTTPS);
        }
    }

    /** Figures for everyone: caches may keep them, so nothing of one reader's may be in them. */
    private static boolean isPublic(String path) {
        return path.equals("/figures") || path.startsWith("/figures/");
    }

    private static boolean isChildrens(String path) {
        return path.equals("/")
                || path.startsWith("/api/")
                || path.startsWith("/lesson")
                || path.startsWith("/help")
                || path.startsWith("/assets/")
                || path.startsWith("/pictures/")
                || path.startsWith("/media/");
    }
}
