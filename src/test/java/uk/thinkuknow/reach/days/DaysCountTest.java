package uk.thinkuknow.reach.days;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.thinkuknow.counting.CardSet;
import uk.thinkuknow.counting.GroupTally;
import uk.thinkuknow.counting.MarkCounts;
import uk.thinkuknow.counting.ReachCount;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static uk.thinkuknow.counting.GivenReturns.cards;

/** Tests the sum of classes in one row of reach between two days, in which a session of two classes counts once. */
class DaysCountTest {
    private static final LocalDate MONDAY = LocalDate.of(2026, 9, 7);

    private final DaysCount count = new DaysCount(null);

    @ParameterizedTest
    @ValueSource(ints = {3, 400, 2_500})
    void aSessionOfTwoClassesCountsOnce(int classes) {
        for (int i = 0; i < classes; i++) {
            count.add(schoolClass(2L * i, line(i, MONDAY)), null);
            count.add(schoolClass(2L * i + 1, line(i, MONDAY), line(classes + i, MONDAY)), null);
        }
        assertEquals(2 * classes, count.sessions());
    }

    @Test
    void marksAndChildrenOfClassesOfOneYearAddUp() {
        count.add(schoolClass(1, line(1, MONDAY)), null);
        count.add(schoolClass(2, line(1, MONDAY), line(2, MONDAY.plusDays(1))), null);
        assertEquals(new ReachCount(20, 20, 20, 30), count.reach());
        assertEquals(new MarkCounts(30, 0, 0), count.marks());
    }

    @Test
    void ofAClassOnlyTheLinesBetweenTheDaysCount() {
        var schoolClass = schoolClass(1, line(1, MONDAY), line(2, MONDAY.plusDays(7)));
        assertSame(schoolClass, schoolClass.between(MONDAY, MONDAY.plusDays(7)));
        var first = schoolClass.between(MONDAY, MONDAY.plusDays(6));
        count.add(first, null);
        assertEquals(1, count.sessions());
        assertEquals(new MarkCounts(10, 0, 0), count.marks());
        assertEquals(10, count.reach().attendances());
        assertNull(schoolClass.between(MONDAY.plusDays(1), MONDAY.plusDays(6)));
        assertNull(schoolClass.between(MONDAY.plusDays(8), MONDAY.plusDays(9)));
    }

    private static ReturnLinesCache.CachedClass schoolClass(long id, ReturnLinesCache.Line... lines) {
        return new ReturnLinesCache.CachedClass("2026-27", id, 1, Set.of(2020), List.of(lines));
    }

    private static ReturnLinesCache.Line line(long session, LocalDate day) {
        CardSet ten = cards(1, 10);
        var tally = GroupTally.ofLine(GroupTally.WHOLE_CLASS, ten, ten, ten, 0, 0);
        return new ReturnLinesCache.Line(session, day, "7-8", 1, tally, new MarkCounts(10, 0, 0));
    }
}
