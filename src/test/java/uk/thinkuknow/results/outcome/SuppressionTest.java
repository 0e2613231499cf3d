package uk.thinkuknow.results.outcome;

import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import uk.thinkuknow.TestSample;
import uk.thinkuknow.classroom.answers.Moves;
import uk.thinkuknow.results.outcome.WaitingPairs.PairQuestion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Tests that no count of few children can be worked out from the outcomes; {@link DisclosureAttack} tries to. */
class SuppressionTest {
    static IntStream seeds() {
        return TestSample.seeds(3, 20);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void noCellUnderTenCanBeWorkedOutFromEverythingThatIsShown(int seed) {
        assertEquals(Optional.empty(), DisclosureAttack.leak(seed, BatchRule.RULE, DisclosureAttack::shown));
    }

    @Test
    void theAttackFindsUnroundedNumbers() {
        assertTrue(DisclosureAttack.leaks(new BatchRule(100, false), DisclosureAttack::shown));
    }

    @Test
    void theAttackSucceedsIfTheNumbersWaitingAreShown() {
        assertTrue(DisclosureAttack.leaks(BatchRule.RULE, world -> DisclosureAttack.shown(world) + world.waitingIn));
    }

    @Test
    void theAttackSucceedsIfSmallGroupsAreShown() {
        assertTrue(DisclosureAttack.leaks(new BatchRule(0, false), DisclosureAttack::shown));
    }

    @Test
    void everyFigureGrowsInWholeTensByAtLeastAHundredChildren() {
        for (int seed = 1; seed <= 40; seed++) {
            var world = new DisclosureAttack.World(
                    DisclosureAttack.arrivals(seed), BatchRule.RULE, new DisclosureAttack.ChosenRounding(seed, -1));
            for (var within : DisclosureAttack.everyone()) {
                int before = 0;
                for (var day : world.days) {
                    int children = DisclosureAttack.children(day.in(within));
                    int more = children - before;
                    assertTrue(more == 0 || more >= 100 && more % 10 == 0, "" + more);
                    before = children;
                }
            }
        }
    }

    @Test
    void aGroupUnderTenIsNeverABatchHoweverLongItWaits() {
        var few = new WaitingPairs(
                new PairQuestion(1, "after-q", "2026-27", OutcomeMeasure.KNOWLEDGE),
                DisclosureAttack.AREAS.getFirst(),
                DisclosureAttack.FIRST,
                new Moves(3, 2, 1, 3));
        assertEquals(
                List.of(),
                BatchRule.RULE
                        .of(List.of(few), DisclosureAttack.FIRST.plusYears(3), new SplittableRandom(1))
                        .batches());
    }

    @Test
    void everyChildIsInOneBatchOrStillWaiting() {
        for (int seed = 1; seed <= 40; seed++) {
            var arrivals = DisclosureAttack.arrivals(seed);
            var world = new DisclosureAttack.World(
                    arrivals, new BatchRule(100, false), new DisclosureAttack.ChosenRounding(seed, -1));
            int came =
                    arrivals.stream().mapToInt(each -> each.moves().children()).sum();
            assertEquals(came, DisclosureAttack.children(world.days.getLast()) + world.waiting);
        }
    }

    @Test
    void roundingIsRightOnAverage() {
        var chance = new SplittableRandom(7);
        var waitingPairs = new WaitingPairs(
                new PairQuestion(1, "after-q", "2026-27", OutcomeMeasure.KNOWLEDGE),
                DisclosureAttack.AREAS.getFirst(),
                DisclosureAttack.FIRST,
                new Moves(43, 57, 6, 31));
        double sum = 0;
        for (int i = 0; i < 20_000; i++) {
            sum += BatchRule.RULE
                    .of(List.of(waitingPairs), DisclosureAttack.FIRST, chance)
                    .batches()
                    .getFirst()
                    .moves()
                    .highLow();
        }
        assertEquals(6, sum / 20_000, 0.2);
    }
}
