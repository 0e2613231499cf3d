package uk.thinkuknow.bookings.trainers;

import java.time.LocalDate;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.bookings.matching.Limits;

/** A trainer imported from a list or a demo, free at the same hours from Monday to Friday. */
public record NewTrainer(long staffId, String home, Limits limits, Hours free, Accredited accredited) {
    /** The hours of each working day. */
    public record Hours(LocalTime from, LocalTime to) {}

    /** The days of the accreditation and who gave it; the reason of a suspension, or null if not suspended. */
    public record Accredited(
            LocalDate firstDay,
            LocalDate lastDay,
            String by,
            @Nullable String suspendedBecause) {}
}
