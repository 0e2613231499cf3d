package uk.thinkuknow.classroom.session;

import uk.thinkuknow.common.Refused;

/** Thrown to refuse cancelling a session whose return is signed, because it took place. */
final class SignedAlready extends Refused {
    SignedAlready() {
        super("session.signedAlready");
    }
}
