package uk.thinkuknow.web.internals;

import io.quarkus.vertx.http.runtime.VertxHttpRecorder;
import io.vertx.ext.web.RoutingContext;

/** Limits the size of one request's body, where the server would let it be as long as the longest file. */
public final class BodyLimit {
    private BodyLimit() {}

    public static void set(RoutingContext context, long bytes) {
        context.put(VertxHttpRecorder.MAX_REQUEST_SIZE_KEY, bytes);
    }
}
