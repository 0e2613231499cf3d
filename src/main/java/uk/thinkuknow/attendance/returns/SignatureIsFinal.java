package uk.thinkuknow.attendance.returns;

import java.time.Duration;
import uk.thinkuknow.common.Refused;

/** Thrown because the signature cannot be taken back, or not by this person, or the return cannot be amended. */
public final class SignatureIsFinal extends Refused {
    private SignatureIsFinal(String code, Object... arguments) {
        super(code, arguments);
    }

    static SignatureIsFinal of(String signer) {
        return new SignatureIsFinal("returns.notYours", signer);
    }

    static SignatureIsFinal amended() {
        return new SignatureIsFinal("returns.amendedIsFinal");
    }

    static SignatureIsFinal withdrawn() {
        return new SignatureIsFinal("returns.withdrawnIsFinal");
    }

    static SignatureIsFinal confirmed(String by) {
        return new SignatureIsFinal("returns.confirmedIsFinal", by);
    }

    static SignatureIsFinal unconfirmed() {
        return new SignatureIsFinal("returns.waitsForSchool");
    }

    static SignatureIsFinal after(Duration limit) {
        return new SignatureIsFinal("returns.takeBackOver", limit.toMinutes());
    }
}
