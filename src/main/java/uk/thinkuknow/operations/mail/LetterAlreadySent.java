package uk.thinkuknow.operations.mail;

import uk.thinkuknow.common.Refused;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.operations.outbox.OutboxEntry;

/** Thrown when an administrator asks to send an email again that is sent or being sent: it would arrive twice. */
final class LetterAlreadySent extends Refused {
    LetterAlreadySent(OutboxEntry.State state) {
        super("mail.alreadySent", Words.of(state));
    }
}
