package uk.thinkuknow.booking;

import uk.thinkuknow.shared.Refused;

/** Somebody else has changed the booking since the page was opened. */
public final class ChangedMeanwhile extends Refused {
    ChangedMeanwhile(String lastAct) {
        super(
                "Someone was quicker: " + lastAct
                        + ". Nothing of yours has been changed. Look at the booking as it is now, then change it if it still needs it.");
    }
}
