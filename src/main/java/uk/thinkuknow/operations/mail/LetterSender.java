package uk.thinkuknow.operations.mail;

import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import uk.thinkuknow.common.Jobs;
import uk.thinkuknow.common.Schedule;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.operations.outbox.OutboxEntry.State;
import uk.thinkuknow.operations.outbox.OutboxSender;
import uk.thinkuknow.operations.outbox.SendResult;

/**
 * Sends the pending emails to the mail server one by one, in a job of its own: a slow or dead server delays nothing but
 * email.
 */
@Singleton
class LetterSender {
    private final LetterOutbox outbox;
    private final SmtpClient smtp;
    private final SenderAddress sender;
    private final Event<LetterGivenUp> givenUp;

    LetterSender(LetterOutbox outbox, SmtpClient smtp, SenderAddress sender, Event<LetterGivenUp> givenUp) {
        this.outbox = outbox;
        this.smtp = smtp;
        this.sender = sender;
        this.givenUp = givenUp;
    }

    void register(@Observes Jobs jobs) {
        jobs.onEachInstance("letters", Words.of("mail.job"), Schedule.every("5s", "10s"), () -> {
            if (sender.isSetUp()) {
                sendDue();
            }
        });
    }

    void sendDue() {
        try (var line = smtp.line()) {
            outbox.deliver(new Round(line, givenUp));
        }
    }

    /** Sends pending emails over one connection and reports those that are given up. */
    private record Round(SmtpClient.SmtpConnection line, Event<LetterGivenUp> givenUp)
            implements OutboxSender<OutboxLetter> {
        @Override
        public SendResult send(OutboxLetter letter) {
            return line.send(letter);
        }

        @Override
        public void noted(OutboxLetter letter, SendResult result) {
            if (letter.state() == State.GIVEN_UP) {
                givenUp.fire(new LetterGivenUp(letter.about()));
            }
        }
    }
}
