package uk.thinkuknow.schools.calendars;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.thinkuknow.counting.Holiday;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** Tests the bank holidays of a nation, against the published ones that a migration brought and against other years. */
class BankHolidaysTest {
    private static final Path PUBLISHED = Path.of("src/main/resources/db/migration/V36__schools_calendars.sql");
    private static final Pattern ROW = Pattern.compile("\\('([a-z-]+)', '(\\d{4}-\\d{2}-\\d{2})', '([^']+)'\\)");

    @ParameterizedTest
    @ValueSource(strings = {"england", "wales", "scotland", "northern-ireland"})
    void theyAreThoseThatWerePublishedFor2025To2029(String nation) throws IOException {
        var published = new TreeSet<String>();
        ROW.matcher(Files.readString(PUBLISHED))
                .results()
                .filter(row -> row.group(1).equals(nation))
                .forEach(row -> published.add(row.group(2) + " " + row.group(3)));
        assertEquals(published, days(nation, "2025-09-01", "2029-12-31"));
    }

    @Test
    void newYearsDayOnASundayIsOnTheMondayAndInScotlandOnTheTuesday() {
        assertEquals(Set.of("2034-01-02 New Year’s Day"), days("england", "2034-01-01", "2034-01-31"));
        assertEquals(
                Set.of("2034-01-02 2 January", "2034-01-03 New Year’s Day"),
                days("scotland", "2034-01-01", "2034-01-31"));
    }

    @Test
    void christmasDayOnASundayIsOnTheTuesdayAfterBoxingDay() {
        assertEquals(
                Set.of("2033-12-26 Boxing Day", "2033-12-27 Christmas Day"), days("wales", "2033-12-01", "2033-12-31"));
    }

    @Test
    void bothDaysOfARangeAreInIt() {
        assertEquals(
                List.of(LocalDate.of(2030, 3, 18)),
                BankHolidays.of("northern-ireland", LocalDate.of(2030, 3, 18), LocalDate.of(2030, 3, 18)).stream()
                        .map(Holiday::firstDay)
                        .toList());
    }

    private static Set<String> days(String nation, String first, String last) {
        var days = new TreeSet<String>();
        BankHolidays.of(nation, LocalDate.parse(first), LocalDate.parse(last))
                .forEach(each -> days.add(each.firstDay() + " " + each.key()));
        return days;
    }
}
