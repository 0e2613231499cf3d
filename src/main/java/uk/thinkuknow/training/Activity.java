package uk.thinkuknow.training;

import java.time.LocalDate;

/**
 * Whether a trainer delivers often enough to stay in practice.
 *
 * @param sessions in the last twelve months
 * @param tooFew below the minimum, although she has been accredited for a year
 */
record Activity(int sessions, boolean tooFew) {
    /** Sessions a year at least. */
    static final int AT_LEAST = 4;

    static Activity of(Standing standing, int sessions, LocalDate today) {
        var aYearAgo = today.minusYears(1);
        var aYearInPractice = standing.isAccreditedOn(today)
                && standing.accreditations().stream()
                        .anyMatch(each -> !each.firstDay().isAfter(aYearAgo));
        return new Activity(sessions, aYearInPractice && sessions < AT_LEAST);
    }
}
