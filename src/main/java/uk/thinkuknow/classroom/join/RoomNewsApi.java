package uk.thinkuknow.classroom.join;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.common.annotation.NonBlocking;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.classroom.room.ClassroomThreads;
import uk.thinkuknow.classroom.room.Room;
import uk.thinkuknow.classroom.room.Rooms;
import uk.thinkuknow.classroom.room.SeatLookup;
import uk.thinkuknow.classroom.room.SeatLookup.FoundSeat;
import uk.thinkuknow.web.Importance;
import uk.thinkuknow.web.PathTraits;

/**
 * Sends children's pages the state of their room by long polling, where streams are blocked ({@link RoomStreams}): open,
 * paused or ended, the step the class is led to, closed questions.
 */
@Path("/api/room")
@PathTraits(importance = Importance.ANSWER)
@PermitAll
@NonBlocking
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Classroom")
class RoomNewsApi {
    /** Longest wait for a change, after which a call is answered. */
    public static final long WAIT_MILLIS = 20_000;

    private final SeatLookup seats;
    private final ChildCalls children;
    private final Clock clock;

    RoomNewsApi(SeatLookup seats, ChildCalls children, Rooms rooms, ClassroomThreads threads, Clock clock) {
        this.seats = seats;
        this.children = children;
        this.clock = clock;
        threads.every(250, () -> rooms.all().forEach(room -> room.wakeThoseUntil(clock.millis())));
        // Shutdown waits for running requests, and a page that waits for news would hold it up for 20 seconds.
        Runtime.getRuntime().addShutdownHook(new Thread(() -> rooms.all().forEach(Room::wakeAll), "end-of-news"));
    }

    /**
     * The state of a room, as a child's page gets it.
     *
     * @param n the room's revision, which rises with every change
     */
    @Schema(name = "RoomNews")
    record RoomNews(
            int n,

            @Schema(enumeration = {"open", "paused", "ended", "moved", "withdrawn"})
            String state,

            @Schema(
                    description =
                            "The step to which the teacher has taken the class; null where each child goes on by itself")
            @Nullable
            String step,

            @Schema(description = "The questions that are closed, because their answer was shown")
            List<String> revealed,

            @Schema(description = "The lesson as it is now: another address once a step was withdrawn")
            String lesson,

            @Schema(description = "Only where it is so: up to three cards share a tablet")
            @JsonInclude(JsonInclude.Include.NON_DEFAULT)
            boolean sharing) {
        static RoomNews of(FoundSeat seat) {
            var standing = seat.room().standing();
            var pacing = standing.pacing();
            return new RoomNews(
                    standing.revision(),
                    seat.moved() ? "moved" : standing.inWords(),
                    pacing.step(),
                    List.copyOf(pacing.revealed().keySet()),
                    "/lesson?version=" + seat.room().module().number(),
                    standing.sharing());
        }
    }

    @GET
    @Operation(summary = "Waits up to 20 seconds for the room to stand otherwise than the page knows")
    @APIResponse(
            responseCode = "200",
            description =
                    "How the room stands now; as text/event-stream, where asked for, each change as it comes for as long as"
                            + " the page is open",
            content = @Content(schema = @Schema(implementation = RoomNews.class)))
    @APIResponse(responseCode = "204", description = "Nothing newer within 20 seconds; ask again")
    @APIResponse(responseCode = "401", description = "There is no such seat")
    @APIResponse(responseCode = "410", description = "After midnight in London: the room is no more")
    @APIResponse(responseCode = "503", description = "The database cannot be asked at the moment; see Retry-After")
    public CompletionStage<Response> news(
            @Parameter(description = "The n of the answer before; without it the answer comes at once")
                    @RestQuery
                    @Nullable
                    Integer since,
            @Parameter(description = "How many answers wait on the device; for the teacher's screen")
                    @RestQuery
                    @Nullable
                    Integer waiting,
            @Parameter(description = "The signed token of the seat") @RestHeader("Seat") @Nullable String seat,
            @Context HttpServerRequest request) {
        return children.findSeat(seat == null ? children.tokenIn(request) : seat, waiting)
                .thenCompose(found -> news(found, since == null ? -1 : since))
                .exceptionally(ChildCalls::failed);
    }

    private CompletionStage<Response> news(FoundSeat seat, int since) {
        if (seat.moved() || seat.room().standing().revision() > since) {
            return CompletableFuture.completedFuture(answer(seat));
        }
        var news = seat.room().news(since, clock.millis() + WAIT_MILLIS);
        return news.thenCompose(woken -> seats.again(seat))
                .thenApply(now -> now.moved() || now.room().standing().revision() > since
                        ? answer(now)
                        : Response.noContent().build());
    }

    private static Response answer(FoundSeat seat) {
        return ChildCalls.json(200, RoomNews.of(seat));
    }
}
