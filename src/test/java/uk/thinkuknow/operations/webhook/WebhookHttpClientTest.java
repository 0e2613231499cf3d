package uk.thinkuknow.operations.webhook;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import uk.thinkuknow.Eventually;
import uk.thinkuknow.ProductClasses;
import uk.thinkuknow.common.Refused;
import uk.thinkuknow.operations.system.OwnCertificate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Tests that a webhook is called only at a public address, where a trusted certificate has its name, and how long it may take. */
@Isolated // it changes whom this JVM trusts
class WebhookHttpClientTest {
    private final WebhookHttpClient caller = caller(Duration.ofMinutes(1));

    @TempDir
    Path folder;

    @Test
    void aTrustedCertificateOfThatNameIsAccepted() throws Exception {
        assertEquals(204, called(new OwnCertificate("localhost", folder), true));
    }

    @Test
    void aCertificateThatNobodyTrustsIsRefused() throws Exception {
        var own = new OwnCertificate("localhost", folder);
        var refused = assertThrows(SSLException.class, () -> called(own, false));
        assertTrue(refused.getMessage().contains("PKIX"), refused.getMessage());
    }

    @Test
    void aTrustedCertificateOfAnotherNameIsRefused() throws Exception {
        var own = new OwnCertificate("elsewhere.example", folder);
        var refused = assertThrows(SSLException.class, () -> called(own, true));
        assertTrue(refused.getMessage().contains("localhost"), refused.getMessage());
    }

    /** The name of an address that was accepted may lead elsewhere by now. */
    @Test
    void anAddressThatHasBecomePrivateIsNotCalled() throws Exception {
        var outside = new WebhookHttpClient(
                new WebhookAddressCheck(false, URI.create("https://a.example"), "0.0.0.0"), Duration.ofSeconds(10));
        try (var door = new ServerSocket(0, 5, InetAddress.getByName("localhost"))) {
            door.setSoTimeout(500);
            var hook = URI.create("https://localhost:" + door.getLocalPort() + "/hook");
            assertThrows(Refused.class, () -> outside.post(hook, Map.of(), "{}"));
            assertThrows(SocketTimeoutException.class, door::accept, "nobody has come");
        }
    }

    /** A name that is looked up again may lead elsewhere by then. */
    @Test
    void itConnectsToTheAddressThatWasCheckedAndLooksNoNameUp() {
        var given = ProductClasses.ALL.get(WebhookHttpClient.class).getConstructorCallsFromSelf().stream()
                .filter(call -> call.getTargetOwner().isEquivalentTo(InetSocketAddress.class))
                .map(call -> call.getTarget().getRawParameterTypes().getFirst().getSimpleName())
                .toList();
        assertEquals(List.of("InetAddress"), given);
    }

    @Test
    void aHandshakeThatComesByteByByteEndsAfterTheWholeTime() throws Exception {
        try (var door = new ServerSocket(0, 5, InetAddress.getByName("localhost"))) {
            Thread.ofVirtual().start(() -> {
                try (var line = door.accept()) {
                    var record = new byte[16_000];
                    System.arraycopy(new byte[] {22, 3, 3, 0x3f, 0}, 0, record, 0, 5);
                    for (byte part : record) {
                        line.getOutputStream().write(part);
                        Thread.sleep(100);
                    }
                } catch (IOException | InterruptedException e) {
                    // the caller has left, as it should
                }
            });
            var hook = URI.create("https://localhost:" + door.getLocalPort() + "/hook");
            var ended = assertTimeoutPreemptively(
                    Eventually.PATIENCE,
                    () -> assertThrows(
                            IOException.class,
                            () -> caller(Duration.ofMillis(500)).post(hook, Map.of(), "{}")));
            assertEquals("the answer came too slowly", ended.getMessage());
        }
    }

    private static WebhookHttpClient caller(Duration patience) {
        return new WebhookHttpClient(
                new WebhookAddressCheck(true, URI.create("http://localhost:8180"), "127.0.0.1"), patience);
    }

    private int called(OwnCertificate own, boolean trusted) throws Exception {
        var before = SSLContext.getDefault();
        try (var door =
                own.shown().getServerSocketFactory().createServerSocket(0, 5, InetAddress.getByName("localhost"))) {
            Thread.ofVirtual().start(() -> {
                try (var line = door.accept()) {
                    line.getInputStream().read();
                    line.getOutputStream().write("HTTP/1.1 204 Fine\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                } catch (IOException e) {
                    // the caller has left, as it should
                }
            });
            if (trusted) {
                SSLContext.setDefault(own.trusted());
            }
            return caller.post(URI.create("https://localhost:" + door.getLocalPort() + "/hook"), Map.of(), "{}");
        } finally {
            SSLContext.setDefault(before);
        }
    }
}
