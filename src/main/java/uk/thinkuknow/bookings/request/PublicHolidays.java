package uk.thinkuknow.bookings.request;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Set;

/** Knows the public holidays that have the same date each year in all four nations; other holidays are not checked. */
public final class PublicHolidays {
    private static final Set<MonthDay> DAYS = Set.of(MonthDay.of(12, 25), MonthDay.of(12, 26), MonthDay.of(1, 1));

    private PublicHolidays() {}

    public static boolean include(LocalDate day) {
        return DAYS.contains(MonthDay.from(day));
    }
}
