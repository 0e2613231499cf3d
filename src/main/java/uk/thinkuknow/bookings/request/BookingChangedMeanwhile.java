package uk.thinkuknow.bookings.request;

import uk.thinkuknow.common.Refused;

/** Thrown to refuse a change because the booking has changed since the user opened the page; the message names the last act. */
public final class BookingChangedMeanwhile extends Refused {
    public BookingChangedMeanwhile(String lastAct) {
        super("request.changedMeanwhile", lastAct);
    }
}
