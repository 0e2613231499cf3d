package uk.thinkuknow.operations.mail;

import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.net.URI;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The sender of all emails: the programme, under the configured address. */
@Startup
@Singleton
public class SenderAddress {
    private final InternetAddress from;
    private final String host;
    private final boolean setUp;

    /**
     * @throws IllegalStateException if a mail server is set but no valid sender address, so that the mistake shows at
     *     the start
     */
    SenderAddress(MailSettings settings, @ConfigProperty(name = "thinkuknow.public-address") URI address) {
        host = address.getHost();
        setUp = settings.host().isPresent();
        if (setUp && settings.from().isEmpty()) {
            throw new IllegalStateException(
                    "THINKUKNOW_SMTP_HOST is set, THINKUKNOW_MAIL_FROM is not: name the address that letters are from, for example ThinkUKnow Sessions <sessions@example.org>");
        }
        var said = settings.from().orElse("ThinkUKnow Sessions <no-reply@" + host + ">");
        try {
            from = new InternetAddress(said, true);
        } catch (AddressException e) {
            throw new IllegalStateException("THINKUKNOW_MAIL_FROM is not an e-mail address: " + said, e);
        }
    }

    /** The address alone, without the name. */
    public String address() {
        return from.getAddress();
    }

    /** Returns whether a mail server is set up; without one, emails wait in the outbox. */
    public boolean isSetUp() {
        return setUp;
    }

    InternetAddress from() {
        return from;
    }

    /** The host name of this installation, used in Message-IDs. */
    String host() {
        return host;
    }
}
