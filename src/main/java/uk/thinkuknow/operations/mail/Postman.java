package uk.thinkuknow.operations.mail;

import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.random.RandomGenerator;

/**
 * Takes letters to the mail server, one after the other. Each is claimed for itself in a transaction of its own, and no
 * transaction is open while the server is spoken to: a server that is dead or slow keeps nobody waiting but letters.
 */
@Singleton
class Postman {
    private final Outbox outbox;
    private final Smtp smtp;
    private final Sender sender;
    private final Event<LetterGivenUp> givenUp;
    private final Clock clock;
    private final RandomGenerator random;
    private final AtomicBoolean serverIsDown = new AtomicBoolean();

    Postman(
            Outbox outbox,
            Smtp smtp,
            Sender sender,
            Event<LetterGivenUp> givenUp,
            Clock clock,
            RandomGenerator random) {
        this.outbox = outbox;
        this.smtp = smtp;
        this.sender = sender;
        this.givenUp = givenUp;
        this.clock = clock;
        this.random = random;
    }

    @Scheduled(every = "5s", delayed = "10s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void run() {
        if (sender.isSetUp()) {
            sendWhatIsDue();
        }
    }

    /** Sends until nothing is due, or the server cannot be spoken to: then the rest waits for the next time. */
    void sendWhatIsDue() {
        try (var line = smtp.line()) {
            boolean on = true;
            while (on) {
                on = claim().map(outgoing -> send(line, outgoing)).orElse(false);
            }
        }
    }

    private Optional<Outgoing> claim() {
        return QuarkusTransaction.requiringNew()
                .call(() -> outbox.due(clock.instant(), 1).stream().findFirst().map(letter -> {
                    letter.claim(clock.instant());
                    return letter.outgoing();
                }));
    }

    /** Is it of use to go on with the next one? */
    private boolean send(Smtp.Line line, Outgoing outgoing) {
        try {
            line.send(outgoing);
            note(outgoing, letter -> letter.sent(clock.instant()));
            tellOfServer(false, "");
            return true;
        } catch (NotTaken e) {
            note(outgoing, letter -> failed(letter, e));
            if (e.fault() == NotTaken.Fault.SERVER) {
                tellOfServer(true, e.words());
                return false;
            }
            Log.warnf("letter %s was not taken: %s", outgoing.publicId(), e.words());
            return true;
        }
    }

    private void failed(OutboxLetter letter, NotTaken why) {
        letter.failed(why.words(), why.fault() == NotTaken.Fault.FOR_GOOD, clock.instant(), random);
        if (letter.state() == LetterState.GIVEN_UP) {
            givenUp.fire(new LetterGivenUp(letter.about()));
        }
    }

    private void note(Outgoing outgoing, java.util.function.Consumer<OutboxLetter> what) {
        QuarkusTransaction.requiringNew()
                .run(() -> outbox.findByIdOptional(outgoing.id()).ifPresent(what));
    }

    /** Said once when it goes and once when it comes back, not for each letter. */
    private void tellOfServer(boolean down, String words) {
        if (serverIsDown.compareAndSet(!down, down)) {
            if (down) {
                Log.warnf("letters wait: %s", words);
            } else {
                Log.info("the mail server takes letters again");
            }
        }
    }
}
