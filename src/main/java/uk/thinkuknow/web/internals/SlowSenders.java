package uk.thinkuknow.web.internals;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ServerChannel;
import io.netty.channel.SingleThreadEventLoop;
import io.netty.handler.ssl.SslHandler;
import io.netty.util.AttributeKey;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.http.ManagementInterface;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.FilterOrder;

/**
 * Closes connections on which a request arrives too slowly, so that nobody can hold thousands of them with a few bytes
 * each. A header has a fixed time; a body has a fixed time, and a second more for every 4 kB that it announces.
 */
@Singleton
class SlowSenders {
    private static final AttributeKey<RequestArrival> ARRIVAL = AttributeKey.valueOf(SlowSenders.class, "arrival");
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);
    private static final int BYTES_A_SECOND = 4 * 1024;
    /** A body of unknown length has the time of the longest form. */
    private static final long UNKNOWN_LENGTH = 512 * 1024;

    private final long headerWithin;
    private final long bodyWithin;

    SlowSenders(
            @ConfigProperty(name = "thinkuknow.header-within") Duration headerWithin,
            @ConfigProperty(name = "thinkuknow.body-within") Duration bodyWithin) {
        this.headerWithin = headerWithin.toNanos();
        this.bodyWithin = bodyWithin.toNanos();
    }

    void register(@Observes Filters filters) {
        filters.register(this::begin, FilterOrder.ARRIVAL);
    }

    void register(@Observes ManagementInterface management) {
        management.router().route().order(Integer.MIN_VALUE).handler(this::begin);
    }

    /** Starts a check on each thread that accepts requests. */
    void watch(@Observes StartupEvent start, Vertx vertx) {
        vertx.nettyEventLoopGroup().forEach(each -> {
            if (each instanceof SingleThreadEventLoop thread) {
                thread.scheduleWithFixedDelay(new Check(thread), 1, 1, TimeUnit.SECONDS);
            }
        });
    }

    /** Notes that the header of a request is complete. */
    private void begin(RoutingContext context) {
        var request = context.request();
        long length = lengthOf(request);
        long within = bodyWithin + length / BYTES_A_SECOND * SECOND;
        var begun = new BegunRequest(request, length > 0);
        var arrival = arrivalOf(((ConnectionBase) request.connection()).channel());
        if (request.version() != HttpVersion.HTTP_2) {
            arrival.header(begun, within, System.nanoTime());
        } else {
            arrival.share();
            if (length > 0) {
                context.vertx().setTimer(TimeUnit.NANOSECONDS.toMillis(within), any -> begun.closeUnlessRead());
            }
        }
        context.next();
    }

    private RequestArrival arrivalOf(Channel connection) {
        var known = connection.attr(ARRIVAL).get();
        if (known != null) {
            return known;
        }
        var arrival = new RequestArrival(headerWithin, System.nanoTime());
        connection.attr(ARRIVAL).set(arrival);
        var pipeline = connection.pipeline();
        var tls = pipeline.context(SslHandler.class);
        if (tls == null) {
            pipeline.addFirst(new Bytes(arrival));
        } else {
            // messages of TLS itself are no part of a request
            pipeline.addAfter(tls.name(), null, new Bytes(arrival));
        }
        return arrival;
    }

    private static long lengthOf(HttpServerRequest request) {
        @Nullable String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        if (length != null) {
            return Long.parseLong(length);
        }
        return request.headers().contains(HttpHeaders.TRANSFER_ENCODING) ? UNKNOWN_LENGTH : 0;
    }

    /** A request whose header is complete. */
    private record BegunRequest(HttpServerRequest request, boolean hasBody) implements RequestArrival.Begun {
        @Override
        public boolean isRead() {
            return !hasBody || request.isEnded();
        }

        @Override
        public boolean isAnswered() {
            return request.response().ended();
        }

        void closeUnlessRead() {
            if (!isRead() && !isAnswered()) {
                request.connection().close();
            }
        }
    }

    /** Tells an arrival when bytes come. */
    private static final class Bytes extends ChannelInboundHandlerAdapter {
        private final RequestArrival arrival;

        Bytes(RequestArrival arrival) {
            this.arrival = arrival;
        }

        @Override
        public void channelRead(ChannelHandlerContext context, Object bytes) {
            arrival.bytes(System.nanoTime());
            context.fireChannelRead(bytes);
        }
    }

    /** Closes the slow connections of one thread, every second. */
    private final class Check implements Runnable {
        private final SingleThreadEventLoop thread;
        private long last = System.nanoTime();

        Check(SingleThreadEventLoop thread) {
            this.thread = thread;
        }

        /** A thread that was held up itself has not read what was sent meanwhile, so it judges nobody. */
        @Override
        public void run() {
            long now = System.nanoTime();
            boolean late = now - last > 2 * SECOND;
            last = now;
            var slow = new ArrayList<Channel>();
            thread.registeredChannelsIterator().forEachRemaining(each -> {
                if (each.parent() instanceof ServerChannel && arrivalOf(each).isTooSlow(now) && !late) {
                    slow.add(each);
                }
            });
            slow.forEach(Channel::close);
        }
    }
}
