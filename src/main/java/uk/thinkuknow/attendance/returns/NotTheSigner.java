package uk.thinkuknow.attendance.returns;

import uk.thinkuknow.common.Refused;

/** Thrown because the user is not the signer of this register, who alone can fill it in and sign it. */
final class NotTheSigner extends Refused {
    NotTheSigner(String signer) {
        super("returns.notTheSigner", signer);
    }
}
