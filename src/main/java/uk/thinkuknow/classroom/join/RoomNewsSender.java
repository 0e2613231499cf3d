package uk.thinkuknow.classroom.join;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.classroom.room.ClassroomThreads;
import uk.thinkuknow.classroom.room.Json;
import uk.thinkuknow.classroom.room.Room;
import uk.thinkuknow.classroom.room.Rooms;
import uk.thinkuknow.classroom.room.SeatLookup;
import uk.thinkuknow.classroom.room.SeatLookup.FoundSeat;

/**
 * Sends children's pages the state of their room now and at each change: by a stream that stays open for the whole lesson,
 * or by long polls where streams are blocked. A stream costs no query, no thread and no new request while nothing changes;
 * a comment every 15 seconds shows the page that the connection works.
 */
@Singleton
class RoomNewsSender {
    /** Longest wait for a change, after which a long poll is answered. */
    static final long WAIT_MILLIS = 20_000;

    /** Open streams of a seat; one more ends the oldest, so that nobody holds connections without end. */
    static final int STREAMS_OF_A_SEAT = 3;

    private static final CharSequence STREAM = HttpHeaders.createOptimized("text/event-stream");
    private static final Buffer BEAT = Buffer.buffer(":\n\n");

    private final SeatLookup seats;
    private final ChildCalls children;
    private final Clock clock;
    private final long beatMillis;
    /** The open streams by seat, the oldest first. */
    private final Map<Long, Deque<Follower>> streams = new ConcurrentHashMap<>();

    private volatile boolean stopping;

    RoomNewsSender(
            SeatLookup seats,
            ChildCalls children,
            Rooms rooms,
            ClassroomThreads threads,
            Clock clock,
            @ConfigProperty(name = "thinkuknow.stream-beat") Duration beat) {
        this.seats = seats;
        this.children = children;
        this.clock = clock;
        this.beatMillis = beat.toMillis();
        threads.every(1000, () -> rooms.all().forEach(room -> room.wakeThoseUntil(clock.millis())));
        // shutdown waits for requests, so streams and polls end first; their pages go to another instance
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(rooms), "end-of-news"));
    }

    private void stop(Rooms rooms) {
        stopping = true;
        rooms.all().forEach(Room::wakeAll);
    }

    /** Returns whether a request asks for a stream. */
    static boolean isForStream(HttpServerRequest request) {
        var accepts = request.getHeader(HttpHeaders.ACCEPT);
        return accepts != null && accepts.startsWith("text/event-stream");
    }

    /** The state at once, or with {@code since} as soon as it is newer: 204 if it is not within 20 seconds. */
    CompletionStage<ApiResponse> poll(HttpServerRequest request) {
        var since = number(request.getParam("since"));
        return find(request)
                .thenCompose(seat -> since == null || isNews(seat, since)
                        ? CompletableFuture.completedFuture(answer(seat))
                        : seat.room()
                                .news(since, clock.millis() + WAIT_MILLIS)
                                .thenCompose(woken -> seats.again(seat))
                                .thenApply(now -> isNews(now, since) ? answer(now) : ApiResponse.empty(204)));
    }

    private static boolean isNews(FoundSeat seat, int since) {
        return seat.moved() || seat.room().standing().revision() > since;
    }

    private static ApiResponse answer(FoundSeat seat) {
        return ApiResponse.json(200, Json.bytes(RoomNews.of(seat)), "Cache-Control", "no-store");
    }

    private CompletionStage<FoundSeat> find(HttpServerRequest request) {
        var waiting = number(request.getParam("waiting"));
        return children.findSeat(children.tokenIn(request)).thenApply(found -> {
            if (waiting != null) {
                found.recordWaiting(waiting);
            }
            return found;
        });
    }

    private static @Nullable Integer number(@Nullable String text) {
        return text != null && text.matches("\\d{1,9}") ? Integer.valueOf(text) : null;
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

        /** Pages of versions before 1.4.0 do not say that they are there except by opening another stream. */
        boolean stays() {
            return request.getParam("stays") != null;
        }
    }

    /** Opens a stream, or answers with the refusal; called on the connection's event loop. */
    void stream(HttpServerRequest request) {
        request.resume();
        var loop = Vertx.currentContext();
        find(request)
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

    private void begin(Follower page) {
        keep(page);
        page.response()
                .setChunked(true)
                .putHeader(HttpHeaders.CONTENT_TYPE, STREAM)
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .putHeader("X-Accel-Buffering", "no"); // nginx would hold the stream back
        tell(page, page.seat());
    }

    private void keep(Follower page) {
        var seat = page.seat().token().seat();
        page.response().endHandler(gone -> forget(seat, page));
        page.response().closeHandler(gone -> forget(seat, page));
        streams.compute(seat, (any, known) -> {
            var all = known == null ? new ArrayDeque<Follower>() : known;
            all.add(page);
            if (all.size() > STREAMS_OF_A_SEAT) {
                var oldest = all.remove();
                oldest.loop().runOnContext(now -> end(oldest));
            }
            return all;
        });
    }

    private void forget(long seat, Follower page) {
        streams.computeIfPresent(seat, (any, all) -> {
            all.removeIf(one -> one == page);
            return all.isEmpty() ? null : all;
        });
    }

    private static void end(Follower page) {
        if (!page.response().ended() && !page.response().closed()) {
            page.response().end();
        }
    }

    /** Sends the state of the room; a page whose seat was taken away hears that last. */
    private void tell(Follower page, FoundSeat seat) {
        var news = RoomNews.of(seat);
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
                .thenCompose(woken -> seats.stillHeld(page.seat()))
                .whenComplete((seat, failure) -> page.loop().runOnContext(here -> {
                    if (page.response().closed() || page.response().ended()) {
                        return;
                    }
                    if (failure != null
                            || stopping
                            || seat.isSilent()
                            || page.response().writeQueueFull()) {
                        page.response().end();
                    } else if (isNews(seat, told)) {
                        tell(page, seat);
                    } else if (page.stays()) {
                        page.response().write(BEAT);
                        follow(page, told);
                    } else {
                        page.response().end();
                    }
                }));
    }
}
