package uk.thinkuknow.attendance.returns;

import uk.thinkuknow.common.Refused;

/** Refusal: only the signer can fill in and sign the register. */
final class NotTheSigner extends Refused {
    NotTheSigner(String signer) {
        super("Only " + signer + " can fill in and sign this register. It can be handed to a colleague.");
    }
}
