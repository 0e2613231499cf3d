package uk.thinkuknow.classroom.session;

import uk.thinkuknow.common.Refused;

/** Refuses to cancel a session whose return is signed: it took place. */
final class SignedAlready extends Refused {
    SignedAlready() {
        super("This session’s return is signed, so it counts. Take the signature back or amend the return instead.");
    }
}
