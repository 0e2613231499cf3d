package uk.thinkuknow.classroom.session;

import uk.thinkuknow.common.Refused;

/** That a session was a mistake is said by whoever signs its register. */
final class NotTheDeliverer extends Refused {
    NotTheDeliverer(String signer) {
        super("Only " + signer + ", who signs this session’s register, can say that it was a mistake.");
    }
}
