package uk.thinkuknow.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.DatabaseErrors;
import uk.thinkuknow.common.FilterOrder;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.web.PathTraits.Trait;
import uk.thinkuknow.web.internals.ArrivingBodies;
import uk.thinkuknow.web.internals.FormFields;
import uk.thinkuknow.web.internals.SignInChallenge;

/**
 * Keeps a form that is sent after the sign-in has expired. The redirect to the sign-in would lose it; instead, a page
 * is shown that holds the form's fields and sends them again after sign-in.
 */
@Singleton
class ExpiredSignInFilter {
    static final String SIGNED_IN = "q_session";

    /** The signs in which browsers write a form. Others could make its page many times as long. */
    private static final Pattern AS_SENT = Pattern.compile("[\\w*.+%&=-]*+");

    private final TraitsByPath paths;
    private final ArrivingBodies bodies;

    /** Each page takes several times the memory of its form. */
    private final Executor writers = Executors.newFixedThreadPool(
            2, Thread.ofPlatform().daemon().name("kept-form").factory());

    private final long formBytes;
    private final int fieldsAtMost;
    private final long fieldAtMost;
    private final boolean signInIsOn;
    private final String sentByKeycloak;

    ExpiredSignInFilter(
            TraitsByPath paths,
            ArrivingBodies bodies,
            @ConfigProperty(name = "thinkuknow.form-bytes") long formBytes,
            @ConfigProperty(name = "quarkus.http.limits.max-form-fields") int fieldsAtMost,
            @ConfigProperty(name = "quarkus.http.limits.max-form-attribute-size") MemorySize fieldAtMost,
            @ConfigProperty(name = "quarkus.oidc.tenant-enabled", defaultValue = "true") boolean signInIsOn,
            @ConfigProperty(name = "quarkus.oidc.logout.backchannel.path") String sentByKeycloak) {
        this.paths = paths;
        this.bodies = bodies;
        this.formBytes = formBytes;
        this.fieldsAtMost = fieldsAtMost;
        this.fieldAtMost = fieldAtMost.asLongValue();
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
        if (DatabaseErrors.isUnreachable(why)) {
            return Uni.createFrom().item(ErrorPages.interrupted(why));
        }
        @Nullable Buffer form = context.body().buffer();
        return isKept(context) && form != null
                ? keptIn(context, form)
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
                .onFailure(DatabaseErrors::isUnreachable)
                .recoverWithItem(ErrorPages::interrupted);
    }

    private void keepForm(RoutingContext context) {
        var request = context.request();
        if (isSignedIn(request) || !isKept(context)) {
            context.next();
            return;
        }
        bodies.read(context, formBytes)
                .onSuccess(form -> keptIn(context, form)
                        .subscribe()
                        .with(
                                page -> context.response()
                                        .setStatusCode(401)
                                        .putHeader(HttpHeaders.CONTENT_TYPE, "text/html;charset=UTF-8")
                                        .end(page),
                                odd -> ErrorPages.endUnreadable(context, Words.of("web.formTooLargeOrOdd"))))
                .onFailure(why -> {
                    if (why instanceof ArrivingBodies.TooLong) {
                        BodyFilter.endTooLong(context);
                    }
                });
    }

    /** The page with the form's fields; not written on the event loop, because it may be long. */
    private Uni<String> keptIn(RoutingContext context, Buffer form) {
        var action = context.normalizedPath();
        return Uni.createFrom()
                .item(() -> {
                    var page = new SignInRanOutPage(action, fieldsOf(form)).render();
                    bodies.expect(context, page.length());
                    return page;
                })
                .runSubscriptionOn(writers);
    }

    /** @throws IllegalArgumentException if it is not written as browsers write forms, or has too many or too long fields */
    private List<Field> fieldsOf(Buffer form) {
        if (!AS_SENT.matcher(form.toString()).matches()) {
            throw new IllegalArgumentException("no browser writes a form like this");
        }
        var fields = FormFields.of(form, fieldsAtMost + 1).entrySet().stream()
                .flatMap(field -> field.getValue().stream().map(value -> new Field(field.getKey(), value)))
                .toList();
        if (fields.size() > fieldsAtMost
                || fields.stream().anyMatch(field -> field.value().length() > fieldAtMost)) {
            throw new IllegalArgumentException("the form is too large");
        }
        return fields;
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
}
