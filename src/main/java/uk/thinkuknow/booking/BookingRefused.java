package uk.thinkuknow.booking;

import uk.thinkuknow.shared.Refused;

/** Something that cannot be done with a booking, with the reason. */
public final class BookingRefused extends Refused {
    BookingRefused(String why) {
        super(why);
    }
}
