package uk.thinkuknow.schools.calendars;

import java.time.LocalDate;

/**
 * Days on which a school differs from its authority.
 *
 * @param last the last day, included
 * @param open whether the school teaches on them
 */
record OwnDays(LocalDate first, LocalDate last, Weekdays weekdays, boolean open) {
    boolean have(LocalDate day) {
        return !day.isBefore(first) && !day.isAfter(last) && weekdays.have(day);
    }
}
