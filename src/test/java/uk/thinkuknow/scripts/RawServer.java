package uk.thinkuknow.scripts;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;

/** An HTTP server of this machine that answers as a test wants, also with a wrong date or piece by piece. */
final class RawServer implements AutoCloseable {
    /** Writes the whole answer to a request for a path. */
    interface Answer {
        void write(String path, OutputStream to) throws Exception;
    }

    /** Serves one client. */
    private interface Service {
        void serve(Socket client) throws Exception;
    }

    private final ServerSocket listening;

    RawServer(Answer answer) throws IOException {
        this((Service) client -> answer(client, answer));
    }

    private RawServer(Service service) throws IOException {
        listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(() -> {
            while (!listening.isClosed()) {
                try {
                    var client = listening.accept();
                    Thread.ofVirtual().start(() -> serve(client, service));
                } catch (IOException e) {
                    return;
                }
            }
        });
    }

    /** A server that says this as soon as a client comes, as mail servers do. */
    static RawServer greeting(String line) throws IOException {
        return new RawServer((Service)
                client -> client.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII)));
    }

    /** A server with a JSON or text body for each path; other paths are 404. */
    static RawServer of(Map<String, String> bodies) throws IOException {
        return new RawServer((path, to) -> {
            var body = bodies.get(path);
            write(to, body == null ? "404 Not Found" : "200 OK", "", body == null ? "" : body);
        });
    }

    static void write(OutputStream to, String status, String header, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        to.write("HTTP/1.1 %s\r\nConnection: close\r\nContent-Length: %d\r\n%s\r\n"
                .formatted(status, bytes.length, header)
                .getBytes(StandardCharsets.UTF_8));
        to.write(bytes);
    }

    String address() {
        return "http://127.0.0.1:" + listening.getLocalPort();
    }

    @Override
    public void close() throws IOException {
        listening.close();
    }

    private static void answer(Socket client, Answer answer) throws Exception {
        var request = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
        var first = request.readLine();
        var line = request.readLine();
        int length = 0;
        while (line != null && !line.isEmpty()) {
            if (line.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
                length = Integer.parseInt(line.substring(15).strip());
            }
            line = request.readLine();
        }
        // a body that nobody read would reset the connection
        for (int read = 0; read < length && request.read() >= 0; read++) {}
        answer.write(first.split(" ")[1], client.getOutputStream());
    }

    private static void serve(Socket client, Service service) {
        try (client) {
            service.serve(client);
        } catch (Exception e) {
            // the client sees that nothing comes
        }
    }
}
