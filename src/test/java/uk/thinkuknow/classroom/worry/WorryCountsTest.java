package uk.thinkuknow.classroom.worry;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.classroom.worry.WorryCounts.Handled;
import uk.thinkuknow.classroom.worry.WorryCounts.Line;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** Tests that each number about worries has enough of them, and enough schools, behind it. */
class WorryCountsTest {
    private static final String HIDDEN = "too few to show";

    @Test
    void thirtyWorriesOfThreeSchoolsAreShownWithTheMedianTimes() {
        assertEquals(new Line("A", "30 or more", "15 minutes", "15 hours"), line(30, 3, 30));
    }

    @Test
    void twentyNineWorriesAreTooFew() {
        assertEquals(new Line("A", HIDDEN, HIDDEN, HIDDEN), line(29, 3, 29));
    }

    @Test
    void worriesOfTwoSchoolsAreTooFewHoweverMany() {
        assertEquals(new Line("A", HIDDEN, HIDDEN, HIDDEN), line(200, 2, 200));
    }

    @Test
    void theMiddleOfOneClosedWorryIsHiddenAlthoughManyWereOpened() {
        assertEquals(new Line("A", "30 or more", "18 minutes", HIDDEN), line(37, 5, 1));
    }

    @Test
    void oneWorryMoreMovesNoNumberUntilThereAreThirtyMore() {
        assertEquals("30 or more", line(59, 3, 0).count());
        assertEquals("60 or more", line(60, 3, 0).count());
    }

    @Test
    void theSchoolOfADeletedWorryIsUnknownSoItIsNoOther() {
        var deleted = LongStream.range(0, 40)
                .mapToObj(i -> new Handled("a", null, i, i))
                .toList();
        assertEquals(HIDDEN, WorryCounts.line("A", deleted).count());
    }

    /** So many worries of some schools, all opened and some of them closed. */
    private static Line line(int worries, int schools, int closed) {
        List<Handled> all = LongStream.range(0, worries)
                .mapToObj(i -> new Handled("a", i % schools, i, i < closed ? i * 60 : null))
                .toList();
        return WorryCounts.line("A", all);
    }
}
