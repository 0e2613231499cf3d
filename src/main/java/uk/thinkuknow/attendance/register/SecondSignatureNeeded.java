package uk.thinkuknow.attendance.register;

import uk.thinkuknow.common.Refused;

/**
 * Thrown because a return cannot be amended or withdrawn, or the second signature not be given, by this person or at this
 * time, or without a reason.
 */
public final class SecondSignatureNeeded extends Refused {
    public static final int REASON_AT_MOST = 400;
    static final String REASON = "Say why, in 1 to " + REASON_AT_MOST
            + " letters: it is kept with the return, and whoever signs second reads it";

    private SecondSignatureNeeded(String why) {
        super(why);
    }

    /**
     * Refuses the second signature of the person who asked for the change.
     *
     * @param who who may sign second, in words
     */
    public static SecondSignatureNeeded samePerson(String asker, String who) {
        return new SecondSignatureNeeded(asker + " asked for this change, so somebody else signs it: " + who + ".");
    }

    public static SecondSignatureNeeded notAllowed(String who) {
        return new SecondSignatureNeeded("The second signature is given by " + who + ".");
    }

    public static SecondSignatureNeeded mayNotWithdraw(String signer) {
        return new SecondSignatureNeeded("Only " + signer
                + ", who signed, or a manager of the programme for this area can withdraw this return.");
    }

    public static SecondSignatureNeeded noReason() {
        return new SecondSignatureNeeded(REASON + ".");
    }

    public static SecondSignatureNeeded notCounted() {
        return new SecondSignatureNeeded(
                "This return does not count, so there is nothing to withdraw. One that waits for the school’s confirmation is sent back or taken back instead.");
    }

    public static SecondSignatureNeeded waitsAlready() {
        return new SecondSignatureNeeded(
                "A change of this return waits for its second signature already. It is decided first, or taken back by whoever asked for it.");
    }
}
