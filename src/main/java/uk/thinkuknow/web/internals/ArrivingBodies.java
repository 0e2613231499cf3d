package uk.thinkuknow.web.internals;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.impl.RoutingContextInternal;
import jakarta.inject.Singleton;
import java.util.LinkedHashSet;
import java.util.SequencedSet;

/**
 * Reads the bodies of forms and of children's calls before a thread handles them: a thread that waited for each slow sender
 * would be one less for everybody else. All bodies share some memory until their answers are sent. When there is no more,
 * the oldest whose sender keeps us waiting is cut off, because an honest form arrives, and its answer is read, within moments.
 * Small bodies have a room of their own, so that nobody keeps children's calls and short forms away with large ones.
 */
@Singleton
public final class ArrivingBodies {
    private static final int ROOM = 32 * 1024 * 1024;
    private static final int ROOM_FOR_SMALL = 16 * 1024 * 1024;

    /** The largest of the small ones. */
    private static final int SMALL = 16 * 1024;

    private static final long CLOSED_AFTER_MILLIS = 1_000;
    private static final long LOOKED_AT_MILLIS = 100;

    private final Room large = new Room(ROOM);
    private final Room small = new Room(ROOM_FOR_SMALL);

    /** Memory that bodies share. */
    private static final class Room {
        private final int bytes;
        private int taken;
        /** Those that have not arrived yet, or whose answers are not read; the oldest first. */
        private final SequencedSet<Body> waiting = new LinkedHashSet<>();

        Room(int bytes) {
            this.bytes = bytes;
        }
    }

    /** Says that a body is longer than it may be. */
    public static final class TooLong extends Exception {
        private static final long serialVersionUID = 1;

        TooLong() {
            super("too long", null, false, false);
        }
    }

    /** What has arrived of a body, or is sent for it. */
    private static final class Body {
        final HttpConnection connection;
        final Buffer read = Buffer.buffer();
        Room room;
        int counted;

        Body(HttpConnection connection, Room room) {
            this.connection = connection;
            this.room = room;
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
        var body = new Body(request.connection(), small);
        var whole = Promise.<Buffer>promise();
        context.addEndHandler(ended -> freeWhenSent(context, body));
        request.exceptionHandler(whole::tryFail);
        request.handler(part -> {
            if (body.read.length() + part.length() > atMost) {
                whole.tryFail(new TooLong());
            } else if (!whole.future().isComplete()) {
                body.read.appendBuffer(part);
                take(body, part.length());
            }
        });
        request.endHandler(end -> {
            hasArrived(body);
            ((RoutingContextInternal) context).setBody(body.read);
            whole.tryComplete(body.read);
        });
        request.resume();
        return whole.future();
    }

    /** Counts a body that somebody else reads without a thread, or a long answer: so many bytes, until the answer is sent. */
    public void expect(RoutingContext context, int bytes) {
        var body = new Body(context.request().connection(), small);
        context.addEndHandler(ended -> freeWhenSent(context, body));
        take(body, bytes);
    }

    private void freeWhenSent(RoutingContext context, Body body) {
        var unsent = ((ConnectionBase) body.connection).channel().unsafe().outboundBuffer();
        if (unsent == null || unsent.totalPendingWriteBytes() == 0) {
            free(body);
        } else {
            keepsUsWaiting(body);
            context.vertx().setTimer(LOOKED_AT_MILLIS, any -> freeWhenSent(context, body));
        }
    }

    /**
     * Closes the connection after the answer, because the rest of the body is not wanted, and late enough for a sender who
     * is still busy to get the answer.
     */
    public static void closeAfterwards(RoutingContext context) {
        var connection = context.request().connection();
        context.response().putHeader(HttpHeaders.CONNECTION, "close");
        context.addEndHandler(sent -> context.vertx().setTimer(CLOSED_AFTER_MILLIS, any -> connection.close()));
    }

    private synchronized void take(Body body, int bytes) {
        if (body.room == small && body.counted + bytes > SMALL) {
            int before = body.counted;
            free(body);
            body.room = large;
            body.counted = before;
            large.taken += before;
        }
        var room = body.room;
        body.counted += bytes;
        room.taken += bytes;
        room.waiting.add(body);
        while (room.taken > room.bytes && !room.waiting.isEmpty()) {
            var oldest = room.waiting.getFirst();
            free(oldest);
            oldest.connection.close();
        }
    }

    private synchronized void keepsUsWaiting(Body body) {
        body.room.waiting.add(body);
    }

    private synchronized void hasArrived(Body body) {
        body.room.waiting.remove(body);
    }

    private synchronized void free(Body body) {
        body.room.waiting.remove(body);
        body.room.taken -= body.counted;
        body.counted = 0;
    }
}
