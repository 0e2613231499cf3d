package uk.thinkuknow.bookings.matching;

import java.time.LocalDate;
import java.time.LocalTime;

/** A day or days on which a trainer's hours differ from their usual week: away, or free for extra hours. */
public sealed interface WeekDifference {
    boolean covers(LocalDate day);

    /** Away from a first to a last day, both included. */
    record Away(LocalDate firstDay, LocalDate lastDay) implements WeekDifference {
        @Override
        public boolean covers(LocalDate day) {
            return !day.isBefore(firstDay) && !day.isAfter(lastDay);
        }
    }

    /** Free for some hours of a day in addition to the usual ones. */
    record Extra(LocalDate day, LocalTime from, LocalTime to) implements WeekDifference {
        @Override
        public boolean covers(LocalDate other) {
            return day.equals(other);
        }
    }
}
