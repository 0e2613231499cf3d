package uk.thinkuknow.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Holds the streams of children's pages and of teachers' screens open, on one thread, and measures when news of a room
 * arrive. A stream that breaks is opened again after a pause of up to two seconds, as pages do.
 */
final class StreamLoad implements Runnable, AutoCloseable {
    /** The streams come from so many addresses of this machine, because one has too few ports. */
    private static final int ADDRESSES = 8;

    private static final int OPENED_A_TURN = 20;
    private static final long PAUSE_NANOS = 2_000_000_000L;
    private static final Pattern SET_COOKIE = Pattern.compile("(?i)set-cookie: *([^;]+)");
    private static final Pattern REVISION = Pattern.compile("\"n\":(\\d+)");
    private static final Pattern ANSWERED = Pattern.compile("\"card\":(\\d+)[^}]*?\"answered\":(\\d+)");

    private volatile List<InetSocketAddress> addresses;
    private final Selector selector;
    private final ConcurrentLinkedQueue<Stream> toOpen = new ConcurrentLinkedQueue<>();
    private final Deque<Stream> broken = new ArrayDeque<>();
    private final ConcurrentHashMap<Long, Room> rooms = new ConcurrentHashMap<>();
    private final ByteBuffer read = ByteBuffer.allocateDirect(64 * 1024);
    private final AtomicInteger current = new AtomicInteger();
    private final AtomicInteger breaks = new AtomicInteger();
    private volatile boolean cut;
    private volatile boolean stopped;
    private int opened;

    /** Milliseconds from a teacher's act to the last child of the class, and from an answer to the teacher's screen. */
    final List<Double> acts = new ArrayList<>();

    final List<Double> shown = new ArrayList<>();

    StreamLoad(InetSocketAddress address) throws IOException {
        this.addresses = List.of(address);
        this.selector = Selector.open();
    }

    /** A room, what its children's pages know, and what is under way to them and to its teacher. */
    private static final class Room {
        int children;
        int revision;
        int awaited = Integer.MAX_VALUE;
        long actedAt;
        int arrived;
        int sent;
        final Deque<long[]> answers = new ArrayDeque<>();
        final Map<String, Integer> answered = new HashMap<>();
    }

    /** A stream of a child's page, or of a screen that shows a room. */
    private static final class Stream {
        final Room room;
        final String request;
        /** Of the browser that shows a screen; a response may replace one, as when a sign-in is renewed. */
        final @Nullable Map<String, String> cookies;

        final StringBuilder line = new StringBuilder();
        SocketChannel channel;
        boolean current;
        long openAt;

        Stream(Room room, String request, @Nullable Map<String, String> cookies) {
            this.room = room;
            this.request = request;
            this.cookies = cookies;
        }
    }

    /** Opens a stream of a child's page. */
    void follow(long session, String host, String seat) {
        var room = room(session);
        synchronized (room) {
            room.children++;
        }
        toOpen.add(new Stream(room, request("/api/room?waiting=0&stays=1", host) + "Seat: " + seat + "\r\n\r\n", null));
    }

    /** Returns the cookies of a browser that shows screens, from those that a request sends. */
    static Map<String, String> browser(String header) {
        var cookies = new HashMap<String, String>();
        for (var cookie : header.split("; ")) {
            remember(cookies, cookie);
        }
        return cookies;
    }

    private static void remember(Map<String, String> cookies, String cookie) {
        var parts = cookie.split("=", 2);
        cookies.put(parts[0], parts[1]);
    }

    /** Opens a stream of a screen in a browser with these cookies. */
    void watch(long session, String path, String host, Map<String, String> cookies) {
        toOpen.add(new Stream(room(session), request(path, host), cookies));
    }

    private Room room(long session) {
        return rooms.computeIfAbsent(session, any -> new Room());
    }

    private static String request(String path, String host) {
        return "GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\nAccept: text/event-stream\r\n";
    }

    private ByteBuffer request(Stream stream) {
        var request = stream.request;
        if (stream.cookies != null) {
            request += stream.cookies.entrySet().stream()
                    .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                    .collect(Collectors.joining("; ", "Cookie: ", "\r\n\r\n"));
        }
        return ByteBuffer.wrap(request.getBytes(StandardCharsets.US_ASCII));
    }

    /** Notes that a teacher acts now: the next revision of the room is awaited at all its children. */
    void act(long session) {
        var room = room(session);
        synchronized (room) {
            room.awaited = room.revision + 1;
            room.arrived = 0;
            room.actedAt = System.nanoTime();
        }
    }

    /** Notes that an answer was sent now. */
    void answered(long session) {
        var room = room(session);
        synchronized (room) {
            room.answers.add(new long[] {++room.sent, System.nanoTime()});
        }
    }

    /** Cuts all connections at once, and opens them again at other addresses, in turn. */
    void moveTo(List<InetSocketAddress> others) {
        addresses = others;
        cut();
    }

    /** Cuts all connections at once. */
    void cut() {
        cut = true;
        selector.wakeup();
    }

    /** Returns how many streams have got the state of their room since they were opened. */
    int current() {
        return current.get();
    }

    int breaks() {
        return breaks.get();
    }

    @Override
    public void run() {
        try {
            while (!stopped) {
                if (cut) {
                    cut = false;
                    for (var key : List.copyOf(selector.keys())) {
                        breaks((Stream) key.attachment());
                    }
                }
                open();
                selector.select(this::ready, 5);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void open() throws IOException {
        long now = System.nanoTime();
        for (int i = 0; i < OPENED_A_TURN; i++) {
            var stream = toOpen.poll();
            if (stream == null) {
                break;
            }
            connect(stream);
        }
        for (int i = broken.size(); i > 0; i--) {
            var stream = broken.poll();
            if (stream.openAt - now > 0) {
                broken.add(stream);
            } else {
                connect(stream);
            }
        }
    }

    private void connect(Stream stream) throws IOException {
        stream.line.setLength(0);
        stream.channel = SocketChannel.open();
        stream.channel.configureBlocking(false);
        stream.channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        var address = addresses.get(opened % addresses.size());
        opened++;
        if (address.getAddress().isLoopbackAddress()) {
            stream.channel.bind(new InetSocketAddress("127.0.0." + (1 + opened % ADDRESSES), 0));
        }
        stream.channel.register(selector, SelectionKey.OP_CONNECT, stream);
        stream.channel.connect(address);
    }

    private void ready(SelectionKey key) {
        var stream = (Stream) key.attachment();
        try {
            if (key.isConnectable()) {
                stream.channel.finishConnect();
                stream.channel.write(request(stream));
                key.interestOps(SelectionKey.OP_READ);
                return;
            }
            read.clear();
            if (stream.channel.read(read) < 0) {
                breaks(stream);
                return;
            }
            read.flip();
            while (read.hasRemaining()) {
                char next = (char) read.get();
                if (next != '\n') {
                    stream.line.append(next);
                } else {
                    line(stream);
                    stream.line.setLength(0);
                }
            }
        } catch (IOException | Refused e) {
            breaks(stream);
        }
    }

    /** An answer that is no stream, for example while the application sheds load; a page tries again. */
    private static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    private void line(Stream stream) {
        if (stream.line.indexOf("HTTP/1.1 ") == 0 && stream.line.indexOf(" 200 ") < 0) {
            throw new Refused();
        }
        var cookie = SET_COOKIE.matcher(stream.line);
        if (stream.cookies != null && cookie.lookingAt()) {
            remember(stream.cookies, cookie.group(1));
        }
        if (stream.line.length() < 6 || !stream.line.substring(0, 5).equals("data:")) {
            return;
        }
        if (!stream.current) {
            stream.current = true;
            current.incrementAndGet();
        }
        var room = stream.room;
        synchronized (room) {
            if (stream.cookies != null) {
                shown(room, stream.line);
            } else {
                told(room, stream.line);
            }
        }
    }

    private void told(Room room, CharSequence news) {
        var found = REVISION.matcher(news);
        if (found.find()) {
            int revision = Integer.parseInt(found.group(1));
            room.revision = Math.max(room.revision, revision);
            if (revision >= room.awaited && ++room.arrived == room.children) {
                acts.add((System.nanoTime() - room.actedAt) / 1e6);
                room.awaited = Integer.MAX_VALUE;
            }
        }
    }

    private void shown(Room room, CharSequence progress) {
        var cards = progress.toString().split("\"waiting\":\\[", 2)[0];
        ANSWERED.matcher(cards)
                .results()
                .forEach(card -> room.answered.put(card.group(1), Integer.parseInt(card.group(2))));
        int sum = room.answered.values().stream().mapToInt(Integer::intValue).sum();
        while (!room.answers.isEmpty() && room.answers.peek()[0] <= sum) {
            shown.add((System.nanoTime() - room.answers.poll()[1]) / 1e6);
        }
    }

    private void breaks(Stream stream) {
        if (stream.current) {
            stream.current = false;
            current.decrementAndGet();
        }
        breaks.incrementAndGet();
        try {
            stream.channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        stream.openAt = System.nanoTime() + ThreadLocalRandom.current().nextLong(PAUSE_NANOS);
        broken.add(stream);
    }

    @Override
    public void close() throws IOException {
        stopped = true;
        for (var key : List.copyOf(selector.keys())) {
            key.channel().close();
        }
        selector.close();
    }
}
