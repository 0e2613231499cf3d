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
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.web.Traced;

/**
 * Takes the fourteen calls of a child's lesson from the connection straight to {@link LessonCalls}. What lies between for pages
 * (who is signed in, the token of forms, a request scope, the choice of a reader and a writer) is nothing to them, and took a
 * quarter of the time of the threads that take requests in. Whatever is not as our pages send it goes the long way, which says what
 * is wrong.
 */
@Singleton
class DirectCalls {
    /** When headers are set, too much was turned away, and so was what is another site's. */
    private static final int AFTER_CHECKS = 940;

    private static final int LENGTH_AT_MOST = 64 * 1024;
    private static final byte[] NOTHING = {};
    private static final CharSequence JSON = HttpHeaders.createOptimized("application/json;charset=UTF-8");
    private static final CharSequence PAGE = HttpHeaders.createOptimized("text/html;charset=UTF-8");

    private final Map<String, Call> posted;
    private final Call lesson;
    private final Traced traced;

    DirectCalls(LessonCalls calls, Traced traced) {
        this.traced = traced;
        lesson = new Call("LessonResource.lesson", (nothing, request) -> calls.page(request));
        posted = Map.of(
                "/api/progress", new Call("ClassroomApi.progress", calls::progress),
                "/api/classroom", new Call("ClassroomApi.lookUp", calls::lookUp),
                "/api/classroom/seats", new Call("ClassroomApi.takeSeat", calls::takeSeat));
    }

    /** @param method always answers: what goes wrong is an answer as well */
    private record Call(String name, BiFunction<byte[], HttpServerRequest, CompletionStage<Response>> method) {}

    void register(@Observes Filters filters) {
        filters.register(this::take, AFTER_CHECKS);
    }

    private void take(RoutingContext context) {
        var request = context.request();
        var call = postedTo(request);
        if (call != null) {
            request.bodyHandler(body -> answer(context, call, body.getBytes()));
            request.resume();
        } else if (asksForLesson(request)) {
            request.resume(); // HTTP/2 needs no length to bring something: nothing of it is kept
            answer(context, lesson, NOTHING);
        } else {
            context.next();
        }
    }

    private void answer(RoutingContext context, Call call, byte[] body) {
        var here = Vertx.currentContext();
        var request = context.request();
        var span = traced.begin(call.name(), request.method().name());
        call.method().apply(body, request).thenAccept(answer -> {
            traced.end(span, answer.getStatus());
            send(here, context.response(), answer);
        });
    }

    private @Nullable Call postedTo(HttpServerRequest request) {
        var call = request.method().equals(HttpMethod.POST) ? posted.get(request.path()) : null;
        return call != null && isJson(request) && isShort(request.getHeader(HttpHeaders.CONTENT_LENGTH)) ? call : null;
    }

    private static boolean asksForLesson(HttpServerRequest request) {
        return request.method().equals(HttpMethod.GET) && request.path().equals("/lesson") && !hasBody(request);
    }

    private static boolean hasBody(HttpServerRequest request) {
        return request.headers().contains(HttpHeaders.CONTENT_LENGTH)
                || request.headers().contains(HttpHeaders.TRANSFER_ENCODING);
    }

    private static boolean isJson(HttpServerRequest request) {
        var type = request.getHeader(HttpHeaders.CONTENT_TYPE);
        return type != null && (type.equals("application/json") || type.startsWith("application/json;"));
    }

    /** Without a length nobody knows yet how long it will be. */
    private static boolean isShort(@Nullable String length) {
        return length != null && length.length() <= 5 && Integer.parseInt(length) <= LENGTH_AT_MOST;
    }

    /** What was stored is told by the thread that stored it. */
    private static void send(Context here, HttpServerResponse response, Response answer) {
        here.runOnContext(now -> {
            if (response.closed()) {
                return;
            }
            response.setStatusCode(answer.getStatus());
            answer.getHeaders().forEach((name, values) -> {
                if (!name.equalsIgnoreCase("Content-Type")) {
                    values.forEach(value -> response.headers().add(name, value.toString()));
                }
            });
            if (answer.getEntity() instanceof byte[] body) {
                boolean json = answer.getMediaType().getSubtype().equals("json");
                response.headers().set(HttpHeaders.CONTENT_TYPE, json ? JSON : PAGE);
                response.end(Buffer.buffer(body));
            } else {
                response.end();
            }
        });
    }
}
