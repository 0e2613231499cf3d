package uk.thinkuknow.common;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

/** Tests the sockets to the database with a server that answers too late. */
class DatabaseSocketsTest {
    @Test
    void aSocketThatWaitedInVainIsNotReadAgainAlsoIfSomethingComesLater() throws IOException {
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                var socket = new DatabaseSockets().createSocket()) {
            socket.connect(server.getLocalSocketAddress());
            try (var other = server.accept()) {
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
