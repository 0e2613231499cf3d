package uk.thinkuknow.attendance.register;

import uk.thinkuknow.common.Refused;

/** Refusal: a return that counts cannot be changed by one person alone, or not by this person, or not now. */
public final class SecondNeeded extends Refused {
    public static final int REASON_AT_MOST = 400;
    static final String REASON = "Say why, in 1 to " + REASON_AT_MOST
            + " letters: it is kept with the return, and whoever signs second reads it";

    private SecondNeeded(String why) {
        super(why);
    }

    /**
     * Refuses the second signature of the person who asked for the change.
     *
     * @param who who may sign second, in words
     */
    public static SecondNeeded sameHand(String asker, String who) {
        return new SecondNeeded(asker + " asked for this change, so somebody else signs it: " + who + ".");
    }

    public static SecondNeeded notHers(String who) {
        return new SecondNeeded("The second signature is given by " + who + ".");
    }

    public static SecondNeeded mayNotWithdraw(String signer) {
        return new SecondNeeded("Only " + signer
                + ", who signed, or a manager of the programme for this area can withdraw this return.");
    }

    public static SecondNeeded noReason() {
        return new SecondNeeded(REASON + ".");
    }

    public static SecondNeeded notCounted() {
        return new SecondNeeded(
                "This return does not count, so there is nothing to withdraw. One that waits for the school’s confirmation is sent back or taken back instead.");
    }

    public static SecondNeeded waitsAlready() {
        return new SecondNeeded(
                "A change of this return waits for its second signature already. It is decided first, or taken back by whoever asked for it.");
    }
}
