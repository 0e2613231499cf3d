package uk.thinkuknow.classroom.session;

import uk.thinkuknow.common.Refused;

/** A session whose return is signed took place: it cannot have been started by mistake. */
final class SignedAlready extends Refused {
    SignedAlready() {
        super("This session’s return is signed, so it counts. Take the signature back or amend the return instead.");
    }
}
