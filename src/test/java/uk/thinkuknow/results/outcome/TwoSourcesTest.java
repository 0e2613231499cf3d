package uk.thinkuknow.results.outcome;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import uk.thinkuknow.TestSample;
import uk.thinkuknow.classroom.answers.Moves;
import uk.thinkuknow.results.outcome.DisclosureAttack.Arrival;
import uk.thinkuknow.results.outcome.DisclosureAttack.World;
import uk.thinkuknow.results.outcome.WaitingPairs.PairQuestion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

/**
 * Tests that no count below ten can be worked out from the outcomes and the pages of questions together. Both show the
 * same answers: outcomes in batches of an area, in tens; the pages at once, of the whole country, in ranges of shares.
 * The attacker has both, the pages after every single arrival, and subtracts one from the other. They know a count
 * below ten only if no other world, with any counts and any rounding, shows the same: so the test walks from the true
 * world to others that show the same, until one has another number in that cell.
 */
class TwoSourcesTest {
    private static final BatchRule EXACT = new BatchRule(BatchRule.RULE.tensAtLeast(), false);
    private static final int STEPS_AT_MOST = 200_000;

    static IntStream seeds() {
        return TestSample.seeds(2, 40);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void noCellUnderTenCanBeWorkedOutFromBothTogether(int seed) {
        assertEquals(List.of(), leaks(DisclosureAttack.arrivals(seed), seed, ShownQuestionPages::shown));
    }

    /** If one authority alone gives a lesson, the page of the whole country is a page of that authority. */
    @ParameterizedTest
    @MethodSource("seeds")
    void noCellUnderTenCanBeWorkedOutIfOneAuthorityAloneGivesALesson(int seed) {
        assertEquals(List.of(), leaks(alone(seed), seed, ShownQuestionPages::shown));
    }

    @Test
    void theAttackSucceedsIfThePageShowsExactNumbers() {
        assertFalse(leaks(alone(1), 1, ShownQuestionPages::exact).isEmpty());
    }

    private static List<String> leaks(List<Arrival> arrivals, int seed, Function<ShownQuestionPages, Object> shown) {
        var seen = new Seen(arrivals, seed, shown);
        var leaks = new ArrayList<String>();
        for (int i = 0; i < arrivals.size(); i++) {
            for (int cell = 0; cell < 4; cell++) {
                int truth = arrivals.get(i).counts()[cell];
                if (leaks.isEmpty() && truth > 0 && truth < BatchRule.TEN && !seen.alsoFits(i, cell)) {
                    leaks.add(arrivals.get(i).asked() + " "
                            + Arrays.toString(arrivals.get(i).counts()) + " cell " + cell);
                }
            }
        }
        return leaks;
    }

    /** All that the attacker has, and the search for another world that shows it too. */
    private static final class Seen {
        private final List<Arrival> truth;
        private final Function<ShownQuestionPages, Object> shown;
        private final List<OutcomeFigures> days;
        private final List<Object> pages;

        Seen(List<Arrival> truth, int seed, Function<ShownQuestionPages, Object> shown) {
            this.truth = truth;
            this.shown = shown;
            this.days = new World(truth, BatchRule.RULE, new DisclosureAttack.ChosenRounding(seed, -1)).days;
            this.pages = pages(truth);
        }

        private List<Object> pages(List<Arrival> arrivals) {
            return ShownQuestionPages.afterEach(arrivals).stream().map(shown).toList();
        }

        /**
         * Walks at random, a few children at a time, to worlds that show the same; returns whether one has another
         * number in this cell.
         */
        boolean alsoFits(int arrival, int cell) {
            var same = IntStream.range(0, truth.size())
                    .filter(i -> truth.get(i).asked().version()
                            == truth.get(arrival).asked().version())
                    .boxed()
                    .toList();
            var world = same.stream()
                    .flatMapToInt(i -> Arrays.stream(truth.get(i).counts()))
                    .toArray();
            int target = 4 * same.indexOf(arrival) + cell;
            int known = world[target];
            var chance = new SplittableRandom(5);
            for (int tried = 0; tried < STEPS_AT_MOST; tried++) {
                var other = step(world, target, chance);
                if (Arrays.stream(other).allMatch(count -> count >= 0) && fits(same, other)) {
                    if (other[target] != known) {
                        return true;
                    }
                    world = other;
                }
            }
            return false;
        }

        /**
         * Changes a cell by one child, mostly made up for in other cells of the arrival or in the same cell of others.
         */
        private static int[] step(int[] world, int target, SplittableRandom chance) {
            var other = world.clone();
            int at = chance.nextInt(3) == 0 ? target : chance.nextInt(world.length);
            int more = chance.nextBoolean() ? 1 : -1;
            other[at] += more;
            for (int times = chance.nextInt(4); times > 0; times--) {
                boolean sameArrival = chance.nextBoolean();
                boolean sameCell = chance.nextInt(3) > 0;
                at = sameArrival
                        ? at / 4 * 4 + chance.nextInt(4)
                        : chance.nextInt(world.length / 4) * 4 + (sameCell ? at % 4 : chance.nextInt(4));
                more = chance.nextInt(4) > 0 ? -more : more;
                other[at] += more;
            }
            return other;
        }

        private boolean fits(List<Integer> places, int[] counts) {
            var arrivals = new ArrayList<>(truth);
            for (int i = 0; i < places.size(); i++) {
                var then = truth.get(places.get(i));
                arrivals.set(
                        places.get(i),
                        new Arrival(
                                then.day(), then.asked(), then.area(), Arrays.copyOfRange(counts, 4 * i, 4 * i + 4)));
            }
            return pages(arrivals).equals(pages)
                    && couldShow(new World(arrivals, EXACT, new DisclosureAttack.ChosenRounding(1, -1)).days);
        }

        /** Returns whether the batches of a world, rounded up or down, can be those shown on each day. */
        private boolean couldShow(List<OutcomeFigures> exact) {
            for (int day = 0; day < days.size(); day++) {
                var these = exact.get(day).batches();
                var shownThen = days.get(day).batches();
                if (these.size() != shownThen.size()
                        || !IntStream.range(0, these.size()).allMatch(i -> couldBe(these.get(i), shownThen.get(i)))) {
                    return false;
                }
            }
            return true;
        }

        private static boolean couldBe(Batch exact, Batch rounded) {
            var of = new Batch(exact.asked(), exact.authority(), exact.region(), exact.nation(), rounded.moves());
            return of.equals(rounded)
                    && couldBe(exact.moves(), rounded.moves(), Moves::lowLow)
                    && couldBe(exact.moves(), rounded.moves(), Moves::lowHigh)
                    && couldBe(exact.moves(), rounded.moves(), Moves::highLow)
                    && couldBe(exact.moves(), rounded.moves(), Moves::highHigh);
        }

        private static boolean couldBe(Moves exact, Moves rounded, Function<Moves, Integer> cell) {
            return Math.abs(cell.apply(exact) - cell.apply(rounded)) < BatchRule.TEN;
        }
    }

    /** Returns arrivals with each lesson and year in one authority, once or a few times. */
    private static List<Arrival> alone(int seed) {
        var chance = new SplittableRandom(77L * seed);
        var all = new ArrayList<Arrival>();
        for (long version = 1; version <= 2; version++) {
            for (var year : List.of("2025-26", "2026-27")) {
                var area = DisclosureAttack.AREAS.get(chance.nextInt(DisclosureAttack.AREAS.size()));
                var measure = version == 1 ? OutcomeMeasure.KNOWLEDGE : OutcomeMeasure.CONFIDENCE;
                for (int times = 1 + chance.nextInt(3); times > 0; times--) {
                    int day = DisclosureAttack.DAYS.get(chance.nextInt(DisclosureAttack.DAYS.size()));
                    all.add(new Arrival(day, new PairQuestion(version, "after-q", year, measure), area, new int[] {
                        chance.nextInt(70), chance.nextInt(70), chance.nextInt(14), chance.nextInt(70)
                    }));
                }
            }
        }
        all.sort(Comparator.comparing(Arrival::day));
        return all;
    }
}
