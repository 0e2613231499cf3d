package uk.thinkuknow.web;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import uk.thinkuknow.common.DatabaseErrors;
import uk.thinkuknow.common.FilterOrder;
import uk.thinkuknow.common.Room;
import uk.thinkuknow.common.SecurityLog;
import uk.thinkuknow.common.SecurityLog.Attempt;
import uk.thinkuknow.web.internals.ArrivingBodies;
import uk.thinkuknow.web.internals.BodyLimit;
import uk.thinkuknow.web.internals.SenderIdentity;
import uk.thinkuknow.web.internals.SignInChallenge;

/**
 * Refuses request bodies that are too long, and files from a sender who is not signed in, before any of them is read.
 *
 * <p>A body has at most the size of a form, on addresses for programs that of a child's answers. The server's own limit
 * is higher, as it must fit the largest uploaded file; only forms with files may be larger, on paths that say how large
 * ({@link PathTraits#megabytes}), and together they have little room, because they are in the memory or on the small disk
 * of a container. Other pages take no form with files. A form without files needs no sender here:
 * {@link ExpiredSignInFilter} keeps it for after the sign-in. It arrives as a whole before a thread handles it ({@link ArrivingBodies}).
 */
@Singleton
class BodyFilter {
    private static final int TOO_LARGE = 413;
    private static final int NO_FILES_HERE = 415;

    private static final int BUSY = 503;
    private static final String RETRY_AFTER = "60";
    private static final int MEGABYTE = 1024 * 1024;

    /** Room for the files that arrive at once, in MB: one of a school register and one of a lesson, or many small ones. */
    private static final int ROOM = 180;

    /** What the smallest file takes of it, so that twenty arrive at most: each one holds a thread. */
    private static final int LEAST = 9;

    /** What one person takes of it with several forms, in MB; one form may be as large as its page allows. */
    private static final int OF_ONE_SENDER = 30;

    private static final String SENDER = BodyFilter.class.getName();

    /** The largest body of a child's call. */
    private static final long OF_A_CALL = 64 * 1024;

    /** The longest call of Keycloak: a signed token of one or two KB. */
    private static final long OF_KEYCLOAK = 16 * 1024;

    /** Runs after the server has noted its own limit, which this one replaces. */
    private static final int AFTER_THE_SERVERS_LIMIT = -1;

    private final TraitsByPath paths;
    private final SecurityLog log;
    private final ArrivingBodies bodies;
    private final long ofAForm;
    private final String sentByKeycloak;
    final Room room = new Room(ROOM, OF_ONE_SENDER);

    BodyFilter(
            TraitsByPath paths,
            SecurityLog log,
            ArrivingBodies bodies,
            @ConfigProperty(name = "thinkuknow.form-bytes") long ofAForm,
            @ConfigProperty(name = "quarkus.oidc.logout.backchannel.path") String sentByKeycloak) {
        this.paths = paths;
        this.log = log;
        this.bodies = bodies;
        this.ofAForm = ofAForm;
        this.sentByKeycloak = sentByKeycloak;
    }

    void register(@Observes Filters filters) {
        filters.register(this::refuseWithGet, FilterOrder.BODIES);
        filters.register(this::takeFromKeycloak, FilterOrder.BEFORE_SIGN_IN);
        filters.register(this::checkSender, FilterOrder.FILE_SENDERS);
    }

    void route(@Observes Router router) {
        router.route().order(AFTER_THE_SERVERS_LIMIT).handler(this::checkSize);
    }

    /** An answer may go on for minutes, such as the news of a room, and so long the body would be in the memory. */
    private void refuseWithGet(RoutingContext context) {
        var method = context.request().method();
        if (hasBody(context.request()) && (method.equals(HttpMethod.GET) || method.equals(HttpMethod.HEAD))) {
            refuse(context);
        } else {
            context.next();
        }
    }

    private static boolean hasBody(HttpServerRequest request) {
        var length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return length != null && !length.equals("0") || request.headers().contains(HttpHeaders.TRANSFER_ENCODING);
    }

    /** Quarkus itself reads Keycloak's calls, without a thread and without a limit. Keycloak says how long they are. */
    private void takeFromKeycloak(RoutingContext context) {
        if (!context.normalizedPath().equals(sentByKeycloak)) {
            context.next();
            return;
        }
        var headers = context.request().headers();
        var said = headers.get(HttpHeaders.CONTENT_LENGTH);
        long length = said == null ? 0 : Long.parseLong(said);
        if (headers.contains(HttpHeaders.TRANSFER_ENCODING) || length > OF_KEYCLOAK) {
            refuse(context);
        } else {
            bodies.expect(context, (int) length);
            context.next();
        }
    }

    private void checkSize(RoutingContext context) {
        var request = context.request();
        int megabytes = hasFiles(context) ? paths.of(request.path()).megabytes() : 0;
        long atMost = megabytes > 0
                ? (long) megabytes * MEGABYTE
                : ErrorPages.isApi(context.normalizedPath()) ? OF_A_CALL : ofAForm;
        var said = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        long length = said == null ? atMost : Long.parseLong(said);
        if (length > atMost) {
            refuse(context);
            return;
        }
        BodyLimit.set(context, atMost);
        if (megabytes == 0) {
            readFirst(context, atMost);
        } else if (hasRoom(context, Math.ceilDiv(length, MEGABYTE))) {
            context.next();
        } else {
            context.response().putHeader("Retry-After", RETRY_AFTER);
            ArrivingBodies.closeAfterwards(context);
            ErrorPages.endFullOfFiles(context);
        }
    }

    private void readFirst(RoutingContext context, long atMost) {
        if (!hasBody(context.request())) {
            context.next();
        } else {
            bodies.read(context, atMost).onSuccess(body -> context.next()).onFailure(why -> {
                if (why instanceof ArrivingBodies.TooLong) {
                    refuse(context);
                }
            });
        }
    }

    private void refuse(RoutingContext context) {
        log.record(Attempt.TOO_LARGE, ErrorPages.asked(context));
        endTooLong(context);
    }

    static void endTooLong(RoutingContext context) {
        ArrivingBodies.closeAfterwards(context);
        ErrorPages.end(context, TOO_LARGE);
    }

    /** Takes the room of a file until the request ends, or its connection. */
    private boolean hasRoom(RoutingContext context, long megabytes) {
        int taken = (int) Math.max(LEAST, megabytes);
        var sender = String.valueOf(context.<String>get(SENDER));
        if (!room.take(sender, taken)) {
            return false;
        }
        context.addEndHandler(ended -> room.giveBack(sender, taken));
        return true;
    }

    private void checkSender(RoutingContext context) {
        if (!hasFiles(context)) {
            context.next();
            return;
        }
        if (paths.of(context.normalizedPath()).megabytes() == 0) {
            ArrivingBodies.closeAfterwards(context);
            ErrorPages.end(context, NO_FILES_HERE);
            return;
        }
        var here = Vertx.currentContext();
        SenderIdentity.nameOf(context)
                .subscribe()
                .with(
                        name -> {
                            if (name.isPresent()) {
                                context.put(SENDER, name.get());
                                here.runOnContext(any -> context.next());
                            } else {
                                askForSignIn(context, here);
                            }
                        },
                        notValid -> askForSignIn(context, here));
    }

    private static boolean hasFiles(RoutingContext context) {
        var type = context.request().getHeader(HttpHeaders.CONTENT_TYPE);
        return type != null && type.startsWith("multipart/form-data");
    }

    private static void askForSignIn(RoutingContext context, Context here) {
        SignInChallenge.of(context)
                .onFailure(DatabaseErrors::isUnreachable)
                .recoverWithItem(ErrorPages::interrupted)
                .subscribe()
                .with(
                        answer -> here.runOnContext(any -> send(context, answer)),
                        why -> here.runOnContext(any -> context.fail(why)));
    }

    private static void send(RoutingContext context, Response answer) {
        var response = context.response();
        answer.getStringHeaders().forEach((name, values) -> response.headers().add(name, values));
        ArrivingBodies.closeAfterwards(context);
        if (answer.getStatus() < 400) {
            response.setStatusCode(answer.getStatus()).end();
        } else {
            ErrorPages.end(context, answer.getStatus());
        }
    }
}
