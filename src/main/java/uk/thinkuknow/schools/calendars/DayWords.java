package uk.thinkuknow.schools.calendars;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.TextFormat;
import uk.thinkuknow.common.Words;

/** Reads days from forms and pasted lists, and says them in words. */
final class DayWords {
    private static final List<DateTimeFormatter> FORMS = Stream.of(
                    "uuuu-MM-dd", "d/M/uuuu", "d-MMMM-uuuu", "d-MMM-uuuu")
            .map(DayWords::form)
            .toList();

    private DayWords() {}

    /** Reads "2026-10-26", as browsers send it, "26/10/2026" or "26 October 2026"; empty if it is none of these. */
    static Optional<LocalDate> read(@Nullable String typed) {
        return FORMS.stream().flatMap(form -> read(text(typed), form).stream()).findFirst();
    }

    private static DateTimeFormatter form(String pattern) {
        return new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .appendPattern(pattern)
                .toFormatter(Locale.ENGLISH)
                .withResolverStyle(ResolverStyle.STRICT);
    }

    private static Optional<LocalDate> read(String typed, DateTimeFormatter form) {
        try {
            return Optional.of(LocalDate.parse(typed.replaceAll("\\s+", "-"), form));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    static String text(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }

    /** "3 November 2026" or "26 October 2026 to 30 October 2026". */
    static String span(LocalDate first, LocalDate last) {
        return first.equals(last)
                ? TextFormat.day(first)
                : Words.of("calendars.span", TextFormat.day(first), TextFormat.day(last));
    }

    /** "Saturdays, 5 September 2026 to 12 December 2026"; every day and a single day have no such word before them. */
    static String span(OwnDays days) {
        var span = span(days.first(), days.last());
        return days.weekdays() == Weekdays.EVERY_DAY || days.first().equals(days.last())
                ? span
                : Words.of("calendars.spanOf", weekdays(days.weekdays()), span);
    }

    static String weekdays(Weekdays weekdays) {
        return Words.of("calendars.weekdays." + weekdays.name());
    }

    static String openOrClosed(OwnDays days) {
        return Words.of(days.open() ? "calendars.open" : "calendars.closed");
    }
}
