package uk.thinkuknow.operations.mail;

import jakarta.activation.DataHandler;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.nio.charset.StandardCharsets;
import java.util.Date;

/**
 * An email as a MIME message. Its Message-ID stays the same on every try, so that a mail server can recognise a
 * duplicate. A calendar entry is added as an alternative to the text, where Outlook and Gmail look for it. Quarkus
 * Mailer could only attach it (ADR 46).
 */
final class MimeLetter extends MimeMessage {
    private final String messageId;

    private MimeLetter(Session session, String messageId) {
        super(session);
        this.messageId = messageId;
    }

    static MimeLetter of(OutboxLetter outgoing, SenderAddress sender, Session session) throws MessagingException {
        var letter = outgoing.letter();
        var mime = new MimeLetter(session, "<letter-" + outgoing.publicId() + "@" + sender.host() + ">");
        mime.setFrom(sender.from());
        mime.setRecipient(Message.RecipientType.TO, new InternetAddress(letter.to()));
        mime.setSubject(letter.subject(), "UTF-8");
        mime.setSentDate(Date.from(outgoing.writtenAt()));
        mime.setHeader("Auto-Submitted", "auto-generated");
        var alternatives =
                new MimeMultipart("alternative", part("text/plain", letter.text()), part("text/html", letter.html()));
        var calendar = letter.calendar();
        if (calendar != null) {
            alternatives.addBodyPart(part("text/calendar; method=" + calendar.method(), calendar.folded()));
        }
        mime.setContent(alternatives);
        mime.saveChanges();
        return mime;
    }

    private static MimeBodyPart part(String type, String words) throws MessagingException {
        var full = type + "; charset=UTF-8";
        var part = new MimeBodyPart();
        part.setDataHandler(new DataHandler(new ByteArrayDataSource(words.getBytes(StandardCharsets.UTF_8), full)));
        part.setHeader("Content-Type", full);
        return part;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", messageId);
    }
}
