package uk.thinkuknow.web.uploads;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

/** Tests the client of clamd against recorded answers; {@code scripts/drill scan} tests it against clamd itself. */
class ClamdClientTest {
    private static final int LIMIT = 1_000_000;

    @Test
    void aFileIsSentWholeAndAVerdictIsRead() throws IOException {
        try (var clamd = new RecordedClamd(LIMIT)) {
            var client = new ClamdClient("127.0.0.1", clamd.port());
            var long_ = "x".repeat(300_000);
            assertEquals(Optional.empty(), client.scan(file(long_)));
            assertEquals(Optional.empty(), client.scan(file("")));
            assertEquals(Optional.of("Eicar-Test-Signature"), client.scan(file(long_ + RecordedClamd.EICAR)));
            assertEquals(java.util.List.of(long_, "", long_ + RecordedClamd.EICAR), clamd.scanned());
        }
    }

    @Test
    void anAnswerThatIsNoVerdictIsAnError() throws IOException {
        try (var clamd = new RecordedClamd(10)) {
            var client = new ClamdClient("127.0.0.1", clamd.port());
            assertThrows(IOException.class, () -> client.scan(file("x".repeat(11))));
        }
    }

    @Test
    void nobodyWhoListensIsAnError() throws IOException {
        int free;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = socket.getLocalPort();
        }
        assertThrows(IOException.class, () -> new ClamdClient("127.0.0.1", free).scan(file("x")));
    }

    @Test
    void aConnectionThatEndsWithoutAnAnswerIsAnError() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> {
                try {
                    socket.accept().close();
                } catch (IOException e) {
                    // the test has ended
                }
            });
            assertThrows(IOException.class, () -> new ClamdClient("127.0.0.1", socket.getLocalPort()).scan(file("x")));
        }
    }

    private static ByteArrayInputStream file(String content) {
        return new ByteArrayInputStream(content.getBytes(StandardCharsets.ISO_8859_1));
    }
}
