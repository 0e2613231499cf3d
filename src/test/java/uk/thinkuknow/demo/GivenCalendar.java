package uk.thinkuknow.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import uk.thinkuknow.counting.Holiday;
import uk.thinkuknow.demo.DemoContents.SchoolRow;
import uk.thinkuknow.demo.DemoPart.Year;

/** The school years, holidays and bank holidays of a nation as the migrations have them, and the days of a demo school. */
final class GivenCalendar {
    private static final String YEARS = "V09__schools_school.sql";
    private static final String BANK_HOLIDAYS = "V36__schools_calendars.sql";

    private final List<Year> years = new ArrayList<>();
    private final List<Holiday> holidays = new ArrayList<>();
    private final List<LocalDate> bankHolidays = new ArrayList<>();

    GivenCalendar(String nation) {
        rows(YEARS, "\\('" + nation + "', '(\\S+)', '(\\S+)', '(\\S+)'\\)")
                .forEach(row -> years.add(new Year(row.get(0), day(row.get(1)), day(row.get(2)))));
        rows(YEARS, "\\('" + nation + "', '\\S+', '(\\S+)', '(\\S+)', '(\\S+)'\\)").stream()
                .filter(row -> !List.of("autumn", "spring", "summer").contains(row.get(0))
                        || day(row.get(1)).getMonthValue() == 7)
                .forEach(row -> holidays.add(new Holiday(row.get(0), day(row.get(1)), day(row.get(2)))));
        rows(BANK_HOLIDAYS, "\\('" + nation + "', '(\\S+)', '").forEach(row -> bankHolidays.add(day(row.get(0))));
    }

    /** The years of a demo that starts on a day. */
    List<Year> yearsAt(LocalDate today) {
        return years.stream()
                .filter(year -> has(year, today) || has(year, today.minusYears(1)))
                .toList();
    }

    /** The days on which a school teaches. */
    Predicate<LocalDate> of(SchoolRow school, boolean ownHalfTerm) {
        return day -> day.getDayOfWeek() == DayOfWeek.SATURDAY
                ? school.register().saturdays()
                : day.getDayOfWeek() != DayOfWeek.SUNDAY
                        && !bankHolidays.contains(day)
                        && holidays.stream().noneMatch(each -> isOff(each, day, ownHalfTerm));
    }

    private static boolean isOff(Holiday holiday, LocalDate day, boolean ownHalfTerm) {
        boolean earlier = ownHalfTerm && holiday.key().equals("autumn-half-term");
        return holiday.has(earlier ? day.plusWeeks(1) : day);
    }

    private static boolean has(Year year, LocalDate day) {
        return !day.isBefore(year.firstDay()) && !day.isAfter(year.lastDay());
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }

    private static List<List<String>> rows(String migration, String row) {
        try (var file = GivenCalendar.class.getResourceAsStream("/db/migration/" + migration)) {
            var sql = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            return Pattern.compile(row)
                    .matcher(sql)
                    .results()
                    .map(found -> IntStream.rangeClosed(1, found.groupCount())
                            .mapToObj(found::group)
                            .toList())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
