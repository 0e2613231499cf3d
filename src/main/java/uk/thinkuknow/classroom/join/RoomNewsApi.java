package uk.thinkuknow.classroom.join;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.subscription.MultiEmitter;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestStreamElementType;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.classroom.room.ClassroomThreads;
import uk.thinkuknow.classroom.room.Room;
import uk.thinkuknow.classroom.room.Rooms;
import uk.thinkuknow.classroom.room.SeatLookup;
import uk.thinkuknow.classroom.room.SeatLookup.FoundSeat;
import uk.thinkuknow.web.Importance;
import uk.thinkuknow.web.PathTraits;

/**
 * Sends children's pages the state of their room, by long polling or a stream: open, paused or ended, the step the
 * class is led to, closed questions.
 */
@Path("/api/room")
@PathTraits(importance = Importance.ANSWER)
@PermitAll
@NonBlocking
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Classroom")
class RoomNewsApi {
    /**
     * Longest wait for a change, after which a call is answered or a stream ends. A connection that Wi-Fi has cut looks
     * open to the server for minutes. Only opening a new stream proves that the device is there (ADR 31).
     */
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
                    "How the room stands now; as text/event-stream, where asked for, each change as it comes until"
                            + " 20 quiet seconds have passed",
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
        return find(seat, waiting, request)
                .thenCompose(found -> news(found, since == null ? -1 : since))
                .exceptionally(ChildCalls::failed);
    }

    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RestStreamElementType(MediaType.APPLICATION_JSON)
    @Operation(hidden = true)
    @Blocking
    public Multi<RoomNews> stream(
            @RestQuery @Nullable Integer waiting,
            @RestHeader("Seat") @Nullable String seat,
            @Context HttpServerRequest request) {
        FoundSeat found = join(find(seat, waiting, request));
        return Multi.createFrom().emitter(page -> follow(page, found, clock.millis()));
    }

    /** The seat is checked before the stream begins, because afterwards the status cannot change. */
    private static FoundSeat join(CompletionStage<FoundSeat> seat) {
        try {
            return seat.toCompletableFuture().join();
        } catch (CompletionException e) {
            throw new WebApplicationException(ChildCalls.failed(e));
        }
    }

    /**
     * Sends the state now and at each change. The stream ends after 20 quiet seconds, or with the first change after 20
     * seconds, because a page that opens a new stream shows that its device is there.
     */
    private void follow(MultiEmitter<? super RoomNews> page, FoundSeat seat, long opened) {
        var news = RoomNews.of(seat);
        page.emit(news);
        if (seat.moved() || clock.millis() - opened > WAIT_MILLIS) {
            page.complete();
            return;
        }
        seat.room()
                .news(news.n(), clock.millis() + WAIT_MILLIS)
                .thenCompose(woken -> seats.again(seat))
                .whenComplete((now, failure) -> {
                    if (failure == null && (now.moved() || now.room().standing().revision() > news.n())) {
                        follow(page, now, opened);
                    } else {
                        page.complete();
                    }
                });
    }

    private CompletionStage<FoundSeat> find(
            @Nullable String seat, @Nullable Integer waiting, HttpServerRequest request) {
        return seats.find(seat == null ? children.tokenIn(request) : seat).thenApply(found -> {
            if (waiting != null) {
                found.recordWaiting(waiting);
            }
            return found;
        });
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
