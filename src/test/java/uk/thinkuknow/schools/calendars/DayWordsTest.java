package uk.thinkuknow.schools.calendars;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** Tests how typed days are read, and spans of days said in words. */
class DayWordsTest {
    private static final LocalDate DAY = LocalDate.of(2026, 9, 5);

    @Test
    void aDayIsReadInTheFormsThatPeopleType() {
        for (var typed : List.of("2026-09-05", "5/9/2026", "05/09/2026", " 5 September 2026 ", "5 sep 2026")) {
            assertEquals(Optional.of(DAY), DayWords.read(typed), typed);
        }
    }

    @Test
    void whatIsNoDayIsNotRead() {
        for (var typed : List.of("", "soon", "31/2/2026", "5/9/26", "2026-9-5-1", "9/2026", "5/13/2026")) {
            assertEquals(Optional.empty(), DayWords.read(typed), typed);
        }
        assertEquals(Optional.empty(), DayWords.read(null));
    }

    @Test
    void aSpanSaysItsDaysOfTheWeekUnlessItIsOneDayOrEveryDay() {
        assertEquals(
                "Saturdays, 5 September 2026 to 12 December 2026",
                DayWords.span(new OwnDays(DAY, LocalDate.of(2026, 12, 12), Weekdays.SATURDAYS, true)));
        assertEquals("5 September 2026", DayWords.span(new OwnDays(DAY, DAY, Weekdays.SATURDAYS, true)));
        assertEquals(
                "5 September 2026 to 6 September 2026",
                DayWords.span(new OwnDays(DAY, DAY.plusDays(1), Weekdays.EVERY_DAY, true)));
    }
}
