package uk.thinkuknow.attendance.register;

import uk.thinkuknow.common.Refused;

/**
 * Thrown because the register is signed and closed, so it changes only after the signature is taken back or the return is
 * amended.
 */
final class RegisterAlreadySigned extends Refused {
    RegisterAlreadySigned() {
        super("register.alreadySigned");
    }
}
