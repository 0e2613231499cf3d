package uk.thinkuknow.web.internals;

import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;

/** Lists the event loops: the threads that accept requests. */
public final class EventLoops {
    private EventLoops() {}

    public static List<ScheduledExecutorService> of(Vertx vertx) {
        var threads = new ArrayList<ScheduledExecutorService>();
        vertx.nettyEventLoopGroup().forEach(threads::add);
        return threads;
    }
}
