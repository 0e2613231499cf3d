package uk.thinkuknow.bookings.trainers;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.bookings.matching.Standing;

/**
 * Whether a trainer delivers often enough to stay in practice.
 *
 * @param sessions in the last twelve months
 * @param tooFew below the minimum, although she has been accredited for a year
 * @param yearly the one session or training event that is due each year
 */
public record Activity(int sessions, boolean tooFew, Yearly yearly) {
    /** Sessions a year at least. */
    static final int AT_LEAST = 4;

    public static Activity of(Standing standing, int sessions, @Nullable LocalDate last, LocalDate today) {
        var aYearAgo = today.minusYears(1);
        var aYearInPractice = standing.isAccreditedOn(today)
                && standing.accreditations().stream()
                        .anyMatch(each -> !each.firstDay().isAfter(aYearAgo));
        return new Activity(sessions, aYearInPractice && sessions < AT_LEAST, Yearly.of(standing, last, today));
    }
}
