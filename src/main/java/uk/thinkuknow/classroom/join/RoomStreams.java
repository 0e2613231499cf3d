package uk.thinkuknow.classroom.join;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.classroom.room.Json;
import uk.thinkuknow.classroom.room.Room;
import uk.thinkuknow.classroom.room.Rooms;
import uk.thinkuknow.classroom.room.SeatLookup;
import uk.thinkuknow.classroom.room.SeatLookup.FoundSeat;
import uk.thinkuknow.common.FilterOrder;

/**
 * Keeps a stream open to a child's page for the whole lesson, in a Vert.x filter: the state of its room now and at each
 * change, and a comment every 15 seconds, by which both ends notice a broken connection. While nothing changes it costs
 * no query, no thread and no new request.
 */
@Singleton
class RoomStreams {
    private static final String PATH = "/api/room";
    private static final CharSequence STREAM = HttpHeaders.createOptimized("text/event-stream");
    private static final Buffer BEAT = Buffer.buffer(":\n\n");

    private final SeatLookup seats;
    private final ChildCalls children;
    private final Clock clock;
    private final long beatMillis;
    private volatile boolean stopping;

    RoomStreams(
            SeatLookup seats,
            ChildCalls children,
            Rooms rooms,
            Clock clock,
            @ConfigProperty(name = "thinkuknow.stream-beat") Duration beat) {
        this.seats = seats;
        this.children = children;
        this.clock = clock;
        this.beatMillis = beat.toMillis();
        // shutdown waits for open streams, so they end first; their pages go to another instance
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(rooms), "end-of-streams"));
    }

    /**
     * A page that follows its room.
     *
     * @param loop the event loop of its connection
     */
    private record Follower(FoundSeat seat, HttpServerRequest request, Context loop) {
        HttpServerResponse response() {
            return request.response();
        }
    }

    void register(@Observes Filters filters) {
        filters.register(this::take, FilterOrder.DIRECT_CALLS);
    }

    private void stop(Rooms rooms) {
        stopping = true;
        rooms.all().forEach(Room::wakeAll);
    }

    private void take(RoutingContext context) {
        var request = context.request();
        var accepts = request.getHeader(HttpHeaders.ACCEPT);
        if (!request.method().equals(HttpMethod.GET)
                || accepts == null
                || !accepts.startsWith("text/event-stream")
                || !context.normalizedPath().equals(PATH)) {
            context.next();
            return;
        }
        request.resume();
        var loop = Vertx.currentContext();
        children.findSeat(children.tokenIn(request), number(request.getParam("waiting")))
                .whenComplete((seat, failure) -> loop.runOnContext(here -> {
                    if (request.response().closed()) {
                        return;
                    }
                    if (failure == null) {
                        begin(new Follower(seat, request, loop));
                    } else {
                        ApiResponse.of(failure).send(request.response());
                    }
                }));
    }

    private static @Nullable Integer number(@Nullable String text) {
        return text != null && text.matches("\\d{1,6}") ? Integer.valueOf(text) : null;
    }

    private void begin(Follower page) {
        var response = page.response().setChunked(true);
        response.headers()
                .set(HttpHeaders.CONTENT_TYPE, STREAM)
                .set(HttpHeaders.CACHE_CONTROL, "no-store")
                .set("X-Accel-Buffering", "no"); // nginx would hold the stream back
        tell(page, page.seat());
    }

    /** Sends the state of the room; a page whose seat was taken away hears that last. */
    private void tell(Follower page, FoundSeat seat) {
        var news = RoomNewsApi.RoomNews.of(seat);
        page.response()
                .write(Buffer.buffer("data:").appendBytes(Json.bytes(news)).appendString("\n\n"));
        if (seat.moved()) {
            page.response().end();
        } else {
            follow(page, news.n());
        }
    }

    private void follow(Follower page, int told) {
        page.seat()
                .room()
                .news(told, clock.millis() + beatMillis)
                .thenCompose(woken -> seats.again(page.seat()))
                .whenComplete((seat, failure) -> page.loop().runOnContext(here -> {
                    if (page.response().closed() || page.response().ended()) {
                        return;
                    }
                    if (failure != null || stopping) {
                        page.response().end();
                    } else if (page.response().writeQueueFull()) {
                        page.request().connection().close(); // nothing has arrived there for minutes
                    } else if (seat.moved() || seat.room().standing().revision() > told) {
                        tell(page, seat);
                    } else {
                        page.response().write(BEAT);
                        follow(page, told);
                    }
                }));
    }
}
