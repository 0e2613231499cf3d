package uk.thinkuknow.bookings.matching;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.DayOfWeek;
import java.time.LocalTime;

/** A period of a weekday in which a trainer is free, in London time; weekday 1 is Monday. */
@Embeddable
public record WeekdayHours(
        int weekday,
        @Column(name = "from_time") LocalTime from,
        @Column(name = "to_time") LocalTime to) {
    public static WeekdayHours on(DayOfWeek day, LocalTime from, LocalTime to) {
        return new WeekdayHours(day.getValue(), from, to);
    }

    public DayOfWeek day() {
        return DayOfWeek.of(weekday);
    }
}
