package uk.thinkuknow.demo;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.bookings.request.PublicHolidays;
import uk.thinkuknow.common.London;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

/** Tests that the demo's Friday bookings never fall on a public holiday. */
class DemoBookingsTest {
    /** On 11 December 2026, the Friday in two weeks is Christmas Day, and the next Friday is New Year's Day. */
    @Test
    void noFridayBookingInTheNextTenYearsIsOnAPublicHoliday() {
        var first = LocalDate.of(2026, 11, 28);
        first.datesUntil(first.plusYears(10))
                .forEach(today -> IntStream.rangeClosed(1, 3).forEach(weeks -> {
                    var day = London.dateOf(DemoBookings.day(today, weeks, DayOfWeek.FRIDAY));
                    assertEquals(DayOfWeek.FRIDAY, day.getDayOfWeek(), () -> today + " in " + weeks);
                    assertFalse(PublicHolidays.include(day), () -> today + " in " + weeks);
                }));
    }
}
