package uk.thinkuknow.bookings.request;

import uk.thinkuknow.common.Refused;

/** Thrown to refuse a change because the booking has changed since the user opened the page; the message names the last act. */
public final class BookingChangedMeanwhile extends Refused {
    public BookingChangedMeanwhile(String lastAct) {
        super(
                "Someone was quicker: " + lastAct
                        + ". Nothing of yours has been changed. Look at the booking as it is now, then change it if it still needs it.");
    }
}
