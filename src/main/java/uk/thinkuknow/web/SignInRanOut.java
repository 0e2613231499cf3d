package uk.thinkuknow.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * A form sent after the sign-in has run out: without this, the redirect to the sign-in would lose what was typed. The
 * page that is shown instead carries the form's fields, to be sent again once signed in.
 */
@Singleton
class SignInRanOut {
    private static final String SIGNED_IN = "q_session";
    private static final int AFTER_HEADERS = 900;

    /** Forms for people who have no account yet. */
    private static final String OPEN_TO_ALL = "/invitations/";

    /** Keycloak is asked who she is, and she may go on to sign out there. */
    private static final String SIGN_OUT = "/sign-out";

    private static final int FORM_AT_MOST = 512 * 1024;

    private final boolean signInIsOn;
    private final String sentByKeycloak;

    SignInRanOut(
            @ConfigProperty(name = "quarkus.oidc.tenant-enabled", defaultValue = "true") boolean signInIsOn,
            @ConfigProperty(name = "quarkus.oidc.logout.backchannel.path") String sentByKeycloak) {
        this.signInIsOn = signInIsOn;
        this.sentByKeycloak = sentByKeycloak;
    }

    @CheckedTemplate(basePath = "web", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record SignInRanOutPage(String action, List<Field> fields) implements TemplateInstance {}

    record Field(String name, String value) {}

    void register(@Observes Filters filters) {
        if (signInIsOn) {
            filters.register(this::keepForm, AFTER_HEADERS);
        }
    }

    private void keepForm(RoutingContext context) {
        var request = context.request();
        var type = request.getHeader(HttpHeaders.CONTENT_TYPE);
        var form = request.method() == HttpMethod.POST
                && type != null
                && type.startsWith("application/x-www-form-urlencoded");
        var path = context.normalizedPath();
        if (!form
                || isSignedIn(request)
                || path.startsWith("/api/")
                || path.startsWith(OPEN_TO_ALL)
                || path.equals(SIGN_OUT)
                || path.equals(sentByKeycloak)) {
            context.next();
            return;
        }
        if (tooLarge(request.getHeader(HttpHeaders.CONTENT_LENGTH))) {
            Problems.end(context, 413);
            return;
        }
        request.setExpectMultipart(true);
        request.exceptionHandler(e -> {
            if (!context.response().ended()) {
                Problems.endUnreadable(
                        context,
                        "It is not written as browsers write forms, or has more than 1,000 fields, or one of more than 64 KB.");
            }
        });
        request.endHandler(end -> {
            if (context.response().ended()) {
                return;
            }
            var fields = request.formAttributes().entries().stream()
                    .map(entry -> new Field(entry.getKey(), entry.getValue()))
                    .toList();
            context.response()
                    .setStatusCode(401)
                    .putHeader(HttpHeaders.CONTENT_TYPE, "text/html;charset=UTF-8")
                    .end(new SignInRanOutPage(path, fields).render());
        });
        request.resume();
    }

    private static boolean isSignedIn(HttpServerRequest request) {
        return request.cookies().stream().anyMatch(cookie -> cookie.getName().startsWith(SIGNED_IN));
    }

    private static boolean tooLarge(@org.jspecify.annotations.Nullable String length) {
        try {
            return length == null || Long.parseLong(length) > FORM_AT_MOST;
        } catch (NumberFormatException e) {
            return true;
        }
    }
}
