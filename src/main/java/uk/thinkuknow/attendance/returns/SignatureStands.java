package uk.thinkuknow.attendance.returns;

import java.time.Duration;
import uk.thinkuknow.common.Refused;

/** Refusal: the signature can no longer be taken back, or not by this person. */
public final class SignatureStands extends Refused {
    private SignatureStands(String why) {
        super(why);
    }

    static SignatureStands of(String signer) {
        return new SignatureStands("Only " + signer + ", who signed, can take the signature back.");
    }

    static SignatureStands amended() {
        return new SignatureStands("An amended return is not taken back: amend it once more.");
    }

    static SignatureStands withdrawn() {
        return new SignatureStands("This return was withdrawn. It stays as it is, and counts no longer.");
    }

    static SignatureStands unconfirmed() {
        return new SignatureStands("This return waits for the school to confirm it: take your signature back instead.");
    }

    static SignatureStands after(Duration limit) {
        return new SignatureStands(
                "A signature can be taken back for " + limit.toMinutes() + " minutes. That time is over.");
    }
}
