package uk.thinkuknow.operations.mail;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.mail.BodyPart;
import jakarta.mail.Message;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.Eventually;
import uk.thinkuknow.LogCapture;
import uk.thinkuknow.common.RetentionSweep;
import uk.thinkuknow.operations.outbox.OutboxEntry.State;
import uk.thinkuknow.operations.outbox.OutboxRetention;
import uk.thinkuknow.operations.outbox.SendResult;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Tests the delivery of emails to a mail server in the test: retries, duplicates, silent servers and deletion. */
@QuarkusTest
class LetterSenderTest {
    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    @Inject
    GivenMail given;

    @BeforeEach
    void start() {
        given.emptyOutbox();
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void aLetterArrivesAsTextHtmlAndACalendarPart() throws Exception {
        var to = GivenMail.someone();
        given.letterTo(to, new CalendarPart("REQUEST", "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n"));
        postman().sendDue();
        var received = received(to).getFirst();
        assertEquals("Ysgol Ŵy: 5B’s session", received.getSubject());
        assertEquals("ThinkUKnow Sessions <us@example.org>", received.getFrom()[0].toString());
        assertEquals("auto-generated", received.getHeader("Auto-Submitted", null));
        assertTrue(received.getContentType().startsWith("multipart/alternative"), received.getContentType());
        var parts = parts(received);
        assertEquals(
                List.of(
                        "text/plain; charset=UTF-8",
                        "text/html; charset=UTF-8",
                        "text/calendar; method=REQUEST; charset=UTF-8"),
                parts.stream().map(LetterSenderTest::type).toList());
        assertEquals("Dydd da – see you on Tuesday.", parts.getFirst().getContent());
    }

    @Test
    void aSentLetterKeepsItsSubjectAndLosesItsContent() throws Exception {
        var to = GivenMail.someone();
        given.letterTo(to, null);
        postman().sendDue();
        var stored = given.stored(to);
        assertEquals(State.SENT, stored.state());
        assertEquals("Ysgol Ŵy: 5B’s session", stored.subject());
        assertEquals("", stored.letter().text() + stored.letter().html());
    }

    @Test
    void twoSendersSendEachLetterOnce() throws Exception {
        var addresses = new ArrayList<String>();
        for (int i = 0; i < 40; i++) {
            addresses.add(GivenMail.someone());
            given.letterTo(addresses.getLast(), null);
        }
        try (var both = Executors.newFixedThreadPool(2)) {
            for (var each : both.invokeAll(List.of(
                    Executors.callable(() -> postman().sendDue()),
                    Executors.callable(() -> postman().sendDue())))) {
                each.get();
            }
        }
        for (var address : addresses) {
            assertEquals(1, received(address).size(), address);
        }
    }

    @Test
    void aLetterClaimedByADeadSenderIsSentLaterUnderTheSameMessageId() throws Exception {
        var to = GivenMail.someone();
        given.letterTo(to, null);
        QuarkusTransaction.requiringNew().run(() -> {
            OutboxLetter letter = given.outbox.find("recipient", to).firstResult();
            letter.claim(given.clock.instant(), LetterOutbox.CLAIM);
        });
        postman().sendDue();
        assertEquals(0, received(to).size());
        given.postman(port(), LetterOutbox.CLAIM.plusSeconds(1)).sendDue();
        assertEquals(
                "<letter-" + given.stored(to).publicId() + "@lessons.example.org>",
                received(to).getFirst().getMessageID());
    }

    @Test
    void withoutAServerOnlyOneLetterIsTriedAndBothArriveLater() throws Exception {
        var first = GivenMail.someone();
        var second = GivenMail.someone();
        given.letterTo(first, null);
        given.letterTo(second, null);
        var log = new LogCapture();
        log.listen();
        try (var nobody = new Socket()) {
            nobody.bind(new InetSocketAddress("127.0.0.1", 0)); // nobody listens there, and nobody else takes it
            given.postman(nobody.getLocalPort()).sendDue();
        } finally {
            log.close();
        }
        assertTrue(log.text().contains(" wait: The mail server cannot be reached"), log.text());
        assertEquals(State.WAITING, given.stored(first).state());
        assertTrue(given.stored(first).answer().startsWith("The mail server cannot be reached"));
        assertEquals(0, given.stored(second).attempts());
        given.postman(port(), Duration.ofMinutes(2)).sendDue();
        assertEquals(1, received(first).size());
        assertEquals(1, received(second).size());
    }

    @Test
    void aSilentServerTimesOutAndTheLetterStaysPending() throws Exception {
        try (var silent = FaultyMailServer.silent()) {
            var to = GivenMail.someone();
            given.letterTo(to, null);
            var letterSender = given.postmanWithPatience(silent.port(), Duration.ofMillis(300));
            assertTimeoutPreemptively(Eventually.PATIENCE, letterSender::sendDue);
            assertEquals(State.WAITING, given.stored(to).state());
            assertEquals(1, given.stored(to).attempts());
            assertEquals(1, silent.calls());
        }
    }

    @Test
    void lettersCanBeWrittenWhileTheSenderWaitsForASilentServer() throws Exception {
        var to = GivenMail.someone();
        given.letterTo(to, null);
        Thread postman;
        try (var silent = FaultyMailServer.silent()) {
            postman =
                    Thread.ofPlatform().start(() -> given.postman(silent.port()).sendDue());
            Eventually.holds("the postman's call", () -> silent.calls() == 1);
            given.letterTo(GivenMail.someone(), null); // the row is not locked, nor is the table
            assertEquals(State.SENDING, given.stored(to).state(), "the postman waits still");
        }
        postman.join();
        assertEquals(State.WAITING, given.stored(to).state());
    }

    @Test
    void aLetterToAnUnknownMailboxIsGivenUpAtOnceWithTheServersAnswer() throws Exception {
        try (var gruff = FaultyMailServer.answering("550 no such mailbox")) {
            var to = GivenMail.someone();
            given.letterTo(to, null);
            given.postman(gruff.port()).sendDue();
            assertEquals(State.GIVEN_UP, given.stored(to).state());
            assertEquals("550 no such mailbox", given.stored(to).answer());
        }
    }

    @Test
    void aLetterRefusedForNowDelaysNoOtherAndIsGivenUpAfterEightTries() throws Exception {
        try (var gruff = FaultyMailServer.answering("451 try later")) {
            var first = GivenMail.someone();
            var second = GivenMail.someone();
            given.letterTo(first, null);
            given.letterTo(second, null);
            for (int days = 0; days < 8; days++) {
                assertEquals(State.WAITING, given.stored(first).state());
                given.postman(gruff.port(), Duration.ofDays(2L * days)).sendDue();
                assertEquals(days + 1, given.stored(second).attempts());
            }
            assertEquals(State.GIVEN_UP, given.stored(first).state());
            assertEquals("451 try later", given.stored(first).answer());
        }
    }

    @Test
    void eachPauseIsWithinAFifthOfThatOfTheBackoff() {
        var to = GivenMail.someone();
        given.letterTo(to, null);
        var letter = given.stored(to);
        var at = given.clock.instant();
        var dues = new ArrayList<Duration>();
        for (int i = 0; i < LetterOutbox.BACKOFF.pauses().size(); i++) {
            letter.claim(at, LetterOutbox.CLAIM);
            letter.settle(SendResult.later("no"), LetterOutbox.BACKOFF, at, given.random);
            dues.add(Duration.between(at, letter.dueAt()));
        }
        for (int i = 0; i < dues.size(); i++) {
            var pause = LetterOutbox.BACKOFF.pauses().get(i).toMillis();
            assertTrue(dues.get(i).toMillis() >= pause * 0.8 && dues.get(i).toMillis() <= pause * 1.2, dues.toString());
        }
    }

    @Test
    void aSentLetterIsDeletedAfterNinetyDaysAndAPendingOneIsNot() throws Exception {
        var to = GivenMail.someone();
        given.letterTo(to, null);
        postman().sendDue();
        deleteOldAfter(Duration.ofDays(90).minusMinutes(5));
        assertEquals(State.SENT, given.stored(to).state());
        var waits = GivenMail.someone();
        given.letterTo(waits, null);
        deleteOldAfter(Duration.ofDays(90).plusMinutes(5));
        assertEquals(0, QuarkusTransaction.requiringNew().call(() -> given.outbox.count("recipient", to)));
        assertEquals(State.WAITING, given.stored(waits).state());
    }

    @Test
    void aMailServerWithoutASenderAddressIsRefusedAtTheStart() {
        var settings = GivenMail.settings(Optional.of("mail.example.org"), 25, Optional.empty());
        var refused = assertThrows(IllegalStateException.class, () -> GivenMail.sender(settings));
        assertTrue(refused.getMessage().contains("THINKUKNOW_MAIL_FROM"), refused.getMessage());
        assertFalse(GivenMail.sender(GivenMail.settings(Optional.empty(), 25, Optional.empty()))
                .isSetUp());
    }

    private void deleteOldAfter(Duration time) {
        RetentionSweep.deleteAll(
                OutboxRetention.sinceWritten(given.outbox, LetterOutbox.TERMS, Clock.offset(given.clock, time)));
    }

    private LetterSender postman() {
        return given.postman(port());
    }

    private int port() {
        return server.getSmtp().getPort();
    }

    private List<MimeMessage> received(String address) throws Exception {
        var found = new ArrayList<MimeMessage>();
        for (var message : server.getReceivedMessages()) {
            if (message.getRecipients(Message.RecipientType.TO)[0].toString().equals(address)) {
                found.add(message);
            }
        }
        return found;
    }

    private static List<BodyPart> parts(MimeMessage message) throws Exception {
        var parts = (MimeMultipart) message.getContent();
        var found = new ArrayList<BodyPart>();
        for (int i = 0; i < parts.getCount(); i++) {
            found.add(parts.getBodyPart(i));
        }
        return found;
    }

    private static String type(BodyPart part) {
        try {
            return Arrays.stream(part.getHeader("Content-Type")).findFirst().orElse("");
        } catch (jakarta.mail.MessagingException e) {
            throw new IllegalStateException(e);
        }
    }
}
