package uk.thinkuknow.counting;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static uk.thinkuknow.counting.GivenReturns.cards;

/** Tests how the children new to the year grow week by week in a spring term, after lessons of the autumn. */
class WeeklyGrowthTest {
    private static final Period SPRING = new Period("2026-27", "spring");
    private static final LocalDate FIRST_MONDAY = LocalDate.of(2027, 1, 11);
    private static final LocalDate THIRD_MONDAY = FIRST_MONDAY.plusWeeks(2);

    private final WeeklyGrowth growth = new WeeklyGrowth(SPRING);

    @BeforeEach
    void twoClasses() {
        growth.accept(lines(
                line(1, LocalDate.of(2027, 1, 25), cards(25, 30), 0),
                line(1, LocalDate.of(2027, 1, 15), cards(1, 24), 0),
                line(1, LocalDate.of(2027, 1, 13), cards(1, 22), 0),
                line(0, LocalDate.of(2026, 10, 5), CardSet.NONE, 20),
                line(0, LocalDate.of(2026, 10, 12), CardSet.NONE, 15)));
        growth.accept(lines(line(1, LocalDate.of(2027, 1, 17), CardSet.NONE, 12)));
    }

    @Test
    void aWeekGoesFromMondayToSundayAndAddsWhatItsLastLessonReached() {
        assertEquals(
                Map.of(
                        FIRST_MONDAY, new WeeklyGrowth.Increase(4 + 12, 12),
                        THIRD_MONDAY, new WeeklyGrowth.Increase(6, 0)),
                growth.steps());
    }

    @Test
    void theCountAtTheEndOfAWeekStartsAtNoneAndItsUpperBoundAtThoseWhoMayHaveComeBefore() {
        assertEquals(new WeeklyGrowth.Increase(0, 10), growth.until(FIRST_MONDAY.minusWeeks(1)));
        assertEquals(new WeeklyGrowth.Increase(16, 22), growth.until(FIRST_MONDAY));
        assertEquals(new WeeklyGrowth.Increase(16, 22), growth.until(FIRST_MONDAY.plusWeeks(1)));
        assertEquals(new WeeklyGrowth.Increase(22, 22), growth.until(THIRD_MONDAY));
    }

    @Test
    void weeksWithoutALessonAreListedToo() {
        assertEquals(
                List.of(
                        week(FIRST_MONDAY, new ReachFigure(16, 6, 22), new ReachFigure(16, 6, 22)),
                        week(FIRST_MONDAY.plusWeeks(1), new ReachFigure(0, 0, 6), new ReachFigure(16, 6, 22)),
                        week(THIRD_MONDAY, new ReachFigure(6, 0, 6), new ReachFigure(22, 12, 22))),
                growth.weeks());
        assertEquals(List.of(), new WeeklyGrowth(SPRING).weeks());
    }

    private static WeeklyGrowth.Week week(LocalDate monday, ReachFigure added, ReachFigure soFar) {
        return new WeeklyGrowth.Week(monday, added, soFar);
    }

    private static ClassLines lines(CountedLine... lines) {
        return new ClassLines(1, 1, SPRING, List.of(lines));
    }

    private static CountedLine line(int term, LocalDate day, CardSet named, int unnamed) {
        var all = cards(1, 30);
        var tally = GroupTally.ofLine(GroupTally.WHOLE_CLASS, all, all, named, unnamed, 0);
        return new CountedLine(1, 1, day.toEpochDay(), "8-10", term, day, tally);
    }
}
