package uk.thinkuknow.operations.mail;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Creates emails in the outbox, and senders that deliver them to a mail server of the test. */
@Singleton
class GivenMail {
    /** Long, because the test's mail server may be slow on a busy machine. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @Inject
    Mail mail;

    @Inject
    LetterOutbox outbox;

    @Inject
    Clock clock;

    @Inject
    RandomGenerator random;

    @Inject
    Event<LetterGivenUp> givenUp;

    /** Deletes the emails that other tests left. */
    void emptyOutbox() {
        QuarkusTransaction.requiringNew().run(() -> outbox.deleteAll());
    }

    /** An address that no other test uses. */
    static String someone() {
        return "someone" + ThreadLocalRandom.current().nextLong(Long.MAX_VALUE) + "@school.example";
    }

    void letterTo(String address, @Nullable CalendarPart calendar) {
        QuarkusTransaction.requiringNew()
                .run(() -> mail.send(new Letter(
                        address,
                        "Ysgol Ŵy: 5B’s session",
                        "Dydd da – see you on Tuesday.",
                        "<p>Dydd da – see you on Tuesday.</p>",
                        calendar,
                        "test")));
    }

    OutboxLetter stored(String address) {
        return QuarkusTransaction.requiringNew()
                .call(() -> outbox.find("recipient", address).firstResult());
    }

    LetterSender postman(int port) {
        return postman(port, Duration.ZERO);
    }

    /** A sender whose clock is ahead. */
    LetterSender postman(int port, Duration ahead) {
        return postman(port, ahead, PATIENCE);
    }

    /** A sender that waits no longer than this for each answer of the server. */
    LetterSender postmanWithPatience(int port, Duration patience) {
        return postman(port, Duration.ZERO, patience);
    }

    private LetterSender postman(int port, Duration ahead, Duration patience) {
        var from = Optional.of("ThinkUKnow Sessions <us@example.org>");
        var settings = settings(Optional.of("127.0.0.1"), port, from, patience);
        var sender = sender(settings);
        var itsOutbox = new LetterOutbox(Clock.offset(clock, ahead), random);
        return new LetterSender(itsOutbox, new SmtpClient(settings, sender), sender, givenUp);
    }

    static SenderAddress sender(MailSettings settings) {
        return new SenderAddress(settings, URI.create("https://lessons.example.org"));
    }

    static MailSettings settings(Optional<String> host, int port, Optional<String> from) {
        return settings(host, port, from, PATIENCE);
    }

    private static MailSettings settings(Optional<String> host, int port, Optional<String> from, Duration patience) {
        return new MailSettings() {
            @Override
            public Optional<String> host() {
                return host;
            }

            @Override
            public int port() {
                return port;
            }

            @Override
            public Security security() {
                return Security.NONE;
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
                return from;
            }

            @Override
            public Duration patience() {
                return patience;
            }
        };
    }
}
