package uk.thinkuknow.counting;

import java.time.LocalDate;

/**
 * When the schools of a nation are closed.
 *
 * @param key for example "autumn-half-term" or "christmas"
 * @param lastDay is still a holiday
 */
public record Holiday(String key, LocalDate firstDay, LocalDate lastDay) {
    /** Is the day in it? */
    public boolean has(LocalDate day) {
        return !day.isBefore(firstDay) && !day.isAfter(lastDay);
    }
}
