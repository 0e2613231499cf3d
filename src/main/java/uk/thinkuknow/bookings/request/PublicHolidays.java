package uk.thinkuknow.bookings.request;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Set;

/** Public holidays on the same date each year in all four nations; trainers and schools check the others. */
public final class PublicHolidays {
    private static final Set<MonthDay> DAYS = Set.of(MonthDay.of(12, 25), MonthDay.of(12, 26), MonthDay.of(1, 1));

    private PublicHolidays() {}

    public static boolean include(LocalDate day) {
        return DAYS.contains(MonthDay.from(day));
    }
}
