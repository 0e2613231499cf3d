package uk.thinkuknow.counting;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.AgeRange;

/**
 * An age band and the days on which it is in force.
 *
 * @param youngestGroup the youngest year group whose classes it suits, in years after the first year of school
 * @param to the last day; null if no end is set
 */
public record AgeBand(
        AgeRange ages,
        int youngestGroup,
        LocalDate from,
        @Nullable LocalDate to) {
    public String key() {
        return ages.key();
    }

    /** Returns whether the band is in force on the day. */
    public boolean isOn(LocalDate day) {
        return !day.isBefore(from) && (to == null || !day.isAfter(to));
    }
}
