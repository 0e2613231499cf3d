package uk.thinkuknow.classroom;

import io.smallrye.common.annotation.NonBlocking;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import uk.thinkuknow.shared.Language;

/** The lesson as one page, the same for all children of a version, for whoever has a seat. */
@Path("/lesson")
@PermitAll
@NonBlocking
@Tag(name = "Classroom")
class LessonResource {
    private static final MediaType HTML = new MediaType("text", "html", "UTF-8");

    private final SeatsAtHand seats;
    private final SeatCookie cookie;

    LessonResource(SeatsAtHand seats, SeatCookie cookie) {
        this.seats = seats;
        this.cookie = cookie;
    }

    @GET
    @Operation(
            summary = "The lesson as one page",
            description = "With the header Seat or the cookie of a seat. Kept rendered and compressed; the ETag is the"
                    + " hash of its content.")
    @Parameter(
            name = "language",
            in = ParameterIn.QUERY,
            description = "en or cy; without it, or where it is not offered, the language of the session")
    @APIResponse(
            responseCode = "200",
            description = "Every step, question and feedback, so that it goes on without a network")
    @APIResponse(responseCode = "303", description = "Without a seat: to the join page")
    @APIResponse(responseCode = "304", description = "The page is the one the browser has")
    @APIResponse(responseCode = "503", description = "The database cannot be asked at the moment; see Retry-After")
    public CompletionStage<Response> lesson(@Context HttpServerRequest request) {
        try {
            return seats.find(cookie.in(request))
                    .thenApply(seat -> seat.moved() ? toJoinPage() : page(seat.room(), request))
                    .exceptionally(LessonResource::otherwise);
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
