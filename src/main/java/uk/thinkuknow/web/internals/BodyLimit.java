package uk.thinkuknow.web.internals;

import io.quarkus.vertx.http.runtime.VertxHttpRecorder;
import io.vertx.ext.web.RoutingContext;

/** Sets the largest body of one request, in bytes, below the server's general limit. */
public final class BodyLimit {
    private BodyLimit() {}

    public static void set(RoutingContext context, long bytes) {
        context.put(VertxHttpRecorder.MAX_REQUEST_SIZE_KEY, bytes);
    }
}
