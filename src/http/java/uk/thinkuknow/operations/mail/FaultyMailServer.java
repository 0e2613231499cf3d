package uk.thinkuknow.operations.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** A fake mail server that gives one answer to every recipient of an email, or accepts connections and says nothing. */
final class FaultyMailServer implements AutoCloseable {
    private final ServerSocket door;
    private final String toRecipients;
    private final AtomicInteger calls = new AtomicInteger();
    private final List<Socket> lines = new CopyOnWriteArrayList<>();

    private FaultyMailServer(String toRecipients) throws IOException {
        this.toRecipients = toRecipients;
        this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::listen);
    }

    static FaultyMailServer answering(String toRecipients) throws IOException {
        return new FaultyMailServer(toRecipients);
    }

    static FaultyMailServer silent() throws IOException {
        return new FaultyMailServer("");
    }

    int port() {
        return door.getLocalPort();
    }

    int calls() {
        return calls.get();
    }

    private void listen() {
        while (!door.isClosed()) {
            try {
                var line = door.accept();
                lines.add(line);
                calls.incrementAndGet();
                if (!toRecipients.isEmpty()) {
                    Thread.ofVirtual().start(() -> talk(line));
                }
            } catch (IOException e) {
                return;
            }
        }
    }

    private void talk(Socket line) {
        try (line) {
            var in = new BufferedReader(new InputStreamReader(line.getInputStream(), StandardCharsets.US_ASCII));
            say(line, "220 gruff");
            for (String said = in.readLine(); said != null; said = in.readLine()) {
                say(line, said.startsWith("RCPT") ? toRecipients : "250 OK");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void say(Socket line, String words) throws IOException {
        line.getOutputStream().write((words + "\r\n").getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public void close() throws IOException {
        door.close();
        for (var line : lines) {
            line.close();
        }
    }
}
