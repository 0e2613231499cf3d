package uk.thinkuknow.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Simulates children who arrive at a fixed rate, on one thread, whether or not earlier ones have been answered (an open
 * load). Waiting times count from the moment each call was due. A call takes a free connection or opens a new one.
 */
final class PeakLoad implements AutoCloseable {
    /** For up to 5,400 joins a second. */
    static final int ROOMS_AT_ONCE = 600;

    private static final int ANSWER_AT_MOST = 24 * 1024;
    private static final int CONNECTIONS_AT_MOST = 15_000;
    private static final int SEATED_AT_MOST = 50_000;
    private static final long TIMEOUT_NANOS = 10_000_000_000L;
    private static final int FIRST_EVENT = 3;

    private InetSocketAddress address;
    private final LessonRequests script;
    private final CardDeal cards;
    private final Selector selector;
    private final Deque<LoadConnection> free = new ArrayDeque<>();

    /** Connections with a call in progress, in the order the calls began. */
    private final Set<LoadConnection> busy = new LinkedHashSet<>();

    private final Deque<SeatedChild> seated = new ArrayDeque<>();
    private PeakResult tallies = new PeakResult(0);
    private Consumer<BenchSession> answers = session -> {};

    PeakLoad(InetSocketAddress address, LessonRequests script, Iterator<BenchSession> sessions, int spread)
            throws IOException {
        this.address = address;
        this.script = script;
        this.cards = new CardDeal(sessions, ROOMS_AT_ONCE, spread);
        this.selector = Selector.open();
    }

    /** A child who has a seat, and the index of the next call. */
    record SeatedChild(BenchSession lesson, int card, String seat, int next) {}

    /** A connection and its call in progress. */
    private static final class LoadConnection {
        private final SocketChannel channel;
        private final ResponseParser in = new ResponseParser(ByteBuffer.allocate(ANSWER_AT_MOST));
        private @Nullable ByteBuffer out;
        private SeatedChild child = new SeatedChild(new BenchSession(0, "", ""), 0, "", 0);
        private int call;
        private long dueAt;
        private long sentAt;

        LoadConnection(SocketChannel channel) {
            this.channel = channel;
        }
    }

    /** Seats a child at each card of the sessions, so many a second. */
    void seatAll(int joins) throws IOException {
        tallies = new PeakResult(System.nanoTime());
        boolean more = true;
        for (long next = System.nanoTime(); more || !busy.isEmpty(); serve()) {
            for (; more && next <= System.nanoTime(); next += 1_000_000_000L / joins) {
                more = cards.next();
                if (more) {
                    begin(new SeatedChild(cards.session(), cards.card(), "", FIRST_EVENT), 0, next);
                }
            }
        }
    }

    /** Sends this many joins and answers each second for {@code millis} ms, then waits for calls in progress. */
    PeakResult run(int joins, int answers, long millis) throws IOException {
        long start = System.nanoTime();
        long end = start + millis * 1_000_000;
        tallies = new PeakResult(start);
        long nextJoin = start;
        long nextAnswer = start;
        while (System.nanoTime() < end) {
            long now = System.nanoTime();
            for (; joins > 0 && nextJoin <= now; nextJoin += 1_000_000_000L / joins) {
                join(nextJoin);
            }
            for (; nextAnswer <= now; nextAnswer += 1_000_000_000L / answers) {
                answer(nextAnswer);
            }
            serve();
        }
        long until = System.nanoTime() + TIMEOUT_NANOS;
        while (!busy.isEmpty() && System.nanoTime() < until) {
            serve();
        }
        giveUp(Long.MAX_VALUE);
        return tallies;
    }

    /** Returns the children who have a seat and are not sending an answer now. */
    List<SeatedChild> seated() {
        return List.copyOf(seated);
    }

    /** Sends all calls to another address from now on. */
    void moveTo(InetSocketAddress other) throws IOException {
        address = other;
        for (var line : free) {
            line.channel.close();
        }
        free.clear();
    }

    /** Tells this one the session of each answer to a question when it is sent. */
    void tellAnswers(Consumer<BenchSession> who) {
        answers = who;
    }

    private void join(long due) throws IOException {
        if (!cards.next()) {
            throw new IllegalStateException("no session left");
        }
        begin(new SeatedChild(cards.session(), cards.card(), "", FIRST_EVENT), 0, due);
    }

    private void answer(long due) throws IOException {
        var child = seated.poll();
        if (child == null) {
            tallies.nobodySeated();
            return;
        }
        begin(child, child.next(), due);
    }

    private void begin(SeatedChild child, int call, long due) throws IOException {
        var line = free.poll();
        if (line == null && busy.size() >= CONNECTIONS_AT_MOST) {
            tallies.error(due, "no connection is free");
            return;
        }
        if (line == null) {
            line = openConnection();
        }
        line.child = child;
        line.call = call;
        line.dueAt = due;
        busy.add(line);
        if (line.channel.isConnected()) {
            send(line);
        }
    }

    private LoadConnection openConnection() throws IOException {
        var channel = SocketChannel.open();
        channel.configureBlocking(false);
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        var line = new LoadConnection(channel);
        boolean connected = channel.connect(address);
        channel.register(selector, connected ? SelectionKey.OP_READ : SelectionKey.OP_CONNECT, line);
        return line;
    }

    private void send(LoadConnection line) throws IOException {
        line.in.begin();
        line.out = script.request(line.call, line.child.lesson(), line.child.card(), line.child.seat());
        line.sentAt = System.nanoTime();
        if (script.kind(line.call) == LessonRequests.RequestKind.ANSWER) {
            answers.accept(line.child.lesson());
        }
        continueSending(line);
    }

    private void continueSending(LoadConnection line) throws IOException {
        var out = line.out;
        if (out != null) {
            line.channel.write(out);
            boolean all = !out.hasRemaining();
            line.out = all ? null : out;
            var key = line.channel.keyFor(selector);
            int wanted = all ? SelectionKey.OP_READ : SelectionKey.OP_READ | SelectionKey.OP_WRITE;
            if (key.interestOps() != wanted) {
                key.interestOps(wanted);
            }
        }
    }

    private void serve() throws IOException {
        selector.select(this::ready, 1);
        giveUp(System.nanoTime() - TIMEOUT_NANOS);
    }

    private void ready(SelectionKey key) {
        var line = (LoadConnection) key.attachment();
        try {
            if (key.isConnectable()) {
                line.channel.finishConnect();
                key.interestOps(SelectionKey.OP_READ);
                send(line);
            } else if (key.isWritable()) {
                continueSending(line);
            } else if (line.in.read(line.channel)) {
                answered(line);
            }
        } catch (IOException e) {
            fail(line, e.getClass().getSimpleName() + " " + e.getMessage());
        }
    }

    private void answered(LoadConnection line) throws IOException {
        int status = line.in.status();
        tallies.answered(
                script.kind(line.call), System.nanoTime() - line.sentAt, line.dueAt, status, line.in.hasRetryAfter());
        boolean well = status == script.expected(line.call);
        var child = line.child;
        if (well && line.call == 1) {
            line.child = new SeatedChild(child.lesson(), child.card(), line.in.seat(), FIRST_EVENT);
        }
        if (well && line.call < 2) {
            line.call++;
            send(line);
            return;
        }
        if (well) {
            tallies.served(line.call == 2, System.nanoTime() - line.dueAt, line.dueAt);
            queueNextEvent(line);
        }
        busy.remove(line);
        free.push(line);
    }

    /** Queues the child for the next event, if one is left. */
    private void queueNextEvent(LoadConnection line) {
        int next = line.call == 2 ? FIRST_EVENT : line.call + 1;
        if (next < LessonRequests.CALLS && seated.size() < SEATED_AT_MOST) {
            seated.add(new SeatedChild(line.child.lesson(), line.child.card(), line.child.seat(), next));
        }
    }

    /** Counts every call that was due before this time as failed; a call may take ten seconds. */
    private void giveUp(long sentBefore) {
        for (var late : busy.stream().takeWhile(line -> line.dueAt < sentBefore).toList()) {
            fail(late, "not answered within 10 s");
        }
    }

    private void fail(LoadConnection line, String why) {
        if (busy.remove(line)) {
            tallies.error(line.dueAt, why);
        } else {
            free.remove(line);
        }
        try {
            line.channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        for (var key : selector.keys()) {
            key.channel().close();
        }
        selector.close();
    }
}
