package uk.thinkuknow.classroom.join;

import com.fasterxml.jackson.databind.ObjectReader;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import uk.thinkuknow.classroom.room.Json;
import uk.thinkuknow.classroom.room.NoSuchSeat;
import uk.thinkuknow.classroom.room.Room;
import uk.thinkuknow.common.FilterOrder;
import uk.thinkuknow.common.Language;
import uk.thinkuknow.common.SecurityLog;
import uk.thinkuknow.common.SecurityLog.Attempt;
import uk.thinkuknow.web.Importance;
import uk.thinkuknow.web.PathTraits;
import uk.thinkuknow.web.PathTraits.Trait;
import uk.thinkuknow.web.RequestTracer;
import uk.thinkuknow.web.internals.ArrivingBodies;

/**
 * Takes the six calls of a child's lesson in a Vert.x filter: look up a code, take or forget a seat, hear of the room, send
 * progress, get the lesson's page. They need no sign-in, form token or request scope, which would cost a quarter of the event
 * loops' time. META-INF/openapi.yaml describes them. Every call is answered, on the event loop that took it; a failure
 * is an answer too.
 */
@Singleton
@PathTraits(
        importance = Importance.ANSWER,
        paths = {"/api/classroom/seats", "/api/progress", ClassroomApi.ROOM})
public class ClassroomApi {
    static final String ROOM = "/api/room";
    private static final String VARY = "Cookie, Seat";
    private static final ObjectReader LOOK_UP = ChildCalls.readerFor(LookUpForm.class);
    private static final ObjectReader SEAT = ChildCalls.readerFor(SeatForm.class);
    private static final ObjectReader PROGRESS = ChildCalls.readerFor(ProgressForm.class);
    private static final int SMALL = 8 * 1024;
    private static final int OUTBOX = 64 * 1024;

    private final ChildCalls children;
    private final JoinCodeLookup joinCodeLookup;
    private final TakeSeat takeSeat;
    private final LeaveSeat leaveSeat;
    private final StoreProgress storeProgress;
    private final RoomNewsSender roomNews;
    private final RequestTracer traced;
    private final SecurityLog log;
    private final ArrivingBodies bodies;
    private final Map<String, Map<HttpMethod, Call>> routes = Map.of(
            "/api/classroom",
            Map.of(HttpMethod.POST, new Call("ClassroomApi.lookUp", this::lookUp)),
            "/api/classroom/seats",
            Map.of(
                    HttpMethod.POST, new Call("ClassroomApi.takeSeat", this::takeSeat),
                    HttpMethod.DELETE, new Call("ClassroomApi.forgetSeat", this::forgetSeat)),
            "/api/progress",
            Map.of(HttpMethod.POST, new Call("ClassroomApi.progress", this::progress)),
            ROOM,
            Map.of(HttpMethod.GET, new Call("ClassroomApi.news", this::news)),
            "/lesson",
            Map.of(HttpMethod.GET, new Call("ClassroomApi.lesson", this::lesson)));

    ClassroomApi(
            ChildCalls children,
            JoinCodeLookup joinCodeLookup,
            TakeSeat takeSeat,
            LeaveSeat leaveSeat,
            StoreProgress storeProgress,
            RoomNewsSender roomNews,
            RequestTracer traced,
            SecurityLog log,
            ArrivingBodies bodies) {
        this.children = children;
        this.joinCodeLookup = joinCodeLookup;
        this.takeSeat = takeSeat;
        this.leaveSeat = leaveSeat;
        this.storeProgress = storeProgress;
        this.roomNews = roomNews;
        this.traced = traced;
        this.log = log;
        this.bodies = bodies;
    }

    /** A call: its name in traces, and the method that answers it. */
    private record Call(String name, BiFunction<byte[], HttpServerRequest, CompletionStage<ApiResponse>> method) {}

    /** All routes as "METHOD path"; anyone may call them. */
    public Set<String> routes() {
        var all = new TreeSet<String>();
        routes.forEach((path, calls) -> calls.keySet().forEach(method -> all.add(method + " " + path)));
        return all;
    }

    void register(@Observes Filters filters) {
        filters.register(this::take, FilterOrder.DIRECT_CALLS);
    }

    private void take(RoutingContext context) {
        var calls = routes.get(context.normalizedPath());
        if (calls == null) {
            context.next();
            return;
        }
        var request = context.request();
        var method = request.method().equals(HttpMethod.HEAD) ? HttpMethod.GET : request.method();
        var call = calls.get(method);
        if (request.method().equals(HttpMethod.GET)
                && context.normalizedPath().equals(ROOM)
                && RoomNewsSender.isForStream(request)) {
            roomNews.stream(request);
        } else if (call == null) {
            read(context, body -> ApiResponse.error(405, "not-this-way").send(context.response()));
        } else if (method.equals(HttpMethod.POST) && !isJson(request)) {
            read(context, body -> ApiResponse.error(415, "json-only").send(context.response()));
        } else {
            read(context, body -> answer(context, call, body));
        }
    }

    private void read(RoutingContext context, Consumer<byte[]> whole) {
        bodies.read(context, OUTBOX)
                .onSuccess(body -> whole.accept(body.getBytes()))
                .onFailure(why -> {
                    if (why instanceof ArrivingBodies.TooLong) {
                        log.record(Attempt.TOO_LARGE, context.normalizedPath());
                        ArrivingBodies.closeAfterwards(context);
                        ApiResponse.error(413, "too-long").send(context.response());
                    }
                });
    }

    private static boolean isJson(HttpServerRequest request) {
        var type = request.getHeader(HttpHeaders.CONTENT_TYPE);
        return type != null && (type.equals("application/json") || type.startsWith("application/json;"));
    }

    /** The writer's thread completes the outcome; the answer is sent on the event loop that took the call. */
    private void answer(RoutingContext context, Call call, byte[] body) {
        var here = Vertx.currentContext();
        var span = traced.begin(call.name(), context.request().method().name());
        outcome(call, body, context.request()).thenAccept(answer -> {
            traced.end(span, answer.status());
            if (answer.status() == 403) {
                log.record(Attempt.OTHER_SITE, call.name());
            } else if (answer.status() == 413) {
                log.record(Attempt.TOO_LARGE, call.name());
            }
            here.runOnContext(now -> {
                if (!context.response().closed()) {
                    answer.send(context.response());
                }
            });
        });
    }

    private CompletionStage<ApiResponse> outcome(Call call, byte[] body, HttpServerRequest request) {
        try {
            return call.method().apply(body, request).exceptionally(ApiResponse::of);
        } catch (RuntimeException e) {
            return CompletableFuture.completedFuture(ApiResponse.of(e));
        }
    }

    @PathTraits(importance = Importance.JOIN, paths = "/api/classroom")
    private CompletionStage<ApiResponse> lookUp(byte[] body, HttpServerRequest request) {
        children.requireOurPage(request);
        LookUpForm form = ChildCalls.read(LOOK_UP, body, SMALL);
        return joinCodeLookup
                .room(JoinCodeLookup.addressOf(request), form.code())
                .thenApply(found -> found.map(room -> ApiResponse.json(200, room.cardList()))
                        .orElseGet(ClassroomApi::noSuchCode));
    }

    private CompletionStage<ApiResponse> takeSeat(byte[] body, HttpServerRequest request) {
        children.requireOurPage(request);
        SeatForm form = ChildCalls.read(SEAT, body, SMALL);
        return joinCodeLookup
                .room(JoinCodeLookup.addressOf(request), form.code())
                .thenCompose(found -> {
                    if (found.isEmpty()) {
                        return CompletableFuture.completedFuture(noSuchCode());
                    }
                    var room = found.get();
                    return takeSeat.join(room, form).thenApply(outcome -> told(room, outcome));
                });
    }

    private CompletionStage<ApiResponse> news(byte[] body, HttpServerRequest request) {
        return roomNews.poll(request);
    }

    private ApiResponse told(Room room, TakeSeat.Outcome outcome) {
        return switch (outcome) {
            case TakeSeat.Outcome.Seated seated ->
                ApiResponse.json(
                        201,
                        Json.bytes(SeatTaken.of(room, seated)),
                        HttpHeaders.SET_COOKIE,
                        children.cookieOf(seated.token()));
            case TakeSeat.Outcome.Asking asking -> ApiResponse.error(202, "asking", "Retry-After", "3");
            case TakeSeat.Outcome.AtDoor atDoor -> ApiResponse.error(202, "door", "Retry-After", "3");
            case TakeSeat.Outcome.Occupied occupied -> ApiResponse.error(409, "taken");
            case TakeSeat.Outcome.Refused refused -> ApiResponse.error(409, "refused");
            case TakeSeat.Outcome.Locked locked -> ApiResponse.error(409, "locked");
            case TakeSeat.Outcome.NotInSession none -> ApiResponse.error(422, "not-in-session");
        };
    }

    /**
     * Without the header Seat it deletes the cookie only. With the header it frees the seat, and deletes only a cookie
     * of that seat: the tablet's next child may have a cookie already.
     */
    private CompletionStage<ApiResponse> forgetSeat(byte[] body, HttpServerRequest request) {
        children.requireOurPage(request);
        var seat = request.getHeader("Seat");
        var forgotten = ApiResponse.empty(204, HttpHeaders.SET_COOKIE, children.expiredCookie());
        return seat == null
                ? CompletableFuture.completedFuture(forgotten)
                : leaveSeat
                        .leave(seat)
                        .thenApply(left -> children.isCookieOf(seat, request) ? forgotten : ApiResponse.empty(204));
    }

    private CompletionStage<ApiResponse> progress(byte[] body, HttpServerRequest request) {
        children.requireOurPage(request);
        ProgressForm form = ChildCalls.read(PROGRESS, body, OUTBOX);
        form.requireEvents();
        return children.findSeat(form.seat()).thenCompose(seat -> storeProgress.store(seat, form));
    }

    /** The lesson's page; a redirect to the join page if there is no seat. */
    @PathTraits(value = Trait.FOR_CHILDREN, importance = Importance.ANSWER, paths = "/lesson")
    private CompletionStage<ApiResponse> lesson(byte[] body, HttpServerRequest request) {
        return children.findSeat(children.tokenIn(request))
                .thenApply(seat -> seat.moved() ? toJoinPage() : page(seat.room(), request))
                .exceptionally(e -> ApiResponse.causeOf(e) instanceof NoSuchSeat ? toJoinPage() : ApiResponse.of(e));
    }

    private static ApiResponse page(Room room, HttpServerRequest request) {
        var rendered =
                room.words().page(Language.of(request.getParam("language")).orElse(null));
        CharSequence[] kept = {
            "ETag", rendered.etag(), "Cache-Control", "private, no-cache", "Vary", VARY + ", Accept-Encoding"
        };
        var known = request.getHeader("If-None-Match");
        if (known != null && known.contains(rendered.etag())) {
            return ApiResponse.empty(304, kept);
        }
        var accepts = request.getHeader("Accept-Encoding");
        if (accepts == null || !accepts.contains("gzip")) {
            return new ApiResponse(200, ApiResponse.HTML, rendered.html(), kept);
        }
        var compressed = Arrays.copyOf(kept, kept.length + 2);
        compressed[kept.length] = "Content-Encoding";
        compressed[kept.length + 1] = "gzip";
        return new ApiResponse(200, ApiResponse.HTML, rendered.gzip(), compressed);
    }

    private static ApiResponse toJoinPage() {
        return ApiResponse.empty(303, "Location", "/", "Cache-Control", "no-store", "Vary", VARY);
    }

    private static ApiResponse noSuchCode() {
        return ApiResponse.error(404, "no-such-code");
    }
}
