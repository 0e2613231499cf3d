package uk.thinkuknow.journey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A proxy between tablets and the product that can cut all connections, lose a response on its way back, or keep streams
 * back as proxies do that wait for the end of a response.
 */
final class WifiProxy implements AutoCloseable {
    private static final int CHUNK = 16 * 1024;

    private final ServerSocket listening;
    private final InetSocketAddress product;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger answersToLose = new AtomicInteger();
    private final AtomicInteger keptBack = new AtomicInteger();
    private volatile boolean keepsStreamsBack;
    private volatile boolean gone;

    WifiProxy(InetAddress at, int productPort) {
        try {
            listening = new ServerSocket(0, 100, at);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        product = new InetSocketAddress(InetAddress.getLoopbackAddress(), productPort);
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return listening.getLocalPort();
    }

    /** Cuts all connections and refuses new ones, or accepts them again. */
    void setGone(boolean isGone) {
        gone = isGone;
        if (isGone) {
            open.forEach(WifiProxy::cut);
        }
    }

    /** Loses this many responses to progress calls, after the product has stored the events. */
    void loseAnswers(int answers) {
        answersToLose.set(answers);
    }

    /** Passes on no stream from now on; a stream never ends, so nothing of it ever comes. */
    void keepStreamsBack() {
        keepsStreamsBack = true;
    }

    /** Returns how many streams were kept back so far. */
    int keptBack() {
        return keptBack.get();
    }

    @Override
    public void close() {
        open.forEach(WifiProxy::cut);
        try {
            listening.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept() {
        try {
            while (!listening.isClosed()) {
                var tablet = listening.accept();
                if (gone) {
                    cut(tablet);
                } else {
                    connect(tablet);
                }
            }
        } catch (IOException e) {
            // closed at the end of the drill
        }
    }

    private void connect(Socket tablet) {
        try {
            var server = new Socket(product.getAddress(), product.getPort());
            var asked = new Asked();
            open.add(tablet);
            open.add(server);
            Thread.ofVirtual().start(() -> copy(tablet, server, asked, true));
            Thread.ofVirtual().start(() -> copy(server, tablet, asked, false));
        } catch (IOException e) {
            cut(tablet);
        }
    }

    /** The last request of a connection. */
    private final class Asked {
        private volatile boolean progress;
        private volatile boolean stream;

        void is(String request) {
            progress = request.startsWith("POST /api/progress");
            stream = keepsStreamsBack && request.toLowerCase(Locale.ROOT).contains("\naccept: text/event-stream");
            if (stream) {
                keptBack.incrementAndGet();
            }
        }
    }

    private void copy(Socket from, Socket to, Asked asked, boolean asking) {
        try (from;
                to) {
            var in = from.getInputStream();
            var out = to.getOutputStream();
            var buffer = new byte[CHUNK];
            for (int read = in.read(buffer); read >= 0 && !gone; read = in.read(buffer)) {
                if (asking) {
                    asked.is(new String(buffer, 0, read, StandardCharsets.ISO_8859_1));
                } else if (asked.stream) {
                    continue;
                } else if (asked.progress && answersToLose.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                    return;
                }
                out.write(buffer, 0, read);
                out.flush();
            }
        } catch (IOException e) {
            // one side closed the connection
        } finally {
            open.remove(from);
            open.remove(to);
        }
    }

    private static void cut(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // already closed
        }
    }
}
