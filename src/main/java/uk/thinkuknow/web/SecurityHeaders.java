package uk.thinkuknow.web;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import uk.thinkuknow.common.FilterOrder;
import uk.thinkuknow.web.PathTraits.Trait;

/**
 * Sets the security headers of every answer: no inline code, nothing from other sites, no framing. Traits of a path may
 * allow frames of this site or the microphone.
 */
@Singleton
class SecurityHeaders {
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
            + "font-src 'self'; media-src 'self'; connect-src 'self'; worker-src 'self'; manifest-src 'self'; "
            + "base-uri 'none'; frame-ancestors 'none'; form-action 'self'";
    private static final String NOTHING = "camera=(), microphone=(), geolocation=()";
    private static final String MICROPHONE = NOTHING.replace("microphone=()", "microphone=(self)");

    /** Encoded once, because they are written to every answer. */
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

    private final TraitsByPath paths;
    private final CharSequence staffPolicy;
    private final CharSequence framePolicy;
    private final boolean https;
    private final String formCookie;

    SecurityHeaders(
            TraitsByPath paths,
            @ConfigProperty(name = "thinkuknow.sign-in-address") URI keycloak,
            @ConfigProperty(name = "thinkuknow.public-address") URI address,
            @ConfigProperty(name = "quarkus.rest-csrf.cookie-name") String formCookie) {
        this.paths = paths;
        var policy = POLICY + " " + keycloak.getScheme() + "://" + keycloak.getAuthority();
        staffPolicy = written(policy);
        framePolicy = written(policy.replace("frame-ancestors 'none'", "frame-ancestors 'self'; frame-src 'self'"));
        https = "https".equals(address.getScheme());
        this.formCookie = formCookie;
    }

    private static CharSequence written(String words) {
        return HttpHeaders.createOptimized(words);
    }

    void register(@Observes Filters filters) {
        filters.register(
                request -> {
                    var path = paths.of(request.normalizedPath());
                    var isApi = ErrorPages.isApi(request.normalizedPath());
                    var childrens = isApi || path.has(Trait.FOR_CHILDREN);
                    add(request.response(), childrens);
                    boolean kept = childrens || path.has(Trait.FOR_EVERYONE);
                    if (!kept || isApi) {
                        // after signing out, the Back button must not show a page of a school or a region
                        request.response().headers().set(CACHES, NOT_KEPT);
                    }
                    if (path.has(Trait.IN_FRAMES)) {
                        request.response().headers().set(CONTENT_POLICY, framePolicy);
                    }
                    if (path.has(Trait.RECORDS_SOUND)) {
                        request.response().headers().set("Permissions-Policy", MICROPHONE);
                    }
                    if (kept) {
                        // the form token is made for every page; a page without forms must not set its cookie
                        request.addHeadersEndHandler(sent -> request.response().removeCookie(formCookie, false));
                    }
                    if (!childrens) {
                        request.addHeadersEndHandler(
                                sent -> addCharset(request.response().headers()));
                    }
                    request.next();
                },
                FilterOrder.SECURITY_HEADERS);
    }

    /** Says how text is encoded, which the framework leaves out for pages with a status or headers of their own, and for streams. */
    private static void addCharset(MultiMap headers) {
        var type = headers.get(HttpHeaders.CONTENT_TYPE);
        if (type != null && type.startsWith("text/") && !type.contains(";")) {
            headers.set(HttpHeaders.CONTENT_TYPE, type + ";charset=UTF-8");
        }
    }

    private void add(HttpServerResponse response, boolean childrens) {
        var headers = response.headers();
        headers.set(CONTENT_POLICY, childrens ? CHILDRENS_POLICY : staffPolicy);
        ALWAYS.forEach(headers::set);
        if (https) {
            headers.set(TRANSPORT, ONLY_HTTPS);
        }
    }
}
