package uk.thinkuknow.classroom.join;

import com.fasterxml.jackson.databind.ObjectReader;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import uk.thinkuknow.classroom.room.ApiAnswers;
import uk.thinkuknow.classroom.room.ApiRefusal;
import uk.thinkuknow.classroom.room.Room;
import uk.thinkuknow.classroom.room.SeatsAtHand;
import uk.thinkuknow.common.Language;

/**
 * What the fourteen calls of a child's lesson do, however they came here: by {@link DirectCalls}, or the long way by {@link
 * ClassroomApi} and {@link LessonResource}, whose roles are looked at by a wrapper around each call that costs a quarter of what the
 * call does. Each always answers: what goes wrong is an answer as well.
 */
@Singleton
class LessonCalls {
    private static final ObjectReader LOOK_UP = ApiAnswers.readerFor(LookUpForm.class);
    private static final ObjectReader SEAT = ApiAnswers.readerFor(SeatForm.class);
    private static final ObjectReader PROGRESS = ApiAnswers.readerFor(ProgressForm.class);
    private static final int SMALL = 8 * 1024;
    private static final int OUTBOX = 64 * 1024;
    private static final MediaType HTML = new MediaType("text", "html", "UTF-8");

    private final ChildCalls children;
    private final Lookups lookups;
    private final Joining joining;
    private final SeatAnswers seated;
    private final ProgressIntake intake;
    private final SeatsAtHand seats;
    private final SeatCookie cookie;

    LessonCalls(
            ChildCalls children,
            Lookups lookups,
            Joining joining,
            SeatAnswers seated,
            ProgressIntake intake,
            SeatsAtHand seats,
            SeatCookie cookie) {
        this.children = children;
        this.lookups = lookups;
        this.joining = joining;
        this.seated = seated;
        this.intake = intake;
        this.seats = seats;
        this.cookie = cookie;
    }

    CompletionStage<Response> lookUp(byte[] body, HttpServerRequest request) {
        return children.answer(request, () -> {
            LookUpForm form = ApiAnswers.read(LOOK_UP, body, SMALL);
            return lookups.room(Lookups.addressOf(request), form.code())
                    .thenApply(room -> ApiAnswers.json(200, room.cardList()).build());
        });
    }

    CompletionStage<Response> takeSeat(byte[] body, HttpServerRequest request) {
        return children.answer(request, () -> {
            SeatForm form = ApiAnswers.read(SEAT, body, SMALL);
            return lookups.room(Lookups.addressOf(request), form.code())
                    .thenCompose(room -> joining.join(room, form).thenApply(outcome -> seated.of(room, outcome)));
        });
    }

    CompletionStage<Response> progress(byte[] body, HttpServerRequest request) {
        return children.answer(request, () -> {
            ProgressForm form = ApiAnswers.read(PROGRESS, body, OUTBOX);
            return intake.take(form).thenApply(stored -> {
                int status = stored.why() != null ? 409 : stored.refused() != null ? 422 : 200;
                return ApiAnswers.json(status, ApiAnswers.bytes(stored)).build();
            });
        });
    }

    /** The lesson's page. */
    CompletionStage<Response> page(HttpServerRequest request) {
        try {
            return seats.find(cookie.in(request))
                    .thenApply(seat -> seat.moved() ? toJoinPage() : page(seat.room(), request))
                    .exceptionally(LessonCalls::otherwise);
        } catch (RuntimeException e) {
            return CompletableFuture.completedFuture(otherwise(e));
        }
    }

    private Response page(Room room, HttpServerRequest request) {
        var rendered =
                room.words().page(Language.of(request.getParam("language")).orElse(null));
        var known = request.getHeader("If-None-Match");
        var tag = rendered.etag();
        if (known != null && known.contains(tag)) {
            return kept(Response.status(304), tag).build();
        }
        var accepts = request.getHeader("Accept-Encoding");
        if (accepts != null && accepts.contains("gzip")) {
            return kept(Response.ok(rendered.gzip()), tag)
                    .header("Content-Encoding", "gzip")
                    .type(HTML)
                    .build();
        }
        return kept(Response.ok(rendered.html()), tag).type(HTML).build();
    }

    private static Response.ResponseBuilder kept(Response.ResponseBuilder response, String tag) {
        return response.header("ETag", tag)
                .header("Cache-Control", "private, no-cache")
                .header("Vary", "Cookie, Seat, Accept-Encoding");
    }

    private static Response otherwise(Throwable failure) {
        var cause = failure instanceof CompletionException e && e.getCause() != null ? e.getCause() : failure;
        return cause instanceof ApiRefusal ? toJoinPage() : ApiAnswers.of(cause);
    }

    private static Response toJoinPage() {
        return Response.status(303)
                .header("Location", "/")
                .header("Cache-Control", "no-store")
                .header("Vary", "Cookie, Seat")
                .build();
    }
}
