package uk.thinkuknow.attendance.paper;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/** Parses the cells of a paper register: a date, a number, card numbers. */
final class CellParser {
    private static final int HIGHEST_CARD = 120;
    private static final Pattern RANGE = Pattern.compile("([0-9]{1,3})\\s*[-–]\\s*([0-9]{1,3})");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,3}");

    /** The ways in which people and spreadsheets write a date; a date without a year is not accepted. */
    private static final List<DateTimeFormatter> DAYS = List.of(
            DateTimeFormatter.ISO_LOCAL_DATE,
            day("d/M/uuuu"),
            day("d.M.uuuu"),
            day("d-M-uuuu"),
            day("d' 'MMM' 'uuuu"),
            day("d' 'MMMM' 'uuuu"));

    private CellParser() {}

    /** Parses a date; empty if it has none of the known formats. */
    static Optional<LocalDate> date(String text) {
        for (var format : DAYS) {
            try {
                return Optional.of(LocalDate.parse(text, format));
            } catch (DateTimeException e) {
                // try the next format
            }
        }
        return Optional.empty();
    }

    /** Parses a whole number from 0 to 999; empty for anything else. */
    static OptionalInt number(String text) {
        return NUMBER.matcher(text).matches() ? OptionalInt.of(Integer.parseInt(text)) : OptionalInt.empty();
    }

    /**
     * Parses card numbers such as "1-12, 14 17" into a sorted list; empty if there is none, or if any part is not a
     * number or range from 1 to 120.
     */
    static Optional<List<Integer>> cards(String text) {
        var numbers = new ArrayList<Integer>();
        var parts = RANGE.matcher(text).replaceAll("$1-$2").split("[\\s,;]+", -1);
        for (var part : parts) {
            if (part.isEmpty()) {
                continue;
            }
            var range = RANGE.matcher(part);
            if (range.matches()) {
                add(numbers, Integer.parseInt(range.group(1)), Integer.parseInt(range.group(2)));
            } else if (NUMBER.matcher(part).matches()) {
                add(numbers, Integer.parseInt(part), Integer.parseInt(part));
            } else {
                return Optional.empty();
            }
        }
        return numbers.isEmpty() || numbers.contains(0)
                ? Optional.empty()
                : Optional.of(numbers.stream().distinct().sorted().toList());
    }

    /** Adds 0, which makes the caller refuse the list, for a range that runs backwards or exceeds the highest card. */
    private static void add(List<Integer> numbers, int from, int to) {
        if (from > to || to > HIGHEST_CARD) {
            numbers.add(0);
            return;
        }
        for (int card = from; card <= to; card++) {
            numbers.add(card);
        }
    }

    private static DateTimeFormatter day(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.UK).withResolverStyle(ResolverStyle.STRICT);
    }
}
