package uk.thinkuknow.bookings.request;

import uk.thinkuknow.common.Refused;

/**
 * Thrown to refuse a time that clashes with the trainer's week or other sessions; it is allowed once the user gives a reason.
 */
public final class ClashNeedsReason extends Refused {
    public static final int AT_MOST = 400;
    private final String clash;

    private ClashNeedsReason(String clash, String code, Object... arguments) {
        super(code, arguments);
        this.clash = clash;
    }

    public static ClashNeedsReason ofYes(String clash) {
        return new ClashNeedsReason(clash, "request.clashOfYes", clash);
    }

    public static ClashNeedsReason ofMove(String trainer, String clash) {
        return new ClashNeedsReason(clash, "request.clashOfMove", trainer, clash);
    }

    public String clash() {
        return clash;
    }
}
