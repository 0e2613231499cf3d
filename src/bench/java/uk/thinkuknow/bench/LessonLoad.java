package uk.thinkuknow.bench;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.function.Supplier;

/**
 * Simulates a fixed number of children who take lessons at once, on one thread: when one finishes, the next card of the
 * class starts (a closed load).
 */
final class LessonLoad {
    /** For up to 2,700 lessons a second. */
    static final int ROOMS_AT_ONCE = 300;

    private static final int ANSWER_AT_MOST = 512 * 1024;

    private final InetSocketAddress address;
    private final LessonRequests script;
    private final CardDeal cards;
    private final Deque<ByteBuffer> buffers = new ArrayDeque<>();

    LessonLoad(InetSocketAddress address, LessonRequests script, Supplier<Iterator<BenchSession>> sessions) {
        this.address = address;
        this.script = script;
        this.cards = new CardDeal(sessions.get(), ROOMS_AT_ONCE, CardDeal.CLASS);
    }

    /** Keeps {@code children} lessons running for {@code millis} ms, then lets those that have started finish. */
    LoadResult run(int children, long millis) throws IOException {
        var tallies = new LoadResult();
        long until = System.nanoTime() + millis * 1_000_000;
        try (var selector = Selector.open()) {
            int atWork = 0;
            while (atWork < children) {
                atWork += next(selector, tallies);
            }
            while (atWork > 0) {
                selector.select(1000);
                var ready = selector.selectedKeys().iterator();
                while (ready.hasNext()) {
                    var key = ready.next();
                    ready.remove();
                    if (isOver(key, tallies)) {
                        atWork--;
                        atWork += System.nanoTime() < until ? next(selector, tallies) : 0;
                    }
                }
            }
        }
        return tallies;
    }

    private int next(Selector selector, LoadResult tallies) throws IOException {
        if (!cards.next()) {
            tallies.error("no session left");
            return 0;
        }
        var channel = SocketChannel.open();
        channel.configureBlocking(false);
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        var buffer = buffers.isEmpty() ? ByteBuffer.allocate(ANSWER_AT_MOST) : buffers.pop();
        var child = new LoadChild(script, tallies, channel, buffer, cards.session(), cards.card());
        boolean connected = channel.connect(address);
        var key = channel.register(
                selector, connected ? SelectionKey.OP_READ : SelectionKey.OP_CONNECT, new AtWork(child, buffer));
        if (connected) {
            child.start();
            interest(key, child);
        }
        return 1;
    }

    /** A child in a lesson, and the buffer for the responses to it. */
    private record AtWork(LoadChild child, ByteBuffer buffer) {}

    private boolean isOver(SelectionKey key, LoadResult tallies) throws IOException {
        var atWork = (AtWork) key.attachment();
        var child = atWork.child();
        boolean over = false;
        try {
            if (key.isConnectable()) {
                ((SocketChannel) key.channel()).finishConnect();
                child.start();
            } else if (key.isWritable()) {
                child.continueSending();
            } else {
                over = child.read();
            }
        } catch (IOException e) {
            tallies.error(e.getClass().getSimpleName() + " " + e.getMessage());
            over = true;
        }
        if (over) {
            key.channel().close();
            buffers.push(atWork.buffer());
        } else {
            interest(key, child);
        }
        return over;
    }

    private static void interest(SelectionKey key, LoadChild child) {
        int wanted = child.hasMoreToSend() ? SelectionKey.OP_READ | SelectionKey.OP_WRITE : SelectionKey.OP_READ;
        if (key.interestOps() != wanted) {
            key.interestOps(wanted);
        }
    }
}
