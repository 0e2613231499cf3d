package uk.thinkuknow.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;

/** A proxy between browser and application that counts the bytes of every response, also those of service workers. */
final class CountingProxy implements AutoCloseable {
    private static final Pattern REQUEST = Pattern.compile("(?:GET|POST|HEAD) (/\\S*) HTTP/1\\.1\r\n");

    private final ServerSocket listening;
    private final InetSocketAddress application;
    private final List<Request> requests = new CopyOnWriteArrayList<>();

    /** A request and the size of its response in bytes, headers included. */
    record Request(String path, AtomicLong bytes) {}

    CountingProxy(InetSocketAddress application) throws IOException {
        this.application = application;
        listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return listening.getLocalPort();
    }

    List<Request> requests() {
        return requests;
    }

    @Override
    public void close() throws IOException {
        listening.close();
    }

    private void accept() {
        try {
            while (!listening.isClosed()) {
                var browser = listening.accept();
                var server = new Socket(application.getAddress(), application.getPort());
                var connection = new CopyOnWriteArrayList<Request>();
                Thread.ofVirtual().start(() -> copy(browser, server, connection, true));
                Thread.ofVirtual().start(() -> copy(server, browser, connection, false));
            }
        } catch (IOException e) {
            // closed at the end of the measurement
        }
    }

    private void copy(Socket from, Socket to, List<Request> connection, boolean fromBrowser) {
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            byte[] buffer = new byte[64 * 1024];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                if (fromBrowser) {
                    note(new String(buffer, 0, read, StandardCharsets.ISO_8859_1), connection);
                } else if (!connection.isEmpty()) {
                    connection.getLast().bytes().addAndGet(read);
                }
                out.write(buffer, 0, read);
                out.flush();
            }
        } catch (IOException e) {
            // one side closed the connection
        }
    }

    private void note(String sent, List<Request> connection) {
        var found = REQUEST.matcher(sent);
        while (found.find()) {
            var request = new Request(found.group(1), new AtomicLong());
            connection.add(request);
            requests.add(request);
        }
    }
}
