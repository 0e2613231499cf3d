package uk.thinkuknow.operations.mail;

import jakarta.inject.Singleton;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.operations.outbox.SendResult;

/** Sends emails of the outbox to the mail server over SMTP. */
@Singleton
class SmtpClient {
    private static final int REFUSED_FOR_GOOD = 500;

    private final MailSettings settings;
    private final SenderAddress sender;

    SmtpClient(MailSettings settings, SenderAddress sender) {
        this.settings = settings;
        this.sender = sender;
    }

    SmtpConnection line() {
        return new SmtpConnection();
    }

    /** A connection to the mail server, opened for the first email and used until it is closed. */
    final class SmtpConnection implements AutoCloseable {
        private final Session session = Session.getInstance(properties());
        private @Nullable Transport transport;

        /** Sends an email. Once the server has accepted it, the server must deliver it or send a failure notice. */
        SendResult send(OutboxLetter letter) {
            try {
                var open = open();
                var mime = MimeLetter.of(letter, sender, session);
                open.sendMessage(mime, mime.getAllRecipients());
                return SendResult.taken(null);
            } catch (NotReached e) {
                return SendResult.away(String.valueOf(e.getMessage()));
            } catch (MessagingException e) {
                close();
                return isForGood(e) ? SendResult.never(words(e)) : SendResult.later(words(e));
            }
        }

        private Transport open() throws MessagingException {
            var known = transport;
            if (known != null && known.isConnected()) {
                return known;
            }
            try {
                var fresh = session.getTransport();
                fresh.connect(
                        settings.host().orElseThrow(),
                        settings.port(),
                        settings.user().orElse(null),
                        settings.password().orElse(null));
                transport = fresh;
                return fresh;
            } catch (AuthenticationFailedException e) {
                throw new NotReached(Words.of("mail.signInRefused", words(e)));
            } catch (MessagingException e) {
                throw new NotReached(Words.of("mail.notReached", words(e)));
            }
        }

        @Override
        public void close() {
            try {
                var known = transport;
                if (known != null) {
                    known.close();
                }
            } catch (MessagingException e) {
                // the server has already closed the connection
            } finally {
                transport = null;
            }
        }
    }

    private Properties properties() {
        boolean tls = settings.security() == MailSettings.Security.TLS;
        boolean startTls = settings.security() == MailSettings.Security.STARTTLS;
        var prefix = tls ? "mail.smtps." : "mail.smtp.";
        var properties = new Properties();
        properties.put("mail.transport.protocol", tls ? "smtps" : "smtp");
        properties.put(prefix + "auth", Boolean.toString(settings.user().isPresent()));
        properties.put(prefix + "localhost", sender.host());
        properties.put(prefix + "starttls.enable", Boolean.toString(startTls));
        properties.put(prefix + "starttls.required", Boolean.toString(startTls));
        properties.put(prefix + "ssl.checkserveridentity", "true");
        var patience = Long.toString(settings.patience().toMillis());
        properties.put(prefix + "connectiontimeout", patience);
        properties.put(prefix + "timeout", patience);
        properties.put(prefix + "writetimeout", patience);
        return properties;
    }

    /**
     * Returns whether the email can never be sent: its address is malformed, or the server refused the address or the
     * email with a 5xx code. Any other failure may be temporary.
     */
    private static boolean isForGood(MessagingException e) {
        var mailbox = e.getNextException() instanceof SMTPAddressFailedException refused ? refused.getReturnCode() : 0;
        var whole = e instanceof SMTPSendFailedException refused ? refused.getReturnCode() : 0;
        return e instanceof AddressException || Math.max(mailbox, whole) >= REFUSED_FOR_GOOD;
    }

    private static String words(MessagingException e) {
        var inner = e.getNextException();
        return String.valueOf((inner == null ? e : inner).getMessage()).strip().replaceAll("\\s+", " ");
    }

    /** The mail server is unreachable or rejects our sign-in. */
    private static final class NotReached extends MessagingException {
        NotReached(String words) {
            super(words);
        }
    }
}
