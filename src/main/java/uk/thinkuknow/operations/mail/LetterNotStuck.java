package uk.thinkuknow.operations.mail;

import uk.thinkuknow.common.Refused;

/** The letter is on its way or there, so that sending it again would send it twice. */
final class LetterNotStuck extends Refused {
    LetterNotStuck(LetterState state) {
        super("This letter is " + state.inWords() + ": there is nothing to try again.");
    }
}
