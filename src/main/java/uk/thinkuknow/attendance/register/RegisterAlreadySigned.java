package uk.thinkuknow.attendance.register;

import uk.thinkuknow.common.Refused;

/** Refusal: the register is signed, so its marks change only after the signature is taken back. */
final class RegisterAlreadySigned extends Refused {
    RegisterAlreadySigned() {
        super("This register is signed and closed. Its signer can take the signature back for ten minutes.");
    }
}
