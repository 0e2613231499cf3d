package uk.thinkuknow.web.internals;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ServerChannel;
import io.netty.channel.SingleThreadEventLoop;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.ssl.SslHandler;
import io.netty.util.AttributeKey;
import io.netty.util.ReferenceCountUtil;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.http.ManagementInterface;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.core.net.impl.VertxHandler;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.FilterOrder;

import static io.netty.handler.codec.http.HttpHeaderNames.CONTENT_LENGTH;
import static io.netty.handler.codec.http.HttpHeaderNames.CONTENT_TYPE;
import static io.netty.handler.codec.http.HttpHeaderNames.TRANSFER_ENCODING;

/**
 * Closes connections on which a request arrives too slowly, so that nobody can hold thousands of them with a few bytes
 * each. A header has a fixed time; a body has a fixed time, and a second more for every 4 kB that it announces, or for every
 * 64 kB of a form with files. It closes those on which a form comes that the server could not hold, too ({@link PartHeaders}).
 */
@Singleton
class SlowSenders {
    private static final AttributeKey<RequestArrival> ARRIVAL = AttributeKey.valueOf(SlowSenders.class, "arrival");
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);
    private static final int BYTES_A_SECOND = 4 * 1024;
    private static final int OF_FILES_A_SECOND = 64 * 1024;
    /** A longer body is refused, but still has to end. One of unknown length has the time of the longest form. */
    private static final long LONGEST_FORM = 512 * 1024;

    private static final long LONGEST_FILES = 128 * 1024 * 1024;

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

    /** Times what follows the first header of a connection: its body, and all later requests. */
    private void begin(RoutingContext context) {
        var request = context.request();
        if (request.version() == HttpVersion.HTTP_2) {
            // its requests share a connection and cannot be timed; the management port would take it
            request.connection().close();
            return;
        }
        var connection = ((ConnectionBase) request.connection()).channel();
        var pipeline = connection.pipeline();
        if (pipeline.get(Requests.class) == null) {
            var arrival = arrivalOf(connection);
            arrival.header(bodyWithin(request.headers()::get), System.nanoTime());
            // this is called while Netty hands over the header, so the new handler hears of the body's end
            var headers = PartHeaders.of(request.getHeader(CONTENT_TYPE));
            pipeline.addBefore(pipeline.context(VertxHandler.class).name(), null, new Requests(arrival, headers));
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

    /** How long the body of a request with these headers may take, in nanoseconds. */
    long bodyWithin(Function<CharSequence, @Nullable String> headers) {
        var type = headers.apply(CONTENT_TYPE);
        boolean files = type != null && type.startsWith("multipart/");
        var length = headers.apply(CONTENT_LENGTH);
        long bytes =
                length != null ? Long.parseLong(length) : headers.apply(TRANSFER_ENCODING) == null ? 0 : LONGEST_FORM;
        return bodyWithin
                + (files
                        ? Math.min(bytes, LONGEST_FILES) / OF_FILES_A_SECOND * SECOND
                        : Math.min(bytes, LONGEST_FORM) / BYTES_A_SECOND * SECOND);
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

    /** Tells an arrival where requests begin and end, and closes the connection of a form whose parts have too long headers. */
    private final class Requests extends ChannelInboundHandlerAdapter {
        private final RequestArrival arrival;
        private @Nullable PartHeaders partHeaders;

        Requests(RequestArrival arrival, @Nullable PartHeaders partHeaders) {
            this.arrival = arrival;
            this.partHeaders = partHeaders;
        }

        @Override
        public void channelRead(ChannelHandlerContext context, Object part) {
            if (part instanceof HttpRequest request && request.decoderResult().isSuccess()) {
                arrival.header(bodyWithin(request.headers()::get), System.nanoTime());
                partHeaders = PartHeaders.of(request.headers().get(CONTENT_TYPE));
            }
            if (partHeaders != null && part instanceof HttpContent body && partHeaders.areTooLong(body.content())) {
                ReferenceCountUtil.release(part);
                context.close();
                return;
            }
            if (part instanceof LastHttpContent) {
                arrival.end();
            }
            context.fireChannelRead(part);
        }
    }

    /** Closes the slow connections of one thread, every second. */
    private final class Check implements Runnable {
        private final SingleThreadEventLoop thread;
        private long last = System.nanoTime();

        Check(SingleThreadEventLoop thread) {
            this.thread = thread;
        }

        @Override
        public void run() {
            long now = System.nanoTime();
            long passed = now - last;
            last = now;
            // a thread that was held up has not read what was sent meanwhile
            boolean late = passed > 2 * SECOND;
            var slow = new ArrayList<Channel>();
            thread.registeredChannelsIterator().forEachRemaining(each -> {
                if (each.parent() instanceof ServerChannel) {
                    var arrival = arrivalOf(each);
                    if (late || !each.config().isAutoRead()) {
                        arrival.extend(passed);
                    }
                    if (arrival.isTooSlow(now)) {
                        slow.add(each);
                    }
                }
            });
            slow.forEach(Channel::close);
        }
    }
}
