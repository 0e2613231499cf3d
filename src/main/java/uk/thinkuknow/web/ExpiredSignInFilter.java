package uk.thinkuknow.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import uk.thinkuknow.common.DatabaseErrors;
import uk.thinkuknow.common.FilterOrder;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.web.PathTraits.Trait;
import uk.thinkuknow.web.internals.SignInChallenge;

/**
 * Keeps a form that is sent after the sign-in has expired. The redirect to the sign-in would lose it; instead, a page
 * is shown that holds the form's fields and sends them again after sign-in.
 */
@Singleton
class ExpiredSignInFilter {
    static final String SIGNED_IN = "q_session";

    private static final int FORM_AT_MOST = 512 * 1024;

    private final TraitsByPath paths;
    private final boolean signInIsOn;
    private final String sentByKeycloak;

    ExpiredSignInFilter(
            TraitsByPath paths,
            @ConfigProperty(name = "quarkus.oidc.tenant-enabled", defaultValue = "true") boolean signInIsOn,
            @ConfigProperty(name = "quarkus.oidc.logout.backchannel.path") String sentByKeycloak) {
        this.paths = paths;
        this.signInIsOn = signInIsOn;
        this.sentByKeycloak = sentByKeycloak;
    }

    /** The page that holds the fields of a form, to be sent after sign-in. */
    @CheckedTemplate(basePath = "web", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record SignInRanOutPage(String action, List<Field> fields) implements TemplateInstance {}

    /** A field of the form. */
    record Field(String name, String value) {}

    void register(@Observes Filters filters) {
        if (signInIsOn) {
            filters.register(this::keepForm, FilterOrder.BEFORE_SIGN_IN);
        }
    }

    /**
     * Handles a sign-in cookie that is no longer valid, because the user's sign-ins were ended or their role changed.
     */
    @ServerExceptionMapper
    Uni<Response> ended(AuthenticationFailedException why, RoutingContext context) {
        if (DatabaseErrors.isConnectionLost(why)) {
            return Uni.createFrom().item(ErrorPages.interrupted(why));
        }
        return isKept(context) && !tooLarge(context.request())
                ? keptIn(context)
                        .map(page -> Response.status(401)
                                .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                                .entity(page)
                                .build())
                        .onFailure()
                        .recoverWithUni(() -> startSignIn(context))
                : startSignIn(context);
    }

    private static Uni<Response> startSignIn(RoutingContext context) {
        return SignInChallenge.of(context)
                .onFailure(DatabaseErrors::isConnectionLost)
                .recoverWithItem(ErrorPages::interrupted);
    }

    private void keepForm(RoutingContext context) {
        var request = context.request();
        if (isSignedIn(request) || !isKept(context)) {
            context.next();
            return;
        }
        if (tooLarge(request)) {
            ErrorPages.end(context, 413);
            return;
        }
        keptIn(context)
                .subscribe()
                .with(
                        page -> {
                            if (!context.response().ended()) {
                                context.response()
                                        .setStatusCode(401)
                                        .putHeader(HttpHeaders.CONTENT_TYPE, "text/html;charset=UTF-8")
                                        .end(page);
                            }
                        },
                        e -> {
                            if (!context.response().ended()) {
                                ErrorPages.endUnreadable(context, Words.of("web.formTooLargeOrOdd"));
                            }
                        });
    }

    /** The page with the form's fields, once the body has arrived; not written on the event loop, because it may be long. */
    private static Uni<String> keptIn(RoutingContext context) {
        return read(context).emitOn(Infrastructure.getDefaultWorkerPool()).map(TemplateInstance::render);
    }

    private static Uni<SignInRanOutPage> read(RoutingContext context) {
        var request = context.request();
        return Uni.createFrom().emitter(page -> {
            request.setExpectMultipart(true);
            request.exceptionHandler(page::fail);
            request.endHandler(end -> {
                var fields = request.formAttributes().entries().stream()
                        .map(entry -> new Field(entry.getKey(), entry.getValue()))
                        .toList();
                page.complete(new SignInRanOutPage(context.normalizedPath(), fields));
            });
            request.resume();
        });
    }

    /** Returns whether the request is a form that needs a sign-in. */
    private boolean isKept(RoutingContext context) {
        var request = context.request();
        var type = request.getHeader(HttpHeaders.CONTENT_TYPE);
        var path = context.normalizedPath();
        return request.method() == HttpMethod.POST
                && type != null
                && type.startsWith("application/x-www-form-urlencoded")
                && !ErrorPages.isApi(path)
                && !paths.of(path).has(Trait.WITHOUT_SIGN_IN)
                && !path.equals(sentByKeycloak);
    }

    private static boolean isSignedIn(HttpServerRequest request) {
        return request.cookies().stream().anyMatch(cookie -> cookie.getName().startsWith(SIGNED_IN));
    }

    private static boolean tooLarge(HttpServerRequest request) {
        var length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        try {
            return length == null || Long.parseLong(length) > FORM_AT_MOST;
        } catch (NumberFormatException e) {
            return true;
        }
    }
}
