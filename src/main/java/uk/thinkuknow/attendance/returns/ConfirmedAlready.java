package uk.thinkuknow.attendance.returns;

import uk.thinkuknow.common.Refused;

/** Thrown because the heads of a visit have been confirmed, so its register can no longer be sent back. */
public final class ConfirmedAlready extends Refused {
    ConfirmedAlready() {
        super("returns.confirmedAlready");
    }
}
