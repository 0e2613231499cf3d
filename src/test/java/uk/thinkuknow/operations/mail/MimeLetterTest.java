package uk.thinkuknow.operations.mail;

import jakarta.mail.Session;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.thinkuknow.common.PublicId;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Tests that words in an email are no headers of it, and no commands to the mail server. */
class MimeLetterTest {
    private static final String TO = "someone@school.example";

    @ParameterizedTest
    @ValueSource(strings = {"\r\n", "\n", "\r", "\r\n\r\n"})
    void aLineBreakInASubjectBeginsNoHeader(String between) throws Exception {
        var letter = new Letter(TO, "Hello" + between + "Bcc: spy@evil.example", "Text", "<p>Text</p>", null, "test");
        assertEquals("Hello Bcc: spy@evil.example", letter.subject());
        var spied = head(letter).stream().filter(line -> line.contains("spy")).toList();
        assertEquals(List.of("Subject: Hello Bcc: spy@evil.example"), spied);
    }

    @Test
    void wordsOfTheTextAreInThePartsAndInNoHeader() throws Exception {
        var head =
                head(new Letter(TO, "Hello", "Text\r\n.\r\nRCPT TO:<spy@evil.example>", "<p>Text</p>", null, "test"));
        assertFalse(head.toString().contains("spy"), head.toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a@b.example\r\nRCPT TO:<spy@evil.example>",
                "a@b.example>\r\nDATA",
                "a@b.example, spy@evil.example",
                "<a@b.example>",
                "a b@b.example",
                "a@b.example\u0000"
            })
    void anAddressWithMoreThanAnAddressIsRefused(String to) {
        assertThrows(
                IllegalArgumentException.class, () -> new Letter(to, "Hello", "Text", "<p>Text</p>", null, "test"));
    }

    @Test
    void aNameInAMeetingIsKeptOnOneLineAndSentInShortLines() throws Exception {
        var meeting = "BEGIN:VEVENT\r\nDESCRIPTION:Teacher in charge: " + "A".repeat(26) + "\\nTrainer: Tariq\r\n"
                + "  Nasser\r\nEND:VEVENT\r\n";
        var letter = new Letter(TO, "Hello", "Text", "<p>Text</p>", new CalendarPart("REQUEST", meeting), "test");
        var kept = new OutboxLetter(PublicId.draw(), letter, Instant.EPOCH)
                .letter()
                .calendar();
        assertTrue(kept != null && kept.ics().contains("Trainer: Tariq Nasser\r\n"), String.valueOf(kept));
        var sent = sent(letter);
        assertTrue(sent.lines().allMatch(line -> line.length() <= 76), sent);
        assertTrue(sent.replace("\r\n ", "").contains("Trainer: Tariq Nasser\r\nEND:VEVENT\r\n"), sent);
    }

    /** The headers of the email as it is sent, each on one line. */
    private static List<String> head(Letter letter) throws Exception {
        return sent(letter)
                .split("\r\n\r\n")[0]
                .replaceAll("\r\n[ \t]+", " ")
                .lines()
                .toList();
    }

    private static String sent(Letter letter) throws Exception {
        var sender = new SenderAddress(
                new SmtpClientTest.Settings(25, MailSettings.Security.NONE, Optional.empty()),
                URI.create("https://lessons.example.org"));
        var sent = new ByteArrayOutputStream();
        MimeLetter.of(
                        new OutboxLetter(PublicId.draw(), letter, Instant.EPOCH),
                        sender,
                        Session.getInstance(new Properties()))
                .writeTo(sent);
        return sent.toString(StandardCharsets.UTF_8);
    }
}
