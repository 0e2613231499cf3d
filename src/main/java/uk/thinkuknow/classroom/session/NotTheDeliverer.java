package uk.thinkuknow.classroom.session;

import uk.thinkuknow.common.Refused;

/** Thrown if anyone but the person who signs its register wants to cancel a session. */
final class NotTheDeliverer extends Refused {
    NotTheDeliverer(String signer) {
        super("session.notYours", signer);
    }
}
