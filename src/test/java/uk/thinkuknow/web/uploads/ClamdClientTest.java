package uk.thinkuknow.web.uploads;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.thinkuknow.operations.system.OwnCertificate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

/** Tests the client of clamd against recorded answers; {@code scripts/drill scan} tests it against clamd itself. */
class ClamdClientTest {
    private static final int LIMIT = 1_000_000;

    @TempDir
    Path folder;

    @Test
    void aFileIsSentWholeAndAVerdictIsRead() throws IOException {
        try (var clamd = new RecordedClamd(LIMIT)) {
            var client = plain(clamd.port());
            var long_ = "x".repeat(300_000);
            assertEquals(Optional.empty(), client.scan(file(long_)));
            assertEquals(Optional.empty(), client.scan(file("")));
            assertEquals(Optional.of("Eicar-Test-Signature"), client.scan(file(long_ + RecordedClamd.EICAR)));
            assertEquals(List.of(long_, "", long_ + RecordedClamd.EICAR), clamd.scanned());
        }
    }

    @Test
    void anAnswerThatIsNoVerdictIsAnError() throws IOException {
        try (var clamd = new RecordedClamd(10)) {
            var client = plain(clamd.port());
            assertThrows(IOException.class, () -> client.scan(file("x".repeat(11))));
        }
    }

    @Test
    void nobodyWhoListensIsAnError() throws IOException {
        int free;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = socket.getLocalPort();
        }
        assertThrows(IOException.class, () -> plain(free).scan(file("x")));
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
            assertThrows(IOException.class, () -> plain(socket.getLocalPort()).scan(file("x")));
        }
    }

    @Test
    void toAnotherMachineAFileGoesByTls() throws Exception {
        var scanner = certificate(ClamdClient.NAME, "scanner");
        var application = certificate("application", "application");
        try (var clamd = new RecordedClamd(LIMIT, scanner.shownTo(application))) {
            var client = encrypted(clamd, application.shownTo(scanner));
            assertEquals(Optional.empty(), client.scan(file("harmless")));
            assertEquals(Optional.of("Eicar-Test-Signature"), client.scan(file(RecordedClamd.EICAR)));
            assertEquals(List.of("harmless", RecordedClamd.EICAR), clamd.scanned());
        }
    }

    @Test
    void aCertificateOfSomebodyElseGetsNoFile() throws Exception {
        var scanner = certificate(ClamdClient.NAME, "scanner");
        var foreign = certificate(ClamdClient.NAME, "foreign");
        var another = certificate("keycloak", "another");
        var application = certificate("application", "application");
        try (var clamd = new RecordedClamd(LIMIT, foreign.shownTo(application))) {
            var client = encrypted(clamd, application.shownTo(scanner));
            assertThrows(SSLException.class, () -> client.scan(file("x")));
            assertEquals(List.of(), clamd.scanned());
        }
        try (var clamd = new RecordedClamd(LIMIT, another.shownTo(application))) {
            var client = encrypted(clamd, application.shownTo(another));
            assertThrows(SSLException.class, () -> client.scan(file("x")), "of another service");
            assertEquals(List.of(), clamd.scanned());
        }
    }

    /** {@code scripts/drill scan} tries it with HAProxy. */
    @Test
    void aScannerThatRefusesTheApplicationsCertificateIsAnError() throws Exception {
        var scanner = certificate(ClamdClient.NAME, "scanner");
        var application = certificate("application", "application");
        var foreign = certificate("application", "foreign");
        try (var clamd = new RecordedClamd(LIMIT, scanner.shownTo(application))) {
            for (var shown : List.of(foreign.shownTo(scanner), scanner.trusted())) {
                assertThrows(IOException.class, () -> encrypted(clamd, shown).scan(file("x")));
            }
            assertEquals(List.of(), clamd.scanned());
        }
    }

    @Test
    void noFileGoesUnencryptedToAnotherMachine() {
        assertThrows(IllegalArgumentException.class, () -> new ClamdClient("clamav", 3310, Optional.empty()));
        assertThrows(IllegalArgumentException.class, () -> new ClamdClient("127.0.0.2", 3310, Optional.empty()));
    }

    private static ClamdClient plain(int port) {
        return new ClamdClient("127.0.0.1", port, Optional.empty());
    }

    private OwnCertificate certificate(String name, String where) throws Exception {
        return new OwnCertificate(name, Files.createDirectory(folder.resolve(where)));
    }

    private static ClamdClient encrypted(RecordedClamd clamd, SSLContext context) {
        return new ClamdClient(clamd.host(), clamd.port(), Optional.of(context.getSocketFactory()));
    }

    private static ByteArrayInputStream file(String content) {
        return new ByteArrayInputStream(content.getBytes(StandardCharsets.ISO_8859_1));
    }
}
