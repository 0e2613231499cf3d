package uk.thinkuknow.attendance.register;

import uk.thinkuknow.common.Refused;

/** A signed register is closed: its marks change only after the signature has been taken back. */
final class RegisterAlreadySigned extends Refused {
    RegisterAlreadySigned() {
        super("This register is signed and closed. Its signer can take the signature back for ten minutes.");
    }
}
