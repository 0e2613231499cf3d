package uk.thinkuknow.bookings.request;

import uk.thinkuknow.common.Refused;

/** Somebody else has changed the booking since the page was opened. */
public final class ChangedMeanwhile extends Refused {
    public ChangedMeanwhile(String lastAct) {
        super(
                "Someone was quicker: " + lastAct
                        + ". Nothing of yours has been changed. Look at the booking as it is now, then change it if it still needs it.");
    }
}
