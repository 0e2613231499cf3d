package uk.thinkuknow.web;

import io.quarkus.logging.Log;
import io.quarkus.oidc.OIDCException;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.DatabaseErrors;
import uk.thinkuknow.common.NotFound;
import uk.thinkuknow.common.Refused;
import uk.thinkuknow.common.SecurityLog;
import uk.thinkuknow.common.SecurityLog.Attempt;
import uk.thinkuknow.common.TurnedAway;
import uk.thinkuknow.common.UnexpectedErrors;
import uk.thinkuknow.common.Words;

/**
 * Renders error pages and API errors. They say what to do next and never show a stack trace, an SQL statement or what
 * exists.
 */
class ErrorPages {
    private static final Set<Integer> NOT_ACCEPTED = Set.of(409, 422);
    private static final MediaType HTML = MediaType.TEXT_HTML_TYPE.withCharset("UTF-8");

    /**
     * Cached by status: answers for requests that reach no resource, the same for everybody and possibly very many at
     * once.
     */
    private static final Map<Integer, String> RENDERED = new ConcurrentHashMap<>();

    private final SecurityLog log;
    private final String formCookie;
    private final SecurityIdentity identity;

    ErrorPages(
            SecurityLog log,
            @ConfigProperty(name = "quarkus.rest-csrf.cookie-name") String formCookie,
            SecurityIdentity identity) {
        this.log = log;
        this.formCookie = formCookie;
        this.identity = identity;
    }

    /** An error page. */
    @CheckedTemplate(basePath = "web", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record ProblemPage(String title, String text) implements TemplateInstance {
        /** The page of a problem by its name in the messages. */
        static ProblemPage of(String name, Object... arguments) {
            var key = "web.problem." + name;
            return new ProblemPage(Words.of(key + ".title"), Words.of(key + ".text", arguments));
        }
    }

    /** Says that a sign-in did not show a second factor, and leads to another. */
    @CheckedTemplate(basePath = "web", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record SecondFactorPage() implements TemplateInstance {}

    @ServerExceptionMapper
    Response notFound(NotFound e) {
        return page(404, "notFound");
    }

    @ServerExceptionMapper
    Response forbidden(ForbiddenException e) {
        return identity.getAttribute(TurnedAway.ATTRIBUTE) == TurnedAway.Why.NO_SECOND_FACTOR
                ? page(403, new SecondFactorPage())
                : page(403, "notYours");
    }

    /** Turns API errors into JSON and gives an error without a body the page of its status. */
    @ServerResponseFilter
    void say(ContainerResponseContext response, ContainerRequestContext request) {
        if (response.getStatus() < 400) {
            return;
        }
        logAttempt(response, request);
        if (!isApi(request.getUriInfo().getPath())) {
            if (!response.hasEntity()) {
                forgetBrokenToken(response, request);
                response.setEntity(of(response.getStatus()).render(), null, HTML);
                comeBack(response, request);
            }
        } else if (!response.hasEntity() || MediaType.TEXT_HTML_TYPE.isCompatible(response.getMediaType())) {
            response.setEntity(json(response.getStatus()), null, MediaType.APPLICATION_JSON_TYPE);
        }
    }

    /** Begins the title of a form that was not accepted with the word, because screen readers say the title first. */
    @ServerResponseFilter
    void sayErrorFirst(ContainerResponseContext response) {
        if (NOT_ACCEPTED.contains(response.getStatus()) && response.getEntity() instanceof TemplateInstance page) {
            response.setEntity(
                    page.render().replaceFirst("<title>", "<title>" + Words.of("common.error") + " "), null, HTML);
        }
    }

    /**
     * Logs refusals by their answers: a form is refused for its token with 400 and no page, a call of another site's
     * page with 403 and JSON.
     */
    private void logAttempt(ContainerResponseContext response, ContainerRequestContext request) {
        var path = request.getUriInfo().getPath();
        var attempt = switch (response.getStatus()) {
            case 400 ->
                isApi(path) || response.hasEntity() || request.getMethod().equals("GET") ? null : Attempt.FORM_TOKEN;
            case 403 -> isApi(path) && isJson(response.getMediaType()) ? Attempt.OTHER_SITE : null;
            case 413 -> Attempt.TOO_LARGE;
            default -> null;
        };
        if (attempt != null) {
            log.record(attempt, request.getMethod() + " " + SecurityLog.beginning(path));
        }
    }

    private static boolean isJson(@Nullable MediaType type) {
        return type != null && type.isCompatible(MediaType.APPLICATION_JSON_TYPE);
    }

    /**
     * Deletes the form-token cookie of a page that was refused for the token alone; otherwise the browser would be
     * refused for ever.
     */
    private void forgetBrokenToken(ContainerResponseContext response, ContainerRequestContext request) {
        if (response.getStatus() == 400 && request.getMethod().equals("GET")) {
            response.getHeaders()
                    .add(
                            "Set-Cookie",
                            formCookie + "=; Path=/; Max-Age=0" + (formCookie.startsWith("__Host-") ? "; Secure" : ""));
        }
    }

    /** Makes a browser open a busy page again after some seconds, without a click. */
    private static void comeBack(ContainerResponseContext response, ContainerRequestContext request) {
        var seconds = response.getHeaders().getFirst(HttpHeaders.RETRY_AFTER.toString());
        if (seconds != null
                && response.getStatus() == 503
                && request.getMethod().equals("GET")) {
            response.getHeaders().add("Refresh", seconds);
        }
    }

    /** Answers a request that reaches no resource. */
    static void end(RoutingContext context, int status) {
        if (isApi(context.normalizedPath())) {
            end(context, status, "application/json", json(status));
        } else {
            end(context, status, "text/html", RENDERED.computeIfAbsent(status, any -> of(any).render()));
        }
    }

    /** Answers a file for which there is no room until others have arrived. */
    static void endFullOfFiles(RoutingContext context) {
        end(context, 503, "text/html", ProblemPage.of("manyFiles").render());
    }

    static void endUnreadable(RoutingContext context, String why) {
        end(context, 400, "text/html", unreadable(why).render());
    }

    private static void end(RoutingContext context, int status, String type, String body) {
        context.response()
                .setStatusCode(status)
                .putHeader(HttpHeaders.CONTENT_TYPE, type + ";charset=UTF-8")
                .end(body);
    }

    private static ProblemPage unreadable(String why) {
        return ProblemPage.of("unreadable", why);
    }

    /** The method and the beginning of the path of a request, for the log. */
    static String asked(RoutingContext context) {
        return context.request().method() + " " + SecurityLog.beginning(context.normalizedPath());
    }

    /** Returns whether a path is for calls from programs or from scripts in pages. */
    static boolean isApi(String path) {
        return path.startsWith("/api/");
    }

    private static ProblemPage of(int status) {
        return ProblemPage.of(
                switch (status) {
                    // nobody could be asked to sign in: Keycloak is down or still starting
                    case 401 -> "noSignIn";
                    case 403 -> "otherSite";
                    case 413 -> "tooLarge";
                    case 415 -> "noForm";
                    // a form without its token, or with an old one, is refused before it reaches a resource
                    case 400 -> "outOfDate";
                    case 429 -> "tooFast";
                    case 503 -> "busy";
                    default -> "other";
                });
    }

    private static String json(int status) {
        var why = switch (status) {
            case 400 -> "not-readable";
            case 401 -> "not-signed-in";
            case 403 -> "not-yours";
            case 404 -> "not-found";
            case 405 -> "not-this-way";
            case 406, 415 -> "json-only";
            case 413 -> "too-long";
            case 503 -> "busy";
            default -> "unexpected";
        };
        return "{\"why\":\"" + why + "\"}";
    }

    /** A signed-in user asks for a page while Keycloak is still starting. */
    @ServerExceptionMapper
    Response noSignIn(OIDCException e) {
        return Response.status(401).build();
    }

    @ServerExceptionMapper
    Response refused(Refused e) {
        return page(409, "refused", e.why());
    }

    @ServerExceptionMapper
    Response http(WebApplicationException e) {
        int status = e.getResponse().getStatus();
        return switch (status) {
            case 404 -> notFound(new NotFound());
            case 400 -> page(400, unreadable(Words.of("web.notFromOurPages")));
            case 405 -> page(405, "formsOnly");
            case 503 -> e.getResponse();
            default -> status >= 500 ? unexpected(e) : e.getResponse();
        };
    }

    @ServerExceptionMapper
    Response unexpected(Exception e) {
        if (UnreadableForm.is(e)) {
            var why = UnreadableForm.why(e);
            Log.infof("a form could not be read: %s", why);
            return page(400, unreadable(why));
        }
        if (DatabaseErrors.isConflict(e) || DatabaseErrors.isDuplicate(e)) {
            Log.infof("two did the same at once: %s", e.getClass().getSimpleName());
            return page(409, "twice");
        }
        if (DatabaseErrors.isUnreachable(e)) {
            return interrupted(e);
        }
        return page(500, "unexpected", UnexpectedErrors.log(e));
    }

    static Response interrupted(Throwable why) {
        Log.warnf("the database went away: %s", why.getClass().getSimpleName());
        return page(503, "interrupted");
    }

    private static Response page(int status, String problem, Object... arguments) {
        return page(status, ProblemPage.of(problem, arguments));
    }

    private static Response page(int status, TemplateInstance page) {
        return Response.status(status).type(HTML).entity(page.render()).build();
    }
}
