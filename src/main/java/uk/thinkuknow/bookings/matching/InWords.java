package uk.thinkuknow.bookings.matching;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import uk.thinkuknow.common.London;

/** How days, times, bands and languages are written for people. */
public final class InWords {
    /** The bands in the order of age, and what pages call them. */
    public static final List<String> BANDS = List.of("4-7", "8-10", "11-13", "14-18");

    public static final Map<String, String> LANGUAGES = Map.of("en", "English", "cy", "Welsh");

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);
    private static final DateTimeFormatter WEEKDAY = DateTimeFormatter.ofPattern("EEE d MMM", Locale.UK);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.UK);

    private InWords() {}

    public static String day(LocalDate day) {
        return DAY.format(day);
    }

    public static String dayOf(Instant at) {
        return day(London.dateOf(at));
    }

    /** "Tue 3 Mar". */
    static String weekday(LocalDate day) {
        return WEEKDAY.format(day);
    }

    /** "Tue 3 Mar 10:00", by the wall clock. */
    public static String when(Instant at) {
        return weekday(London.dateOf(at)) + " " + time(LocalTime.ofInstant(at, London.ZONE));
    }

    public static String time(LocalTime time) {
        return TIME.format(time);
    }

    /** "ages 8 to 10". */
    public static String band(String band) {
        return "ages " + band.replace("-", " to ");
    }

    public static String language(String key) {
        return LANGUAGES.getOrDefault(key, key);
    }

    /** "4 to 7, 8 to 10". */
    public static String bands(Collection<String> bands) {
        return String.join(
                ", ",
                BANDS.stream()
                        .filter(bands::contains)
                        .map(band -> band.replace("-", " to "))
                        .toList());
    }

    public static String languages(Collection<String> languages) {
        return String.join(
                " and ",
                languages.stream().sorted().map(InWords::language).sorted().toList());
    }

    static String kilometres(int kilometres) {
        return kilometres == 0 ? "at home" : kilometres + " km away";
    }
}
