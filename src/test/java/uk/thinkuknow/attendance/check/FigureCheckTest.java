package uk.thinkuknow.attendance.check;

import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.attendance.check.FigureCheck.Answer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Tests the result of a figure check, in numbers and in a sentence. */
class FigureCheckTest {
    @Test
    void withoutADrawTheSentenceSaysThatNoReturnWasDrawn() {
        assertEquals(
                "No return of this period has been drawn to be asked again yet.",
                FigureCheck.of(0, 0, List.of()).sentence());
    }

    @Test
    void theSentenceCountsAnswersAndGivesNoMarginForFew() {
        assertEquals(
                "4 returns were drawn by chance and asked again of somebody else at the school: 1 answered, 2 not answered,"
                        + " 1 within their week. They said 29 heads where 30 were signed: 3.3% fewer."
                        + " So few answers do not say how far that holds for the others.",
                FigureCheck.of(4, 1, List.of(new Answer(30, 29))).sentence());
    }

    @Test
    void withTenAnswersTheMarginIsThatOfARatioOfTwoSums() {
        var answers = IntStream.range(0, 10)
                .mapToObj(i -> new Answer(30, i % 2 == 0 ? 30 : 27))
                .toList();
        var check = FigureCheck.of(10, 0, answers);
        assertEquals(-5.0, check.percent(), 1e-9);
        // residuals of 1.5 each: s = √(10 · 2.25 / 9), margin = 196 · s / √10 / 30
        assertEquals(196 * Math.sqrt(2.5) / Math.sqrt(10) / 30, Objects.requireNonNull(check.margin()), 0.005);
        assertTrue(
                check.sentence()
                        .endsWith(
                                "They said 285 heads where 300 were signed: 5.0% fewer."
                                        + " Asked of every return, the difference would with 95% certainty lie between 8.3% fewer and 1.7% fewer."),
                check.sentence());
    }

    @Test
    void equalHeadsEverywhereGiveAMarginOfZero() {
        var check = FigureCheck.of(12, 0, Collections.nCopies(12, new Answer(28, 28)));
        assertTrue(check.sentence().contains("the same. Asked of every return"), check.sentence());
        assertEquals(0, Objects.requireNonNull(check.margin()), 1e-9);
    }
}
