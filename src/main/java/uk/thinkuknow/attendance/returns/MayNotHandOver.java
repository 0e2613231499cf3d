package uk.thinkuknow.attendance.returns;

import uk.thinkuknow.common.Refused;

/** Thrown because this person may not hand the register to a colleague. */
final class MayNotHandOver extends Refused {
    MayNotHandOver(String signer) {
        super(
                "Only " + signer
                        + " can hand this register over, or your school’s safeguarding lead, its deputy or your school’s administrator.");
    }
}
