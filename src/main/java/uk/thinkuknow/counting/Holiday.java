package uk.thinkuknow.counting;

import java.time.LocalDate;

/**
 * A school holiday of a nation.
 *
 * @param key for example "autumn-half-term" or "christmas"
 * @param lastDay the last day of the holiday, included
 */
public record Holiday(String key, LocalDate firstDay, LocalDate lastDay) {
    /** Returns whether the day is in the holiday. */
    public boolean has(LocalDate day) {
        return !day.isBefore(firstDay) && !day.isAfter(lastDay);
    }
}
