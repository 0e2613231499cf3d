package uk.thinkuknow.attendance.returns;

import uk.thinkuknow.common.Refused;

/** A return is signed by the person who delivered. */
final class NotTheSigner extends Refused {
    NotTheSigner(String signer) {
        super("Only " + signer + " can fill in and sign this register. It can be handed to a colleague.");
    }
}
