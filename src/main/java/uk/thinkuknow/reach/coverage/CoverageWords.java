package uk.thinkuknow.reach.coverage;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.TextFormat;
import uk.thinkuknow.common.Words;

/** Formats figures, durations and times for the coverage pages. */
final class CoverageWords {
    private static final int TEN = 10;
    private static final int YEAR = 12;

    private CoverageWords() {}

    static String time(@Nullable Instant at) {
        return at == null ? "" : TextFormat.time(at);
    }

    static String percent(@Nullable Integer percent) {
        return percent == null ? "–" : percent + "%";
    }

    /** Rounded to tens, so that an estimate does not look like a count. */
    static String about(int children) {
        return children < TEN
                ? Words.of("coverage.fewerThanTen")
                : Words.of("coverage.about", Math.round(children / 10.0) * TEN);
    }

    /** For example "about 40 minutes" or "about 1 hour 25 minutes", rounded to five minutes. */
    static String minutes(int minutes) {
        int round = Math.max(5, 5 * Math.round(minutes / 5f));
        int hours = round / 60;
        int rest = round % 60;
        if (hours == 0) {
            return Words.of("coverage.aboutMinutes", rest);
        }
        return rest == 0
                ? Words.of("coverage.aboutHours", hours)
                : Words.of("coverage.aboutHoursAndMinutes", hours, rest);
    }

    /** For example "two years" or "18 months". */
    static String span(int months) {
        return months == 2 * YEAR
                ? Words.of("coverage.twoYears")
                : months % YEAR == 0 ? Words.of("coverage.years", months / YEAR) : Words.of("coverage.months", months);
    }
}
