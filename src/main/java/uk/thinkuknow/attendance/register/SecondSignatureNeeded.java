package uk.thinkuknow.attendance.register;

import uk.thinkuknow.common.Refused;

/**
 * Thrown because a return cannot be amended or withdrawn, or the second signature not be given, by this person or at this
 * time, or without a reason.
 */
public final class SecondSignatureNeeded extends Refused {
    public static final int REASON_AT_MOST = 400;

    private SecondSignatureNeeded(String code, Object... arguments) {
        super(code, arguments);
    }

    /**
     * Refuses the second signature of the person who asked for the change.
     *
     * @param who who may sign second, in words
     */
    public static SecondSignatureNeeded samePerson(String asker, String who) {
        return new SecondSignatureNeeded("register.samePerson", asker, who);
    }

    public static SecondSignatureNeeded notAllowed(String who) {
        return new SecondSignatureNeeded("register.notAllowed", who);
    }

    public static SecondSignatureNeeded mayNotWithdraw(String signer) {
        return new SecondSignatureNeeded("register.mayNotWithdraw", signer);
    }

    public static SecondSignatureNeeded noReason() {
        return new SecondSignatureNeeded("register.noReason", REASON_AT_MOST);
    }

    public static SecondSignatureNeeded notCounted() {
        return new SecondSignatureNeeded("register.notCounted");
    }

    public static SecondSignatureNeeded waitsAlready() {
        return new SecondSignatureNeeded("register.waitsAlready");
    }
}
