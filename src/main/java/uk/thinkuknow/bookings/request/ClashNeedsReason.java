package uk.thinkuknow.bookings.request;

import uk.thinkuknow.common.Refused;

/**
 * Thrown to refuse a time that clashes with the trainer's week or other sessions; it is allowed once the user gives a reason.
 */
public final class ClashNeedsReason extends Refused {
    public static final int AT_MOST = 400;
    private final String clash;

    private ClashNeedsReason(String why, String clash) {
        super(why);
        this.clash = clash;
    }

    public static ClashNeedsReason ofYes(String clash) {
        return new ClashNeedsReason(
                "Mind your other sessions that day: " + clash
                        + ". If it works all the same, say why, and accept again.",
                clash);
    }

    public static ClashNeedsReason ofMove(String trainer, String clash) {
        return new ClashNeedsReason(
                "Is " + trainer + " free then? As far as we know: " + clash
                        + ". If you have agreed on it all the same, say so in a few words, and move it again.",
                clash);
    }

    public String clash() {
        return clash;
    }
}
