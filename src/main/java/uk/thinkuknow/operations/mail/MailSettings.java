package uk.thinkuknow.operations.mail;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** The settings of the mail server; without a host, emails wait in the outbox. */
@ConfigMapping(prefix = "thinkuknow.mail")
interface MailSettings {
    /** The mail server that accepts the emails. */
    Optional<String> host();

    @WithDefault("587")
    int port();

    @WithDefault("STARTTLS")
    Security security();

    Optional<String> user();

    Optional<String> password();

    /** The sender of the emails, for example {@code ThinkUKnow Sessions <sessions@example.org>}. */
    Optional<String> from();

    /** The timeout for each answer of the mail server; far shorter than the claim on an email. */
    @WithDefault("20s")
    Duration patience();

    /** How the connection is encrypted: from the start, after STARTTLS, or not at all. */
    enum Security {
        TLS,
        STARTTLS,
        NONE
    }
}
