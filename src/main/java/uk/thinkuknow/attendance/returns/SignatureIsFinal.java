package uk.thinkuknow.attendance.returns;

import java.time.Duration;
import uk.thinkuknow.common.Refused;

/** Thrown because the signature cannot be taken back, or not by this person, or the return cannot be amended. */
public final class SignatureIsFinal extends Refused {
    private SignatureIsFinal(String why) {
        super(why);
    }

    static SignatureIsFinal of(String signer) {
        return new SignatureIsFinal("Only " + signer + ", who signed, can take the signature back.");
    }

    static SignatureIsFinal amended() {
        return new SignatureIsFinal("An amended return is not taken back: amend it once more.");
    }

    static SignatureIsFinal withdrawn() {
        return new SignatureIsFinal("This return was withdrawn. It stays as it is, and counts no longer.");
    }

    static SignatureIsFinal unconfirmed() {
        return new SignatureIsFinal(
                "This return waits for the school to confirm it: take your signature back instead.");
    }

    static SignatureIsFinal after(Duration limit) {
        return new SignatureIsFinal(
                "A signature can be taken back for " + limit.toMinutes() + " minutes. That time is over.");
    }
}
