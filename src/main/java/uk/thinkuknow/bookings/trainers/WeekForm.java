package uk.thinkuknow.bookings.trainers;

import jakarta.ws.rs.core.MultivaluedMap;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import uk.thinkuknow.bookings.matching.WeekDifference;
import uk.thinkuknow.bookings.matching.WeekdayHours;
import uk.thinkuknow.common.TextFormat;

/** The form of a trainer's usual week, as stored or submitted: two periods a day, each with start and end, or empty. */
public record WeekForm(List<Day> days, int version) {
    private static final int STRETCHES = 2;

    /** A weekday of the form: its number (1 is Monday), name and fields. */
    record Day(int number, String name, List<Stretch> stretches) {}

    /** The two fields of a period; {@code field} is their suffix in the form: "1-1" is Monday's first. */
    record Stretch(String field, String from, String to) {
        boolean isEmpty() {
            return from.isBlank() && to.isBlank();
        }
    }

    static WeekForm of(Collection<WeekdayHours> week, int version) {
        return of(
                version,
                (day, stretch) -> week.stream()
                        .filter(each -> each.day() == day)
                        .sorted(Comparator.comparing(WeekdayHours::from))
                        .skip(stretch)
                        .findFirst()
                        .map(hours -> new Stretch(
                                field(day, stretch),
                                TextFormat.timeOfDay(hours.from()),
                                TextFormat.timeOfDay(hours.to())))
                        .orElse(new Stretch(field(day, stretch), "", "")));
    }

    static WeekForm of(MultivaluedMap<String, String> fields) {
        return of(version(fields), (day, stretch) -> {
            var field = field(day, stretch);
            return new Stretch(field, TermsForm.text(fields, "from-" + field), TermsForm.text(fields, "to-" + field));
        });
    }

    private static WeekForm of(int version, BiFunction<DayOfWeek, Integer, Stretch> stretches) {
        return new WeekForm(
                Arrays.stream(DayOfWeek.values())
                        .map(day -> new Day(
                                day.getValue(),
                                name(day),
                                IntStream.range(0, STRETCHES)
                                        .mapToObj(i -> stretches.apply(day, i))
                                        .toList()))
                        .toList(),
                version);
    }

    /** The problems by field. */
    Map<String, String> problems() {
        var problems = new LinkedHashMap<String, String>();
        for (var day : days) {
            Optional<LocalTime> before = Optional.empty();
            for (var each : day.stretches()) {
                if (each.isEmpty()) {
                    continue;
                }
                var from = time(each.from());
                var to = time(each.to());
                if (from.isEmpty() || to.isEmpty()) {
                    problems.put(each.field(), day.name() + ": give both times, for example 09:00 and 12:30.");
                } else if (!from.get().isBefore(to.get())) {
                    problems.put(each.field(), day.name() + ": the first time has to be before the second.");
                } else if (before.isPresent() && from.get().isBefore(before.get())) {
                    problems.put(each.field(), day.name() + ": the second stretch begins before the first ends.");
                }
                before = to;
            }
        }
        return problems;
    }

    /** Parses the form; valid only if there are no problems. */
    List<WeekdayHours> hours() {
        var hours = new ArrayList<WeekdayHours>();
        for (var day : days) {
            for (var each : day.stretches()) {
                var from = time(each.from());
                var to = time(each.to());
                if (from.isPresent() && to.isPresent()) {
                    hours.add(new WeekdayHours(day.number(), from.get(), to.get()));
                }
            }
        }
        return hours;
    }

    static int version(MultivaluedMap<String, String> fields) {
        try {
            return Integer.parseInt(TermsForm.text(fields, "version"));
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    /** Parses "09:00" and what people type for it: "9:00", "9.30", "0930". */
    public static Optional<LocalTime> time(String typed) {
        var digits = typed.strip().replace('.', ':');
        if (digits.matches("[0-9]{3,4}")) {
            digits = digits.substring(0, digits.length() - 2) + ":" + digits.substring(digits.length() - 2);
        }
        if (digits.matches("[0-9]:[0-9]{2}")) {
            digits = "0" + digits;
        }
        try {
            return Optional.of(LocalTime.parse(digits));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    static Optional<LocalDate> day(String typed) {
        try {
            return Optional.of(LocalDate.parse(typed.strip()));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** "Mon 09:00–12:00, Tue …", or "no day". */
    static String inWords(Collection<WeekdayHours> week) {
        return week.isEmpty()
                ? "no day"
                : week.stream()
                        .sorted(Comparator.comparing(WeekdayHours::weekday).thenComparing(WeekdayHours::from))
                        .map(each -> each.day().getDisplayName(TextStyle.SHORT, Locale.UK) + " "
                                + TextFormat.timeOfDay(each.from()) + "–" + TextFormat.timeOfDay(each.to()))
                        .collect(Collectors.joining(", "));
    }

    /** "Away from 1 March 2027 to 5 March 2027", "Also free on …". */
    static String inWords(WeekDifference difference) {
        return switch (difference) {
            case WeekDifference.Away away ->
                away.firstDay().equals(away.lastDay())
                        ? "Away on " + TextFormat.day(away.firstDay())
                        : "Away from " + TextFormat.day(away.firstDay()) + " to " + TextFormat.day(away.lastDay());
            case WeekDifference.Extra extra ->
                "Also free on " + TextFormat.day(extra.day()) + ", " + TextFormat.timeOfDay(extra.from()) + " to "
                        + TextFormat.timeOfDay(extra.to());
        };
    }

    private static String field(DayOfWeek day, int stretch) {
        return day.getValue() + "-" + (stretch + 1);
    }

    private static String name(DayOfWeek day) {
        return day.getDisplayName(TextStyle.FULL, Locale.UK);
    }
}
