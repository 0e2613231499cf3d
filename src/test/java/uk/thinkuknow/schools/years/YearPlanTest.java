package uk.thinkuknow.schools.years;

import java.time.DayOfWeek;
import java.util.List;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.counting.Holiday;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static uk.thinkuknow.schools.years.GivenYear.LAST;
import static uk.thinkuknow.schools.years.GivenYear.day;

/** Tests the proposal for the next school year, and its file. */
class YearPlanTest {
    @Test
    void theNextYearBeginsOnTheDayAfterTheLastAndKeepsItsWeekdays() {
        var next = LAST.proposeNext();
        assertEquals("2029-30", next.yearKey());
        assertEquals(day("2029-09-03"), next.firstDay());
        assertEquals(day("2030-09-01"), next.lastDay());
        assertEquals(
                List.of("autumn 2029-09-03 2030-01-01", "spring 2030-01-02 2030-05-05", "summer 2030-05-06 2030-09-01"),
                next.terms().stream()
                        .map(term -> term.termKey() + " " + term.firstDay() + " " + term.lastDay())
                        .toList());
        assertEquals(
                new Holiday("autumn-half-term", day("2029-10-22"), day("2029-10-26")),
                next.holidays().getFirst());
        assertEquals(DayOfWeek.MONDAY, next.holidays().getFirst().firstDay().getDayOfWeek());
    }

    @Test
    void theEasterHolidayMovesWithEaster() {
        assertEquals(day("2029-04-01"), Easter.sundayOf(2029));
        assertEquals(day("2030-04-21"), Easter.sundayOf(2030));
        assertEquals(day("2026-04-05"), Easter.sundayOf(2026));
        var easter = LAST.proposeNext().holidays().stream()
                .filter(each -> each.key().equals("easter"))
                .findFirst()
                .orElseThrow();
        assertEquals(new Holiday("easter", day("2030-04-19"), day("2030-05-05")), easter);
    }

    @Test
    void aProposalIsAYearThatCouldBeAddedAsItIs() {
        var last = LAST;
        for (int year = 0; year < 6; year++) {
            var next = last.proposeNext();
            assertEquals(List.of(), YearRules.problems(next, last, null), next.yearKey());
            last = next;
        }
        assertEquals("2034-35", last.yearKey());
    }

    @Test
    void theKeyOfTheLastYearOfACenturyIsWrittenWithTwoDigits() {
        assertEquals("2099-00", new YearPlan("england", "2098-99", LAST.terms(), List.of()).nextKey());
    }

    @Test
    void aFileThatWasWrittenReadsAsTheSameYear() {
        var lines = YearFile.write(LAST).lines().toList();
        assertEquals("term-autumn,2028-09-01,2029-01-02", lines.getFirst());
        assertEquals(LAST, YearFile.read("england", "2028-29", lines));
    }
}
