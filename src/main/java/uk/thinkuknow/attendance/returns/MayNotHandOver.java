package uk.thinkuknow.attendance.returns;

import uk.thinkuknow.common.Refused;

/** Thrown because this person may not hand the register to a colleague. */
final class MayNotHandOver extends Refused {
    MayNotHandOver(String signer) {
        super("returns.mayNotHandOver", signer);
    }
}
