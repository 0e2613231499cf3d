package uk.thinkuknow.web.uploads;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;

/**
 * A socket that answers as clamd 1.4 was seen to answer in {@code scripts/drill scan}: it finds the harmless test file
 * that all scanners find, and refuses streams over its limit.
 */
public final class RecordedClamd implements AutoCloseable {
    /** The test file of EICAR, in two parts so that no scanner refuses this source. */
    public static final String EICAR = "X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + "EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*";

    private static final String COMMAND = "zINSTREAM\0";

    private final ServerSocket listening;
    private final List<String> scanned = new CopyOnWriteArrayList<>();
    private final int limit;

    public RecordedClamd(int limit) throws IOException {
        this(limit, new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
    }

    /**
     * Behind TLS, at an address of this machine that the product takes for another one. As {@code scanner.cfg} does, it
     * wants a certificate of who comes.
     */
    RecordedClamd(int limit, SSLContext shown) throws IOException {
        this(limit, wanting(shown));
    }

    private static ServerSocket wanting(SSLContext shown) throws IOException {
        var listening = (SSLServerSocket)
                shown.getServerSocketFactory().createServerSocket(0, 50, InetAddress.getByName("127.0.0.2"));
        listening.setNeedClientAuth(true);
        return listening;
    }

    private RecordedClamd(int limit, ServerSocket listening) {
        this.limit = limit;
        this.listening = listening;
        Thread.ofVirtual().start(this::serve);
    }

    public String address() {
        return host() + ":" + port();
    }

    String host() {
        return listening.getInetAddress().getHostAddress();
    }

    int port() {
        return listening.getLocalPort();
    }

    /** The contents that were sent. */
    public List<String> scanned() {
        return Collections.unmodifiableList(scanned);
    }

    private void serve() {
        while (!listening.isClosed()) {
            try (var socket = listening.accept()) {
                answer(socket);
            } catch (IOException e) {
                // the client, or the test, has ended
            }
        }
    }

    private void answer(Socket socket) throws IOException {
        var in = new DataInputStream(socket.getInputStream());
        var command = new String(in.readNBytes(COMMAND.length()), StandardCharsets.US_ASCII);
        var file = new ByteArrayOutputStream();
        String said = command.equals(COMMAND) ? null : "UNKNOWN COMMAND";
        while (said == null) {
            int length = in.readInt();
            if (length == 0) {
                var text = file.toString(StandardCharsets.ISO_8859_1);
                scanned.add(text);
                said = text.contains(EICAR) ? "stream: Eicar-Test-Signature FOUND" : "stream: OK";
            } else if (file.size() + length > limit) {
                said = "INSTREAM size limit exceeded. ERROR";
            } else {
                file.write(in.readNBytes(length));
            }
        }
        socket.getOutputStream().write((said + "\0").getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
    }

    @Override
    public void close() throws IOException {
        listening.close();
    }
}
