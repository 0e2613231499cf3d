package uk.thinkuknow.classroom.join;

import io.smallrye.common.annotation.NonBlocking;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.classroom.room.CardList;

/** What the children's pages call: look a code up, take a seat, send what was done. It all stays on the event loop. */
@Path("/api")
@PermitAll
@NonBlocking
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(
        name = "Classroom",
        description = "The one interface that is fixed: the player, load tests and other clients use it.")
class ClassroomApi {
    private final LessonCalls calls;
    private final ChildCalls children;
    private final SeatAnswers seats;
    private final Leaving leaving;

    ClassroomApi(LessonCalls calls, ChildCalls children, SeatAnswers seats, Leaving leaving) {
        this.calls = calls;
        this.children = children;
        this.seats = seats;
        this.leaving = leaving;
    }

    @POST
    @Path("classroom")
    @Operation(summary = "Opens a classroom's card list with a join code")
    @RequestBody(content = @Content(schema = @Schema(implementation = LookUpForm.class)))
    @APIResponse(
            responseCode = "200",
            description = "The lesson's name and the cards to pick from",
            content = @Content(schema = @Schema(implementation = CardList.class)))
    @APIResponse(responseCode = "400", description = "The body is not the JSON described")
    @APIResponse(responseCode = "403", description = "Sent by another site's page")
    @APIResponse(
            responseCode = "404",
            description = "The same for a code that is wrong, expired, closed or not yet open")
    @APIResponse(responseCode = "413", description = "The body is too long")
    @APIResponse(responseCode = "415", description = "The content type is not application/json")
    @APIResponse(
            responseCode = "429",
            description = "Too many look-ups wait at this address; Retry-After says when to come again")
    @APIResponse(responseCode = "503", description = "The database cannot be asked at the moment; see Retry-After")
    public CompletionStage<Response> lookUp(byte[] body, @Context HttpServerRequest request) {
        return calls.lookUp(body, request);
    }

    @POST
    @Path("classroom/seats")
    @Operation(summary = "Takes a card, or a visitor's badge, on a device")
    @RequestBody(content = @Content(schema = @Schema(implementation = SeatForm.class)))
    @APIResponse(
            responseCode = "201",
            description = "The seat, as a signed token and as a cookie; the same key gets the same seat",
            content = @Content(schema = @Schema(implementation = SeatTaken.class)))
    @APIResponse(
            responseCode = "202",
            description = "With resume: the teacher is asked; ask again with the same key after Retry-After")
    @APIResponse(responseCode = "400", description = "The body is not the JSON described")
    @APIResponse(responseCode = "403", description = "Sent by another site's page")
    @APIResponse(
            responseCode = "404",
            description = "The same for a code that is wrong, expired, closed or not yet open")
    @APIResponse(
            responseCode = "409",
            description = "why: 'taken' where another device has the card, 'refused' where the teacher said no,"
                    + " 'locked' where she lets nobody new in")
    @APIResponse(responseCode = "413", description = "The body is too long")
    @APIResponse(responseCode = "415", description = "The content type is not application/json")
    @APIResponse(responseCode = "422", description = "The class or card is not in this session")
    @APIResponse(responseCode = "429", description = "Too many look-ups wait at this address; see Retry-After")
    @APIResponse(responseCode = "503", description = "Too much waits to be stored; see Retry-After")
    public CompletionStage<Response> takeSeat(byte[] body, @Context HttpServerRequest request) {
        return calls.takeSeat(body, request);
    }

    @DELETE
    @Path("classroom/seats")
    @Operation(
            summary = "Gives the seat of a device that was handed over back, and takes its cookie off the browser",
            description =
                    "The card can be picked again, and its mark is to be checked unless the lesson was finished or"
                            + " cards share tablets. Without the header only the cookie goes, and with it only a cookie of the same seat."
                            + " What waits in an outbox is still taken if it is dated before.")
    @APIResponse(responseCode = "204", description = "The device holds the seat no more; a seat it did not hold stays")
    @APIResponse(responseCode = "403", description = "Sent by another site's page")
    @APIResponse(responseCode = "503", description = "The database cannot be asked at the moment; see Retry-After")
    public CompletionStage<Response> forgetSeat(
            @Parameter(description = "The signed token of the seat") @RestHeader("Seat") @Nullable String seat,
            @Context HttpServerRequest request) {
        return children.answer(
                request,
                () -> seat == null
                        ? CompletableFuture.completedFuture(seats.forgotten())
                        : leaving.leave(seat).thenApply(left -> seats.left(seat, request)));
    }

    @POST
    @Path("progress")
    @Operation(summary = "Stores what a seat did; answered after the commit, never before")
    @RequestBody(content = @Content(schema = @Schema(implementation = ProgressForm.class)))
    @APIResponse(
            responseCode = "200",
            description = "All events are stored; a key sent again is stored once and answered the same",
            content = @Content(schema = @Schema(implementation = ProgressStored.class)))
    @APIResponse(responseCode = "400", description = "The body is not the JSON described, or an event has no key")
    @APIResponse(responseCode = "401", description = "There is no such seat")
    @APIResponse(responseCode = "403", description = "Sent by another site's page")
    @APIResponse(
            responseCode = "409",
            description = "why: 'moved'. Another device has taken the seat; events dated before that are in 'stored'")
    @APIResponse(responseCode = "410", description = "After midnight in London: nothing is taken any more")
    @APIResponse(responseCode = "413", description = "More than 100 events or 64 kB")
    @APIResponse(responseCode = "415", description = "The content type is not application/json")
    @APIResponse(
            responseCode = "422",
            description = "Some events will never be stored, and 'refused' says why; the rest is stored",
            content = @Content(schema = @Schema(implementation = ProgressStored.class)))
    @APIResponse(
            responseCode = "503",
            description = "Nothing is stored for certain; send the same keys again after Retry-After")
    public CompletionStage<Response> progress(byte[] body, @Context HttpServerRequest request) {
        return calls.progress(body, request);
    }
}
