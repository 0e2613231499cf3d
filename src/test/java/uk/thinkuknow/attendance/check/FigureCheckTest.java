package uk.thinkuknow.attendance.check;

import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.attendance.check.FigureCheck.Answer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Tests the result of a figure check, in numbers and in a sentence. */
class FigureCheckTest {
    private static final RiskCheck NONE = new RiskCheck(0, 0, 0, 0);

    @Test
    void withoutADrawTheSentenceSaysThatNoReturnWasDrawn() {
        assertEquals(
                "No return of this period was picked by chance yet. The first draw is in the week after the first return.",
                FigureCheck.of(0, 0, List.of(), NONE).sentence());
    }

    @Test
    void theSentenceCountsAnswersAndGivesNoMarginForFew() {
        assertEquals(
                "4 returns were picked by chance and checked with somebody else at the school: 1 answered, 2 not answered,"
                        + " 1 within their week. They said 29 children where 30 were signed: 3.3% fewer."
                        + " So few answers do not show how far other returns are off.",
                FigureCheck.of(4, 1, List.of(new Answer(30, 29)), NONE).sentence());
    }

    @Test
    void withTenAnswersTheMarginIsThatOfARatioOfTwoSums() {
        var answers = IntStream.range(0, 10)
                .mapToObj(i -> new Answer(30, i % 2 == 0 ? 30 : 27))
                .toList();
        var check = FigureCheck.of(10, 0, answers, NONE);
        assertEquals(-5.0, check.percent(), 1e-9);
        // residuals of 1.5 each: s = √(10 · 2.25 / 9), margin = 196 · s / √10 / 30
        assertEquals(196 * Math.sqrt(2.5) / Math.sqrt(10) / 30, Objects.requireNonNull(check.margin()), 0.005);
        assertTrue(
                check.sentence()
                        .endsWith(
                                "They said 285 children where 300 were signed: 5.0% fewer."
                                        + " If all returns were checked, the difference would with 95% certainty be between 8.3% fewer and 1.7% fewer."),
                check.sentence());
    }

    @Test
    void equalHeadsEverywhereGiveAMarginOfZero() {
        var check = FigureCheck.of(12, 0, Collections.nCopies(12, new Answer(28, 28)), NONE);
        assertTrue(check.sentence().contains("the same. If all returns were checked"), check.sentence());
        assertEquals(0, Objects.requireNonNull(check.margin()), 1e-9);
    }

    @Test
    void answersByRiskChangeNoNumberOfTheChecksByChance() {
        var alone = FigureCheck.of(1, 0, List.of(new Answer(30, 30)), NONE);
        var risky = RiskCheck.of(3, 1, List.of(new Answer(30, 3), new Answer(28, 28)));
        var both = FigureCheck.of(1, 0, List.of(new Answer(30, 30)), risky);
        assertEquals(alone.sentence(), both.sentence());
        assertEquals(0, both.percent());
        assertEquals(
                "3 returns were picked because of a sign of risk: 2 answered, and 1 answer differs from what was signed."
                        + " This says nothing about other returns.",
                both.sentenceByRisk());
        assertNull(alone.sentenceByRisk(), "none was drawn by risk");
        assertNull(both.withoutRisk().sentenceByRisk());
    }
}
