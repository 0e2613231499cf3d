package uk.thinkuknow.bookings.request;

import uk.thinkuknow.common.Refused;

/** Something that cannot be done with a booking, with the reason. */
public final class BookingRefused extends Refused {
    public BookingRefused(String why) {
        super(why);
    }
}
