package uk.thinkuknow.counting;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** Tests the quarters of the financial year, which starts on 1 April. */
class FinancialQuarterTest {
    @Test
    void aDayIsInAQuarterOfTheYearThatStartsInApril() {
        assertEquals("2026-27-q1", FinancialQuarter.on(LocalDate.of(2026, 4, 1)).key());
        assertEquals(
                "2026-27-q1", FinancialQuarter.on(LocalDate.of(2026, 6, 30)).key());
        assertEquals("2026-27-q2", FinancialQuarter.on(LocalDate.of(2026, 7, 1)).key());
        assertEquals(
                "2026-27-q3", FinancialQuarter.on(LocalDate.of(2026, 12, 31)).key());
        assertEquals("2026-27-q4", FinancialQuarter.on(LocalDate.of(2027, 1, 1)).key());
        assertEquals(
                "1999-00-q4", FinancialQuarter.on(LocalDate.of(2000, 3, 31)).key());
    }

    @Test
    void aKeyIsReadAndAnythingElseIsNoQuarter() {
        var winter = FinancialQuarter.of("2026-27-q4").orElseThrow();
        assertEquals(LocalDate.of(2027, 1, 1), winter.firstDay());
        assertEquals(LocalDate.of(2027, 3, 31), winter.lastDay());
        assertEquals("January to March 2027", winter.inWords());
        for (var key : List.of("2026-28-q1", "2026-27-q5", "2026-27-autumn", "2026-27-q", "", "x2026-27-q1")) {
            assertEquals(Optional.empty(), FinancialQuarter.of(key), key);
        }
    }

    @Test
    void aSchoolYearTouchesFiveQuarters() {
        assertEquals(
                List.of("2025-26-q2", "2025-26-q3", "2025-26-q4", "2026-27-q1", "2026-27-q2"),
                FinancialQuarter.touching(LocalDate.of(2025, 9, 1), LocalDate.of(2026, 8, 31)).stream()
                        .map(FinancialQuarter::key)
                        .toList());
    }
}
