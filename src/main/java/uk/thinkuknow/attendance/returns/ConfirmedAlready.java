package uk.thinkuknow.attendance.returns;

import uk.thinkuknow.common.Refused;

/** The heads of a visit have been confirmed, so its register is not sent back any more. */
final class ConfirmedAlready extends Refused {
    ConfirmedAlready() {
        super("The heads have been confirmed already, and the return counts.");
    }
}
