package uk.thinkuknow.schools.school;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Counts the upcoming bookings of each school; implemented by the {@code bookings} package, which depends on this one.
 */
public interface UpcomingBookings {
    /** The number of upcoming bookings, and the first agreed day; null if no day is agreed yet. */
    record UpcomingCount(int bookings, @Nullable LocalDate first) {}

    /** The upcoming bookings by school id; schools without any are left out. */
    Map<Long, UpcomingCount> bySchool();
}
