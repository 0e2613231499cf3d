package uk.thinkuknow.operations.mail;

import uk.thinkuknow.common.Refused;
import uk.thinkuknow.operations.outbox.OutboxEntry;

/** The letter is on its way or there, so that sending it again would send it twice. */
final class LetterNotStuck extends Refused {
    LetterNotStuck(OutboxEntry.State state) {
        super("This letter is " + state.inWords() + ": there is nothing to try again.");
    }
}
