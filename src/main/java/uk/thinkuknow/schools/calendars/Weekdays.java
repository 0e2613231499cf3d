package uk.thinkuknow.schools.calendars;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;

/** The days of the week that a span of days is about. */
enum Weekdays {
    EVERY_DAY(EnumSet.allOf(DayOfWeek.class)),
    WEEKDAYS(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY)),
    WEEKENDS(EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY)),
    SATURDAYS(EnumSet.of(DayOfWeek.SATURDAY)),
    SUNDAYS(EnumSet.of(DayOfWeek.SUNDAY));

    private final Set<DayOfWeek> days;

    Weekdays(Set<DayOfWeek> days) {
        this.days = days;
    }

    boolean have(LocalDate day) {
        return days.contains(day.getDayOfWeek());
    }
}
