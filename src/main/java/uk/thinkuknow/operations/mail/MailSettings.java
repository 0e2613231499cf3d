package uk.thinkuknow.operations.mail;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** How letters leave the house; without a host they wait in the outbox. */
@ConfigMapping(prefix = "thinkuknow.mail")
interface MailSettings {
    /** The mail server that takes letters from us. */
    Optional<String> host();

    @WithDefault("587")
    int port();

    @WithDefault("STARTTLS")
    Security security();

    Optional<String> user();

    Optional<String> password();

    /** Who letters are from, for example {@code ThinkUKnow Sessions <sessions@example.org>}. */
    Optional<String> from();

    /** How long we wait for the server's word before we call it dead; well below a claim on a letter. */
    @WithDefault("20s")
    Duration patience();

    /** How the way to the mail server is kept private: from the first byte, from the greeting on, or not at all. */
    enum Security {
        TLS,
        STARTTLS,
        NONE
    }
}
