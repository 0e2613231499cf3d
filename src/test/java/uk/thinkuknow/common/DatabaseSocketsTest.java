package uk.thinkuknow.common;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.List;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

/** Tests the sockets to the database with a server that answers too late. */
class DatabaseSocketsTest {
    private static final InetAddress HERE = InetAddress.getLoopbackAddress();
    private static final DatabaseSockets SOCKETS = new DatabaseSockets();

    /** A way to make a socket that is connected to a port of this machine. */
    private interface Way {
        Socket to(int port) throws IOException;
    }

    @Test
    void aSocketThatWaitedInVainIsNotReadAgainAlsoIfSomethingComesLater() throws IOException {
        List<Way> ways = List.of(
                port -> {
                    var socket = SOCKETS.createSocket();
                    socket.connect(new InetSocketAddress(HERE, port));
                    return socket;
                },
                port -> SOCKETS.createSocket(HERE, port),
                port -> SOCKETS.createSocket(HERE, port, HERE, 0),
                port -> SOCKETS.createSocket(HERE.getHostName(), port),
                port -> SOCKETS.createSocket(HERE.getHostName(), port, HERE, 0));
        for (var way : ways) {
            try (var server = new ServerSocket(0, 1, HERE);
                    var socket = way.to(server.getLocalPort());
                    var other = server.accept()) {
                var from = socket.getInputStream();
                other.getOutputStream().write(200);
                assertEquals(200, from.read());
                socket.setSoTimeout(20);
                assertThrows(SocketTimeoutException.class, from::read);
                other.getOutputStream().write(7);
                socket.setSoTimeout(0);
                assertThrows(SocketTimeoutException.class, from::read);
            }
        }
    }
}
