package uk.thinkuknow.counting;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** Tests on which days schools teach, and how many of them are over. */
class TeachingDaysTest {
    private final TeachingDays autumn = new TeachingDays(
            LocalDate.of(2026, 9, 1),
            LocalDate.of(2027, 1, 3),
            List.of(
                    new Holiday("autumn-half-term", LocalDate.of(2026, 10, 26), LocalDate.of(2026, 10, 30)),
                    new Holiday("christmas", LocalDate.of(2026, 12, 19), LocalDate.of(2027, 1, 3))));

    @Test
    void weekendsAndHolidaysAreNotTeachingDays() {
        assertEquals(4 + 14 * 5, autumn.between(autumn.first(), autumn.last()));
        assertEquals(0, autumn.between(LocalDate.of(2026, 10, 24), LocalDate.of(2026, 11, 1)));
        assertEquals(1, autumn.between(LocalDate.of(2026, 11, 2), LocalDate.of(2026, 11, 2)));
        assertEquals(0, autumn.between(LocalDate.of(2026, 11, 5), LocalDate.of(2026, 11, 2)));
        assertEquals(LocalDate.of(2026, 12, 18), autumn.lastTaught());
    }

    @Test
    void fiveTeachingDaysAreAWeek() {
        assertEquals(1.8, autumn.weeksBetween(LocalDate.of(2026, 9, 7), LocalDate.of(2026, 9, 17)));
    }

    @Test
    void theShareOfThePeriodThatIsOverCountsTeachingDaysOnly() {
        assertEquals(0, autumn.gone(LocalDate.of(2026, 8, 31)));
        assertEquals(4.0 / 74, autumn.gone(LocalDate.of(2026, 9, 6)));
        assertEquals(autumn.gone(LocalDate.of(2026, 10, 23)), autumn.gone(LocalDate.of(2026, 11, 1)));
        assertEquals(1, autumn.gone(LocalDate.of(2026, 12, 18)));
        assertEquals(1, autumn.gone(LocalDate.of(2027, 5, 1)));
    }

    @Test
    void aPeriodWithoutTeachingDaysIsNeverOverAndEndsOnItsLastDay() {
        var weekend = new TeachingDays(LocalDate.of(2026, 9, 5), LocalDate.of(2026, 9, 6), List.of());
        assertEquals(0, weekend.gone(LocalDate.of(2026, 9, 6)));
        assertEquals(LocalDate.of(2026, 9, 6), weekend.lastTaught());
    }
}
