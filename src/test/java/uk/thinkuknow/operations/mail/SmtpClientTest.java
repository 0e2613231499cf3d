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
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import uk.thinkuknow.common.PublicId;
import uk.thinkuknow.operations.outbox.SendResult;
import uk.thinkuknow.operations.system.OwnCertificate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Tests that emails, and the account of the product, go only to a mail server whose trusted certificate has its name. */
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

    @ParameterizedTest
    @EnumSource(names = {"TLS", "STARTTLS"})
    void aTrustedServerIsToldTheUserAndThePasswordOfTheSettings(MailSettings.Security security) throws Exception {
        var account = Base64.getEncoder().encodeToString("us\0us\0a password".getBytes(StandardCharsets.US_ASCII));
        assertEquals("AUTH PLAIN " + account, told(security, "localhost", true, Optional.of("us")));
    }

    @Test
    void aServerThatOffersNoStartTlsIsToldNothing() throws Exception {
        var heard = new CompletableFuture<String>();
        try (var door = door()) {
            Thread.ofVirtual().start(() -> greet(door, heard));
            var settings = new Settings(door.getLocalPort(), MailSettings.Security.STARTTLS, Optional.empty());
            var why = String.valueOf(sent(settings).words());
            assertTrue(why.contains("STARTTLS"), why);
        }
        assertFalse(heard.join().startsWith("MAIL"), heard.join());
    }

    private static void greet(ServerSocket door, CompletableFuture<String> heard) {
        try (var plain = door.accept()) {
            say(plain, "220 here");
            hear(plain);
            say(plain, "250 here");
            heard.complete(hear(plain));
        } catch (IOException e) {
            heard.complete("nothing, as it should");
        }
    }

    private String told(MailSettings.Security security, String name, boolean trusted) throws Exception {
        return told(security, name, trusted, Optional.empty());
    }

    /** What the server hears after the greetings, or why it hears nothing. */
    private String told(MailSettings.Security security, String name, boolean trusted, Optional<String> user)
            throws Exception {
        var own = new OwnCertificate(name, folder);
        var before = SSLContext.getDefault();
        var heard = new CompletableFuture<String>();
        try (var door = door()) {
            Thread.ofVirtual().start(() -> serve(door, own, security, heard));
            if (trusted) {
                SSLContext.setDefault(own.trusted());
            }
            var result = sent(new Settings(door.getLocalPort(), security, user));
            return heard.getNow(String.valueOf(result.words()));
        } finally {
            SSLContext.setDefault(before);
        }
    }

    private static ServerSocket door() throws IOException {
        return new ServerSocket(0, 5, InetAddress.getByName("localhost"));
    }

    private static SendResult sent(Settings settings) {
        var sender = new SenderAddress(settings, URI.create("https://lessons.example.org"));
        var letter = new Letter("someone@school.example", "Subject", "Text", "<p>Text</p>", null, "test");
        try (var line = new SmtpClient(settings, sender).line()) {
            return line.send(new OutboxLetter(PublicId.draw(), letter, Instant.EPOCH));
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
                say(safe, "250-here\r\n250 AUTH PLAIN");
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

    record Settings(int port, Security security, Optional<String> user) implements MailSettings {
        @Override
        public Optional<String> host() {
            return Optional.of("localhost");
        }

        @Override
        public Optional<String> password() {
            return user.map(any -> "a password");
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
