package uk.thinkuknow.bookings.trainers;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.bookings.matching.AccreditationStatus;

/**
 * Whether a trainer delivers enough sessions to stay in practice.
 *
 * @param sessions sessions started in the last twelve months
 * @param tooFew fewer than 4, although accredited today and first accredited at least a year ago
 * @param yearly the session or training event that is required each year
 */
public record TrainerActivity(int sessions, boolean tooFew, YearlyRequirement yearly) {
    /** Minimum sessions a year. */
    static final int AT_LEAST = 4;

    public static TrainerActivity of(
            AccreditationStatus accreditationStatus, int sessions, @Nullable LocalDate last, LocalDate today) {
        var aYearAgo = today.minusYears(1);
        var aYearInPractice = accreditationStatus.isAccreditedOn(today)
                && accreditationStatus.accreditations().stream()
                        .anyMatch(each -> !each.firstDay().isAfter(aYearAgo));
        return new TrainerActivity(
                sessions,
                aYearInPractice && sessions < AT_LEAST,
                YearlyRequirement.of(accreditationStatus, last, today));
    }
}
