package uk.thinkuknow.bookings.trainers;

import java.time.LocalDate;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.bookings.matching.Limits;

/** A trainer brought in from a list or a demo, free from Monday to Friday at the same hours. */
public record NewTrainer(long staffId, String home, Limits limits, Hours free, Accredited accredited) {
    /** The hours of each working day. */
    public record Hours(LocalTime from, LocalTime to) {}

    /** From a day to a day and by whom, and why she is suspended all the same, if she is. */
    public record Accredited(
            LocalDate firstDay,
            LocalDate lastDay,
            String by,
            @Nullable String suspendedBecause) {}
}
