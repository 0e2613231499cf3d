package uk.thinkuknow.web;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import uk.thinkuknow.common.DatabaseErrors;
import uk.thinkuknow.common.FilterOrder;
import uk.thinkuknow.web.PathTraits.Trait;
import uk.thinkuknow.web.internals.SenderIdentity;
import uk.thinkuknow.web.internals.SignInChallenge;

/**
 * Refuses forms with files from a sender who is not signed in, before any of their body is read. Other forms are short,
 * and {@link ExpiredSignInFilter} keeps them for after the sign-in.
 */
@Singleton
class FileSenderFilter {
    static final String WITH_FILES = "multipart/form-data";

    private final TraitsByPath paths;

    FileSenderFilter(TraitsByPath paths) {
        this.paths = paths;
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, FilterOrder.FILE_SENDERS);
    }

    private void check(RoutingContext context) {
        if (!hasFiles(context) || paths.of(context.normalizedPath()).has(Trait.WITHOUT_SIGN_IN)) {
            context.next();
            return;
        }
        var here = Vertx.currentContext();
        SenderIdentity.of(context)
                .subscribe()
                .with(
                        who -> {
                            if (who == null || who.isAnonymous()) {
                                askForSignIn(context, here);
                            } else {
                                here.runOnContext(any -> context.next());
                            }
                        },
                        notValid -> askForSignIn(context, here));
    }

    static boolean hasFiles(RoutingContext context) {
        var type = context.request().getHeader(HttpHeaders.CONTENT_TYPE);
        return type != null && type.startsWith(WITH_FILES);
    }

    private static void askForSignIn(RoutingContext context, Context here) {
        SignInChallenge.of(context)
                .onFailure(DatabaseErrors::isConnectionLost)
                .recoverWithItem(ErrorPages::interrupted)
                .subscribe()
                .with(
                        answer -> here.runOnContext(any -> send(context, answer)),
                        why -> here.runOnContext(any -> context.fail(why)));
    }

    /** Closes the connection afterwards, because the rest of the body is not wanted. */
    private static void send(RoutingContext context, Response answer) {
        var response = context.response();
        answer.getStringHeaders()
                .forEach((name, values) -> response.headers().add(name, values));
        response.putHeader(HttpHeaders.CONNECTION, "close");
        if (answer.getStatus() < 400) {
            response.setStatusCode(answer.getStatus()).end();
        } else {
            ErrorPages.end(context, answer.getStatus());
        }
    }
}
