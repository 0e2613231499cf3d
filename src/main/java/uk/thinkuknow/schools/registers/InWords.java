package uk.thinkuknow.schools.registers;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.London;

/** Figures, days and times as pages say them. */
public final class InWords {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm", Locale.UK).withZone(London.ZONE);
    /** Rows begin here where nobody knows since when they hold. */
    private static final int UNKNOWN_YEAR = 1900;

    private InWords() {}

    public static String number(long value) {
        return String.format(Locale.UK, "%,d", value);
    }

    public static String counted(int value, String one, String many) {
        return number(value) + " " + (value == 1 ? one : many);
    }

    public static String day(LocalDate day) {
        return DAY.format(day);
    }

    static String time(Instant at) {
        return TIME.format(at);
    }

    /** "since 1 September 2020", "until …", "from … to …", or nothing. */
    public static String days(LocalDate from, @Nullable LocalDate to) {
        boolean known = from.getYear() > UNKNOWN_YEAR;
        if (to == null) {
            return known ? "since " + day(from) : "";
        }
        return known ? "from " + day(from) + " to " + day(to) : "until " + day(to);
    }

    static String size(long bytes) {
        return bytes < TextFile.MEGABYTE
                ? number(Math.max(1, bytes / 1024)) + " kB"
                : String.format(Locale.UK, "%.1f MB", (double) bytes / TextFile.MEGABYTE);
    }

    public static String capitalised(String words) {
        return words.isEmpty() ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
