package uk.thinkuknow.reach.coverage;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.London;

/** Figures and days as the pages of coverage say them. */
final class InWords {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm", Locale.UK).withZone(London.ZONE);
    private static final int TEN = 10;
    private static final int YEAR = 12;

    private InWords() {}

    static String number(int value) {
        return String.format(Locale.UK, "%,d", value);
    }

    static String counted(int value, String one, String many) {
        return number(value) + " " + (value == 1 ? one : many);
    }

    static String day(LocalDate day) {
        return DAY.format(day);
    }

    static String time(@Nullable Instant at) {
        return at == null ? "" : TIME.format(at);
    }

    static String percent(@Nullable Integer percent) {
        return percent == null ? "–" : percent + "%";
    }

    /** Rounded to tens, so that nobody takes a guess for a count. */
    static String about(int children) {
        return children < TEN ? "fewer than 10" : "about " + number((int) (Math.round(children / 10.0) * TEN));
    }

    /** "about 40 minutes", "about 1 hour 25 minutes", to the nearest five. */
    static String minutes(int minutes) {
        int round = Math.max(5, 5 * Math.round(minutes / 5f));
        int hours = round / 60;
        int rest = round % 60;
        var words = hours == 0 ? "" : counted(hours, "hour", "hours");
        return "about " + words + (hours > 0 && rest > 0 ? " " : "") + (rest == 0 ? "" : rest + " minutes");
    }

    /** "two years", "18 months". */
    static String span(int months) {
        return months == 2 * YEAR
                ? "two years"
                : months % YEAR == 0 ? counted(months / YEAR, "year", "years") : months + " months";
    }

    static String nation(String key) {
        return key.equals("northern-ireland") ? "Northern Ireland" : phase(key);
    }

    static String phase(String key) {
        return key.isEmpty() ? key : Character.toUpperCase(key.charAt(0)) + key.substring(1);
    }
}
