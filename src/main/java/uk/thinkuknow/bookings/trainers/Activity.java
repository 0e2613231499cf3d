package uk.thinkuknow.bookings.trainers;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.bookings.matching.Standing;

/**
 * Whether a trainer delivers enough sessions to stay in practice.
 *
 * @param sessions sessions started in the last twelve months
 * @param tooFew fewer than 4, although accredited for at least a year
 * @param yearly the session or training event that is required each year
 */
public record Activity(int sessions, boolean tooFew, Yearly yearly) {
    /** Minimum sessions a year. */
    static final int AT_LEAST = 4;

    public static Activity of(Standing standing, int sessions, @Nullable LocalDate last, LocalDate today) {
        var aYearAgo = today.minusYears(1);
        var aYearInPractice = standing.isAccreditedOn(today)
                && standing.accreditations().stream()
                        .anyMatch(each -> !each.firstDay().isAfter(aYearAgo));
        return new Activity(sessions, aYearInPractice && sessions < AT_LEAST, Yearly.of(standing, last, today));
    }
}
