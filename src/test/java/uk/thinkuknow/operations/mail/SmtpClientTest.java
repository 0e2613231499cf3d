package uk.thinkuknow.operations.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import uk.thinkuknow.common.PublicId;
import uk.thinkuknow.operations.system.OwnCertificate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Tests that emails go only to a mail server whose trusted certificate has its name. */
@Isolated // it changes whom this JVM trusts
class SmtpClientTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(names = {"TLS", "STARTTLS"})
    void aServerWithATrustedCertificateOfItsNameIsToldTheSender(MailSettings.Security security) throws Exception {
        assertEquals("MAIL FROM:<us@example.org>", told(security, "localhost", true));
    }

    @ParameterizedTest
    @EnumSource(names = {"TLS", "STARTTLS"})
    void aServerWithACertificateThatNobodyTrustsIsToldNothing(MailSettings.Security security) throws Exception {
        var why = told(security, "localhost", false);
        assertTrue(why.contains("PKIX"), why);
    }

    @ParameterizedTest
    @EnumSource(names = {"TLS", "STARTTLS"})
    void aServerWithATrustedCertificateOfAnotherNameIsToldNothing(MailSettings.Security security) throws Exception {
        var why = told(security, "elsewhere.example", true);
        assertTrue(why.contains("localhost"), why);
    }

    /** What the server hears after the greetings, or why it hears nothing. */
    private String told(MailSettings.Security security, String name, boolean trusted) throws Exception {
        var own = new OwnCertificate(name, folder);
        var before = SSLContext.getDefault();
        var heard = new CompletableFuture<String>();
        try (var door = new ServerSocket(0, 5, InetAddress.getByName("localhost"))) {
            Thread.ofVirtual().start(() -> serve(door, own, security, heard));
            if (trusted) {
                SSLContext.setDefault(own.trusted());
            }
            var settings = new Settings(door.getLocalPort(), security);
            var sender = new SenderAddress(settings, URI.create("https://lessons.example.org"));
            var letter = new Letter("someone@school.example", "Subject", "Text", "<p>Text</p>", null, "test");
            try (var line = new SmtpClient(settings, sender).line()) {
                var result = line.send(new OutboxLetter(PublicId.draw(), letter, Instant.EPOCH));
                return heard.getNow(String.valueOf(result.words()));
            }
        } finally {
            SSLContext.setDefault(before);
        }
    }

    private static void serve(
            ServerSocket door, OwnCertificate own, MailSettings.Security security, CompletableFuture<String> heard) {
        try (var plain = door.accept()) {
            if (security == MailSettings.Security.STARTTLS) {
                say(plain, "220 here");
                hear(plain);
                say(plain, "250-here\r\n250 STARTTLS");
                hear(plain);
                say(plain, "220 go on");
            }
            try (var safe = own.shown().getSocketFactory().createSocket(plain, null, true)) {
                if (security == MailSettings.Security.TLS) {
                    say(safe, "220 here");
                }
                hear(safe);
                say(safe, "250 here");
                heard.complete(hear(safe));
            }
        } catch (Exception e) {
            // the client has left, as it should
        }
    }

    private static void say(Socket line, String words) throws IOException {
        line.getOutputStream().write((words + "\r\n").getBytes(StandardCharsets.US_ASCII));
    }

    /** The client waits for an answer to each line, so nothing is lost in the reader. */
    private static String hear(Socket line) throws IOException {
        return String.valueOf(
                new BufferedReader(new InputStreamReader(line.getInputStream(), StandardCharsets.US_ASCII)).readLine());
    }

    record Settings(int port, Security security) implements MailSettings {
        @Override
        public Optional<String> host() {
            return Optional.of("localhost");
        }

        @Override
        public Optional<String> user() {
            return Optional.empty();
        }

        @Override
        public Optional<String> password() {
            return Optional.empty();
        }

        @Override
        public Optional<String> from() {
            return Optional.of("ThinkUKnow Sessions <us@example.org>");
        }

        @Override
        public Duration patience() {
            return Duration.ofMinutes(1);
        }
    }
}
