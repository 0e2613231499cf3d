package uk.thinkuknow.bookings.trainers;

import java.time.LocalDate;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.bookings.matching.TrainerLimits;

/** A trainer to be imported from a list or a demo, free at the same hours from Monday to Friday. */
public record NewTrainer(
        long staffId, String home, TrainerLimits limits, DailyHours free, NewAccreditation accredited) {
    /** The hours of each working day. */
    public record DailyHours(LocalTime from, LocalTime to) {}

    /** The days of the accreditation and who gave it; the reason of a suspension, or null if not suspended. */
    public record NewAccreditation(
            LocalDate firstDay,
            LocalDate lastDay,
            String by,
            @Nullable String suspendedBecause) {}
}
