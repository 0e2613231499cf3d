package uk.thinkuknow.reach.totals;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import uk.thinkuknow.common.London;

/** Figures, days and times as pages say them. */
public final class InWords {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);
    private static final DateTimeFormatter SHORT_DAY = DateTimeFormatter.ofPattern("d MMM", Locale.UK);
    private static final DateTimeFormatter DAY_AND_MONTH = DateTimeFormatter.ofPattern("d MMMM", Locale.UK);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm", Locale.UK).withZone(London.ZONE);

    private InWords() {}

    /** For example 276,642. */
    public static String number(int value) {
        return String.format(Locale.UK, "%,d", value);
    }

    /** As it stands at an axis: 8,000, 400k, 1.2m. */
    public static String briefly(int value) {
        if (value < 10_000) {
            return number(value);
        }
        boolean millions = value >= 1_000_000;
        var brief = new DecimalFormat("0.##", DecimalFormatSymbols.getInstance(Locale.UK));
        return brief.format(value / (millions ? 1e6 : 1e3)) + (millions ? "m" : "k");
    }

    /** For example "1 session", "12 sessions". */
    /** "Wales", "North and Wales", "North, South and Wales". */
    public static String list(List<String> names) {
        int last = names.size() - 1;
        return last <= 0
                ? String.join("", names)
                : String.join(", ", names.subList(0, last)) + " and " + names.get(last);
    }

    public static String counted(int value, String one, String many) {
        return number(value) + " " + (value == 1 ? one : many);
    }

    public static String day(LocalDate day) {
        return DAY.format(day);
    }

    public static String shortDay(LocalDate day) {
        return SHORT_DAY.format(day);
    }

    public static String dayAndMonth(LocalDate day) {
        return DAY_AND_MONTH.format(day);
    }

    public static String time(Instant at) {
        return TIME.format(at);
    }

    /** A share in whole percent; of nothing it is none. */
    public static int percent(int part, int whole) {
        return whole == 0 ? 0 : (int) Math.round(100.0 * part / whole);
    }

    public static String phase(String key) {
        return key.isEmpty() ? key : Character.toUpperCase(key.charAt(0)) + key.substring(1);
    }
}
