package uk.thinkuknow.classroom.session;

import uk.thinkuknow.common.Refused;

/** Refuses to cancel a session for anyone but the person who signs its register. */
final class NotTheDeliverer extends Refused {
    NotTheDeliverer(String signer) {
        super("Only " + signer + ", who signs this session’s register, can say that it was a mistake.");
    }
}
