package uk.thinkuknow.operations.system;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;

/**
 * Somebody on the way to the database: takes a client's TLS with a certificate of their own, and passes all on to the
 * database, by TLS.
 */
class Interceptor implements AutoCloseable {
    private final ServerSocket door = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    private final SSLContext toClient;
    private final SSLContext toDatabase = SSLContext.getInstance("TLS");
    private final int database;
    private volatile boolean passedOn;

    Interceptor(int database, Path folder) throws Exception {
        this.database = database;
        toClient = new OwnCertificate("localhost", folder).shown();
        toDatabase.init(null, new TrustManager[] {new TrustsAnybody()}, null);
        Thread.ofVirtual().start(this::takeOne);
    }

    int port() {
        return door.getLocalPort();
    }

    /** Did a client's login come through? */
    boolean passedOn() {
        return passedOn;
    }

    private void takeOne() {
        try (var client = door.accept();
                var server = new Socket(InetAddress.getLoopbackAddress(), database)) {
            packet(server, client); // the server's greeting
            packet(client, server); // the client asks for TLS
            var inner = (SSLSocket) toDatabase.getSocketFactory().createSocket(server, "localhost", database, true);
            var outer = (SSLSocket) toClient.getSocketFactory().createSocket(client, null, true);
            packet(outer, inner); // the client says who it is
            passedOn = true;
            Thread.ofVirtual().start(() -> pass(inner, outer));
            pass(outer, inner);
        } catch (IOException e) {
            // the client has left, as it should
        }
    }

    /** Packets begin with their length in three bytes, and a number. */
    private static void packet(Socket from, Socket to) throws IOException {
        var in = new DataInputStream(from.getInputStream());
        var head = new byte[4];
        in.readFully(head);
        var body = new byte[(head[0] & 255) | (head[1] & 255) << 8 | (head[2] & 255) << 16];
        in.readFully(body);
        OutputStream out = to.getOutputStream();
        out.write(head);
        out.write(body);
        out.flush();
    }

    private static void pass(Socket from, Socket to) {
        try {
            while (true) {
                packet(from, to);
            }
        } catch (IOException e) {
            // one side has left
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
    }

    private static class TrustsAnybody implements X509TrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String kind) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String kind) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
