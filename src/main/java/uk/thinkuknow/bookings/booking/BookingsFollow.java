package uk.thinkuknow.bookings.booking;

import jakarta.inject.Singleton;
import uk.thinkuknow.schools.registers.FollowsSchool;

/** The bookings of a school that closed are those of the school that came after it. */
@Singleton
class BookingsFollow implements FollowsSchool {
    @Override
    public String table() {
        return "booking";
    }
}
