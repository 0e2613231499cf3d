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
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import uk.thinkuknow.bookings.matching.WeekDifference;
import uk.thinkuknow.bookings.matching.WeekdayHours;
import uk.thinkuknow.common.TextFormat;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.web.FormError;

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

    /** What is wrong, in the order of the page. */
    List<FormError> problems() {
        var problems = new ArrayList<FormError>();
        for (var day : days) {
            Optional<LocalTime> before = Optional.empty();
            for (var each : day.stretches()) {
                if (each.isEmpty()) {
                    continue;
                }
                var from = time(each.from());
                var to = time(each.to());
                if (from.isEmpty() || to.isEmpty()) {
                    problems.add(wrong(each, "trainers.bothTimes", day));
                } else if (!from.get().isBefore(to.get())) {
                    problems.add(wrong(each, "trainers.timesBackwards", day));
                } else if (before.isPresent() && from.get().isBefore(before.get())) {
                    problems.add(wrong(each, "trainers.stretchesOverlap", day));
                }
                before = to;
            }
        }
        return problems;
    }

    private static FormError wrong(Stretch stretch, String code, Day day) {
        return new FormError("from-" + stretch.field(), Words.of(code, day.name()));
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
                ? Words.of("trainers.noDay")
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
                        ? Words.of("trainers.awayOn", TextFormat.day(away.firstDay()))
                        : Words.of(
                                "trainers.awayFromTo", TextFormat.day(away.firstDay()), TextFormat.day(away.lastDay()));
            case WeekDifference.Extra extra ->
                Words.of(
                        "trainers.alsoFreeOn",
                        TextFormat.day(extra.day()),
                        TextFormat.timeOfDay(extra.from()),
                        TextFormat.timeOfDay(extra.to()));
        };
    }

    private static String field(DayOfWeek day, int stretch) {
        return day.getValue() + "-" + (stretch + 1);
    }

    private static String name(DayOfWeek day) {
        return day.getDisplayName(TextStyle.FULL, Locale.UK);
    }
}
