package uk.thinkuknow.counting;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.common.NotFound;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

/** Tests the periods of an academic year: their names, their places in the year, and what is no period. */
class PeriodTest {
    private static final Period SPRING = new Period("2026-27", "spring");
    private static final Period YEAR = new Period("2026-27", null);

    @Test
    void aTermIsReadByItsNameAndTheWholeYearByItsNameOrByNone() {
        assertEquals(SPRING, Period.of("2026-27", "spring"));
        for (var year : Arrays.asList(null, "", "year")) {
            assertEquals(YEAR, Period.of("2026-27", year));
        }
        assertThrows(NotFound.class, () -> Period.of("2026-27", "winter"));
    }

    @Test
    void aTermHasOnePlaceInTheYearAndTheYearHasAll() {
        assertEquals(List.of(1, 1), List.of(SPRING.first(), SPRING.last()));
        assertEquals(List.of(0, 2), List.of(YEAR.first(), YEAR.last()));
    }

    @Test
    void keysAndWordsSayTheYearAndTheTerm() {
        assertEquals(
                List.of("spring", "2026-27-spring", "?year=2026-27&term=spring", "term", "Spring term 2026-27"),
                said(SPRING));
        assertEquals(List.of("year", "2026-27-year", "?year=2026-27&term=year", "year", "Year 2026-27"), said(YEAR));
    }

    private static List<String> said(Period period) {
        return List.of(period.termKey(), period.key(), period.query(), period.span(), period.inWords());
    }
}
