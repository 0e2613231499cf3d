package uk.thinkuknow.demo;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.bookings.request.PublicHolidays;
import uk.thinkuknow.common.London;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Tests that the demo's bookings are on school days, on whichever day the demo starts. */
class DemoBookingsTest {
    private static final GivenCalendar ENGLAND = new GivenCalendar("england");

    /** On 11 December 2026, the Friday in two weeks is Christmas Day, and the next Friday is New Year's Day. */
    @Test
    void noBookingOfADemoThatStartsInTheNextTenYearsIsOnADayWithoutSchool() {
        var schoolDay = ENGLAND.of(DemoContents.read().schools().getFirst(), false);
        var first = LocalDate.of(2026, 11, 28);
        first.datesUntil(first.plusYears(10)).forEach(today -> {
            var days = new DemoBookings.Days(today, schoolDay);
            IntStream.rangeClosed(1, 3).forEach(weeks -> {
                var day = London.dateOf(days.after(weeks, DayOfWeek.FRIDAY));
                assertEquals(DayOfWeek.FRIDAY, day.getDayOfWeek(), () -> today + " in " + weeks);
                assertTrue(day.isAfter(today) && schoolDay.test(day), () -> today + " in " + weeks);
                assertFalse(PublicHolidays.include(day), () -> today + " in " + weeks);
            });
        });
    }
}
