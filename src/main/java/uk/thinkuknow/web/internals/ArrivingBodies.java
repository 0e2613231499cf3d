package uk.thinkuknow.web.internals;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpConnection;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.impl.RoutingContextInternal;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;

/**
 * Reads the bodies of forms before a thread handles them: a thread that waited for each slow sender would be one less for
 * everybody else. Those that have not arrived yet share some memory; when there is no more, the oldest is cut off, because
 * an honest form arrives within moments.
 */
@Singleton
public final class ArrivingBodies {
    private static final int ROOM = 32 * 1024 * 1024;

    /** What has arrived of each body, the oldest first. */
    private final LinkedHashMap<HttpConnection, Integer> arrived = new LinkedHashMap<>();

    private int taken;

    /** Says that a body is longer than it may be. */
    public static final class TooLong extends Exception {
        private static final long serialVersionUID = 1;

        TooLong() {
            super("the body is too long", null, false, false);
        }
    }

    /**
     * Reads the body of a request and gives it to the context.
     *
     * @param atMost in bytes
     * @return the body; fails with {@link TooLong}, or if the connection ends
     */
    public Future<Buffer> read(RoutingContext context, long atMost) {
        var request = context.request();
        var connection = request.connection();
        var body = Buffer.buffer();
        var whole = Promise.<Buffer>promise();
        whole.future().onComplete(any -> leave(connection));
        request.exceptionHandler(whole::tryFail);
        request.handler(part -> {
            if (body.length() + part.length() > atMost) {
                whole.tryFail(new TooLong());
            } else if (!whole.future().isComplete()) {
                body.appendBuffer(part);
                take(connection, part.length());
            }
        });
        request.endHandler(end -> {
            ((RoutingContextInternal) context).setBody(body);
            whole.tryComplete(body);
        });
        request.resume();
        return whole.future();
    }

    private synchronized void take(HttpConnection connection, int bytes) {
        arrived.merge(connection, bytes, Integer::sum);
        taken += bytes;
        while (taken > ROOM) {
            var oldest = arrived.firstEntry().getKey();
            leave(oldest);
            oldest.close();
        }
    }

    private synchronized void leave(HttpConnection connection) {
        var bytes = arrived.remove(connection);
        taken -= bytes == null ? 0 : bytes;
    }
}
