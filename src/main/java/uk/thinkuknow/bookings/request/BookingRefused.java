package uk.thinkuknow.bookings.request;

import uk.thinkuknow.common.Refused;

/** Thrown to refuse an act on a booking, with the reason. */
public final class BookingRefused extends Refused {
    public BookingRefused(String code, Object... arguments) {
        super(code, arguments);
    }
}
