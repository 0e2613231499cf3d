package uk.thinkuknow.counting;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** Tests that a reach figure has the range of the counting rules, and is printed with it. */
class ReachFigureTest {
    @Test
    void theRangeOfATermIsWhatMayHaveBeenReachedBeforeLeftOpen() {
        var before = new ReachCount(600, 603, 0, 0);
        var toEnd = new ReachCount(908, 914, 0, 0);
        assertEquals(new ReachFigure(308, 305, 314), ReachFigure.newToYear(before, toEnd));
        assertEquals(
                new ReachFigure(2, 0, 8),
                ReachFigure.newToYear(new ReachCount(600, 605, 0, 0), new ReachCount(602, 608, 0, 0)),
                "never below none");
    }

    @Test
    void theHeadlineOfAPeriodByItselfIsItsLowerBound() {
        assertEquals(new ReachFigure(600, 600, 603), new ReachCount(600, 603, 580, 1200).figure());
    }

    @Test
    void aFigureIsPrintedWithItsRange() {
        var text = new ReachFigure(1308, 1305, 1314).text();
        assertEquals("1,308, at least 1,305, at most 1,314", text.inWords());
        assertEquals("at least 1,305, at most 1,314", text.range());
        assertEquals("1,305–1,314", text.span());
        assertEquals("–", FigureText.UNKNOWN.inWords());
        assertEquals("", FigureText.UNKNOWN.range());
    }

    @Test
    void whatIsToBeConfirmedIsPrintedAsReturnsAndChildren() {
        assertEquals(
                "3 returns, 71 children to be confirmed",
                PendingReturns.toConfirm(3, 71).toConfirmInWords());
        assertEquals(
                "1 return, 1 child to be confirmed",
                PendingReturns.toConfirm(1, 1).toConfirmInWords());
        assertEquals("none to be confirmed", PendingReturns.NONE.toConfirmInWords());
        var both = new PendingReturns(1, 20, 3, 70).plus(new PendingReturns(2, 30, 4, 80));
        assertEquals(new PendingReturns(3, 50, 7, 150), both);
    }
}
