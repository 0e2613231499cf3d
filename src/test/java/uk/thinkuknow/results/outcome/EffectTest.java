package uk.thinkuknow.results.outcome;

import java.time.LocalDate;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.classroom.answers.Moves;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Tests the difference between start and end, and its interval. */
class EffectTest {
    @Test
    void theSharesAndTheirDifferenceAreComputedFromTheSamePairs() {
        var effect = new Effect(new Moves(30, 40, 10, 20), 1, 1);
        assertEquals(30, effect.before());
        assertEquals(60, effect.after());
        assertEquals(30, effect.difference(), 1e-9);
    }

    /**
     * Agresti and Min's interval computed by hand for n = 100, 40 up, 10 down: 0.2941 ± 1.96 × 0.0634, before rounding.
     */
    @Test
    void theIntervalIsThatOfAgrestiAndMin() {
        var effect = new Effect(new Moves(30, 40, 10, 20), 0, 1);
        assertEquals(17.0, effect.low(), 0.15);
        assertEquals(41.9, effect.high(), 0.15);
    }

    @Test
    void roundingAndSeveralQuestionsOfAChildWidenTheInterval() {
        var moves = new Moves(300, 400, 100, 200);
        double plain = width(new Effect(moves, 0, 1));
        assertTrue(width(new Effect(moves, 5, 1)) > plain);
        assertTrue(width(new Effect(moves, 0, 2)) > 1.4 * plain);
    }

    @Test
    void theSentenceSaysMoreFewerOrThatWeCannotTell() {
        var effect = new Effect(new Moves(50, 20, 10, 40), 1, 1);
        assertFalse(effect.isConclusive());
        assertTrue(OutcomeViews.told(effect).startsWith("We cannot tell whether there is a difference: between"));
        assertTrue(
                OutcomeViews.told(new Effect(new Moves(30, 400, 10, 20), 1, 1)).startsWith("More at the end: between"));
        assertTrue(OutcomeViews.told(new Effect(new Moves(30, 10, 400, 20), 1, 1))
                .startsWith("Fewer at the end: between"));
    }

    /** Of many groups with a known true difference, the interval from rounded batches holds it in about 95%. */
    @Test
    void theIntervalHoldsTheTruthAsOftenAsStated() {
        var chance = new SplittableRandom(2026);
        int held = 0;
        int tried = 4_000;
        for (int i = 0; i < tried; i++) {
            double up = 0.05 + 0.4 * chance.nextDouble();
            double down = 0.02 + 0.1 * chance.nextDouble();
            var sum = Moves.NONE;
            int batches = 1 + chance.nextInt(6);
            int made = 0;
            for (int batch = 0; batch < batches; batch++) {
                var waitingPairs = new WaitingPairs(
                        new WaitingPairs.PairQuestion(1, "after-q", "2026-27", OutcomeMeasure.KNOWLEDGE),
                        new OutcomeService.Area("a", "b", "c"),
                        LocalDate.EPOCH,
                        crowd(130 + chance.nextInt(200), up, down, chance));
                for (var each : BatchRule.RULE
                        .of(List.of(waitingPairs), LocalDate.EPOCH, chance)
                        .batches()) {
                    sum = sum.plus(each.moves());
                    made++;
                }
            }
            var effect = new Effect(sum, made, 1);
            double truth = 100 * (up - down);
            held += effect.low() <= truth && truth <= effect.high() ? 1 : 0;
        }
        assertTrue(held >= 0.945 * tried, held + " of " + tried);
    }

    private static Moves crowd(int children, double up, double down, SplittableRandom chance) {
        int[] counts = new int[4];
        for (int child = 0; child < children; child++) {
            double fate = chance.nextDouble();
            counts[fate < up ? 1 : fate < up + down ? 2 : fate < 0.8 ? 0 : 3]++;
        }
        return new Moves(counts[0], counts[1], counts[2], counts[3]);
    }

    private static double width(Effect effect) {
        return effect.high() - effect.low();
    }
}
