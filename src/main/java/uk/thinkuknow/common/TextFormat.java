package uk.thinkuknow.common;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Locale;

/** Formats numbers, plurals, dates and times as text for pages and email; instants are shown in UK time. */
public final class TextFormat {
    private static final DateTimeFormatter DAY = formatter("day");
    private static final DateTimeFormatter SHORT_DAY = formatter("shortDay");
    private static final DateTimeFormatter SHORT_DATE = formatter("shortDate");
    private static final DateTimeFormatter DAY_AND_MONTH = formatter("dayAndMonth");
    private static final DateTimeFormatter WEEKDAY = formatter("weekday");
    private static final DateTimeFormatter SHORT_WEEKDAY = formatter("shortWeekday");
    private static final DateTimeFormatter SHORT_WEEKDAY_AND_TIME = formatter("shortWeekdayAndTime");
    private static final DateTimeFormatter LONG_DAY = formatter("longDay");
    private static final DateTimeFormatter MONTH = formatter("month");
    private static final DateTimeFormatter TIME = formatter("time");
    private static final DateTimeFormatter TIME_OF_DAY = formatter("timeOfDay");
    private static final DateTimeFormatter TO_THE_SECOND = formatter("toTheSecond");

    private static final int MEGABYTE = 1024 * 1024;

    private TextFormat() {}

    /** For example "276,642". */
    public static String number(long value) {
        return String.format(Locale.UK, "%,d", value);
    }

    /** A number on a chart axis: "8,000", "400k", "1.2m". */
    public static String axisLabel(int value) {
        if (value < 10_000) {
            return number(value);
        }
        boolean millions = value >= 1_000_000;
        var brief = new DecimalFormat("0.##", DecimalFormatSymbols.getInstance(Locale.UK));
        return brief.format(value / (millions ? 1e6 : 1e3)) + (millions ? "m" : "k");
    }

    /** A share in whole percent, rounded; 0 if the whole is 0. */
    public static int percent(int part, int whole) {
        return whole == 0 ? 0 : (int) Math.round(100.0 * part / whole);
    }

    /** For example "1 session", "12 sessions", "1,200 sessions". */
    public static String counted(long value, String one, String many) {
        return number(value) + " " + word(value, one, many);
    }

    /** The word that agrees with a number: the first for 1, else the second; for example "is" or "are". */
    public static String word(long value, String one, String many) {
        return value == 1 ? one : many;
    }

    /** "Wales", "North and Wales", "North, South and Wales". */
    public static String list(List<String> names) {
        int last = names.size() - 1;
        return last <= 0
                ? String.join("", names)
                : Words.of("common.and", String.join(", ", names.subList(0, last)), names.get(last));
    }

    /** A file's size, at least 1 kB, in units of 1,024: "12 kB", "1.5 MB". */
    public static String size(long bytes) {
        return bytes < MEGABYTE
                ? Words.of("common.kilobytes", number(Math.max(1, bytes / 1024)))
                : Words.of("common.megabytes", String.format(Locale.UK, "%.1f", (double) bytes / MEGABYTE));
    }

    /** The text with its first character in upper case. */
    public static String capitalised(String words) {
        return words.isEmpty() ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    /** "9 February 2027". */
    public static String day(TemporalAccessor day) {
        return DAY.format(day);
    }

    /** "9 Feb". */
    public static String shortDay(TemporalAccessor day) {
        return SHORT_DAY.format(day);
    }

    /** "9 Feb 2027". */
    public static String shortDate(TemporalAccessor day) {
        return SHORT_DATE.format(day);
    }

    /** "9 February". */
    public static String dayAndMonth(TemporalAccessor day) {
        return DAY_AND_MONTH.format(day);
    }

    /** "Tuesday 9 February". */
    public static String weekday(TemporalAccessor day) {
        return WEEKDAY.format(day);
    }

    /** "Tue 9 Feb". */
    public static String shortWeekday(TemporalAccessor day) {
        return SHORT_WEEKDAY.format(day);
    }

    /** "Tue 9 Feb 2027, 10:00". */
    public static String shortWeekdayAndTime(TemporalAccessor at) {
        return SHORT_WEEKDAY_AND_TIME.format(at);
    }

    /** "Tuesday 9 February 2027". */
    public static String longDay(TemporalAccessor day) {
        return LONG_DAY.format(day);
    }

    /** "February 2027". */
    public static String month(TemporalAccessor day) {
        return MONTH.format(day);
    }

    /** "9 February 2027, 10:00". */
    public static String time(TemporalAccessor at) {
        return TIME.format(at);
    }

    /** "10:00". */
    public static String timeOfDay(TemporalAccessor at) {
        return TIME_OF_DAY.format(at);
    }

    /** "10:00:07". */
    public static String toTheSecond(TemporalAccessor at) {
        return TO_THE_SECOND.format(at);
    }

    private static DateTimeFormatter formatter(String name) {
        return DateTimeFormatter.ofPattern(Words.of("common.date." + name), Locale.UK)
                .withZone(London.ZONE);
    }
}
