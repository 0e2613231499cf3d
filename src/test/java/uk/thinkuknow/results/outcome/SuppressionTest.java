package uk.thinkuknow.results.outcome;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import uk.thinkuknow.Sampled;
import uk.thinkuknow.classroom.answers.Moves;
import uk.thinkuknow.results.outcome.Waiting.Asked;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** No count of few children can be worked out from the outcomes; {@link Attack} tries to. */
class SuppressionTest {
    static IntStream seeds() {
        return Sampled.seeds(6, 20);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void noCellUnderTenCanBeWorkedOutFromEverythingThatIsShown(int seed) {
        assertEquals(List.of(), Attack.leaks(seed, Batching.RULE, Attack::shown));
    }

    @Test
    void theAttackFindsUnroundedNumbers() {
        assertTrue(Attack.leaks(new Batching(100, false), Attack::shown));
    }

    @Test
    void theAttackSucceedsIfTheNumbersWaitingAreShown() {
        assertTrue(Attack.leaks(Batching.RULE, world -> Attack.shown(world) + world.waitingIn));
    }

    @Test
    void theAttackSucceedsIfSmallGroupsAreShown() {
        assertTrue(Attack.leaks(new Batching(0, false), Attack::shown));
    }

    @Test
    void everyFigureGrowsInWholeTensByAtLeastAHundredChildren() {
        for (int seed = 1; seed <= 40; seed++) {
            var world = new Attack.World(Attack.arrivals(seed), Batching.RULE, new Attack.Decided(seed, -1));
            for (var within : Attack.everyone()) {
                int before = 0;
                for (var day : world.days) {
                    int children = Attack.children(day.in(within));
                    int more = children - before;
                    assertTrue(more == 0 || more >= 100 && more % 10 == 0, "" + more);
                    before = children;
                }
            }
        }
    }

    @Test
    void aGroupUnderTenIsNeverABatchHoweverLongItWaits() {
        var few = new Waiting(
                new Asked(1, "after-q", "2026-27", Measure.KNOWLEDGE),
                Attack.AREAS.getFirst(),
                Attack.FIRST,
                new Moves(3, 2, 1, 3));
        assertEquals(
                List.of(),
                Batching.RULE
                        .of(List.of(few), Attack.FIRST.plusYears(3), new SplittableRandom(1))
                        .batches());
    }

    @Test
    void everyChildIsInOneBatchOrStillWaiting() {
        for (int seed = 1; seed <= 40; seed++) {
            var arrivals = Attack.arrivals(seed);
            var world = new Attack.World(arrivals, new Batching(100, false), new Attack.Decided(seed, -1));
            int came =
                    arrivals.stream().mapToInt(each -> each.moves().children()).sum();
            assertEquals(came, Attack.children(world.days.getLast()) + world.waiting);
        }
    }

    @Test
    void roundingIsRightOnAverage() {
        var chance = new SplittableRandom(7);
        var waiting = new Waiting(
                new Asked(1, "after-q", "2026-27", Measure.KNOWLEDGE),
                Attack.AREAS.getFirst(),
                Attack.FIRST,
                new Moves(43, 57, 6, 31));
        double sum = 0;
        for (int i = 0; i < 20_000; i++) {
            sum += Batching.RULE
                    .of(List.of(waiting), Attack.FIRST, chance)
                    .batches()
                    .getFirst()
                    .moves()
                    .highLow();
        }
        assertEquals(6, sum / 20_000, 0.2);
    }
}
