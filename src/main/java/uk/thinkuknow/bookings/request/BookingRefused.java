package uk.thinkuknow.bookings.request;

import uk.thinkuknow.common.Refused;

/** An act on a booking was refused, with the reason. */
public final class BookingRefused extends Refused {
    public BookingRefused(String why) {
        super(why);
    }
}
