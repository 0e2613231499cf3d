package uk.thinkuknow.counting;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.Eventually;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static uk.thinkuknow.counting.GivenReturns.cards;

/**
 * Tests the counted bounds of small classes with random returns. To compare them with the truth, it tries every set of
 * children that can have been there. No such set may have fewer children than the lower bound or more than the upper.
 * The other tests check what must hold for any returns.
 */
class CountingOracleTest {
    private static final int CARDS = 6;

    @Test
    void noPossibleTruthIsOutsideTheBounds() {
        var random = new Random(20261125);
        for (int round = 0; round < 4_000; round++) {
            var given = randomClass(random, 1 + random.nextInt(4), true);
            var truth = new Truth();
            truth.tryAll(given.lines(), 0, 0);
            var count = given.count();
            int guests = guests(given);
            assertTrue(count.lower() <= truth.least, () -> "too high: " + count + " of " + given.lines());
            assertTrue(count.upper() >= truth.most + guests, () -> "too low: " + count + " of " + given.lines());
        }
    }

    @Test
    void theLowerBoundIsBetweenTheLargestSessionAndTheUpperBoundAndTheUpperWithinCardsAndGuests() {
        var random = new Random(7);
        for (int round = 0; round < 20_000; round++) {
            var given = randomClass(random, 1 + random.nextInt(6), true);
            var count = given.count();
            var inForce = CardSet.NONE;
            for (var line : given.lines()) {
                inForce = inForce.or(line.inForce());
            }
            assertTrue(count.largestSession() <= count.lower(), () -> count + " of " + given.lines());
            assertTrue(count.lower() <= count.upper(), () -> count + " of " + given.lines());
            assertTrue(count.lower() <= count.attendances(), () -> count + " of " + given.lines());
            assertTrue(count.upper() <= inForce.size() + guests(given), () -> count + " of " + given.lines());
        }
    }

    @Test
    void theOrderOfTheReturnsMakesNoDifference() {
        var random = new Random(11);
        for (int round = 0; round < 2_000; round++) {
            var given = randomClass(random, 5, true);
            var turned = GivenReturns.aClass();
            new ArrayList<>(given.lines())
                    .reversed()
                    .forEach(line -> turned.lines().add(line));
            assertEquals(given.count(), turned.count());
        }
    }

    @Test
    void oneMoreSessionLowersNeitherTheLowerBoundNorTheLargestSession() {
        var random = new Random(13);
        for (int round = 0; round < 5_000; round++) {
            var given = randomClass(random, 1, true);
            for (int more = 0; more < 6; more++) {
                var before = given.count();
                addSession(given, random, true);
                var after = given.count();
                assertTrue(after.lower() >= before.lower(), () -> before + " fell to " + after + ": " + given.lines());
                assertTrue(after.largestSession() >= before.largestSession(), () -> "fell: " + given.lines());
            }
        }
    }

    @Test
    void sixtyGroupsThatCutAcrossEachOtherAreCountedWithinAMinute() {
        var random = new Random(19);
        var given = GivenReturns.aClass();
        for (int group = 1; group <= 60; group++) {
            var pair = CardSet.NONE.with(1 + random.nextInt(30)).with(31 + random.nextInt(30));
            given.group(group, pair, cards(1, 60), CardSet.NONE, 2);
        }
        var count = assertTimeoutPreemptively(Eventually.PATIENCE, given::count);
        assertTrue(count.lower() >= 30 && count.lower() <= count.upper(), count::toString);
    }

    @Test
    void theNumberOfNewChildrenIsWithinItsOwnBoundsAndNeverNegative() {
        var random = new Random(17);
        for (int round = 0; round < 4_000; round++) {
            var autumn = randomClass(random, 1 + random.nextInt(2), true);
            var before = autumn.count();
            for (int i = 0; i <= random.nextInt(2); i++) {
                addSession(autumn, random, true);
            }
            var fresh = ReachFigure.newToYear(before, autumn.count());
            assertTrue(fresh.atLeast() <= fresh.headline() && fresh.headline() <= fresh.atMost(), fresh::toString);
            assertTrue(fresh.atLeast() >= 0, fresh::toString);
        }
    }

    private static int guests(GivenReturns given) {
        return given.lines().stream().mapToInt(line -> line.heads().guests()).sum();
    }

    private static GivenReturns randomClass(Random random, int sessions, boolean groups) {
        var given = GivenReturns.aClass();
        for (int i = 0; i < sessions; i++) {
            addSession(given, random, groups);
        }
        return given;
    }

    private static void addSession(GivenReturns given, Random random, boolean groups) {
        var inForce = random.nextInt(3) == 0 ? some(cards(1, CARDS), random) : cards(1, CARDS);
        long group = groups && random.nextInt(3) > 0 ? 1 + random.nextInt(6) : GroupTally.WHOLE_CLASS;
        var wanted = switch ((int) group) {
            case 1 -> cards(1, 3);
            case 2 -> cards(4, 6);
            case 3 -> cards(3, 5);
            case 4 -> cards(1, 2);
            case 5 -> cards(2, 5);
            case 6 -> cards(6);
            default -> cards(1, CARDS);
        };
        var cards = wanted.and(inForce);
        var here = some(cards, random);
        var named = random.nextBoolean() ? some(here, random) : CardSet.NONE;
        given.line(group, cards, inForce, named, here.without(named).size(), random.nextInt(4) == 0 ? 1 : 0);
    }

    private static CardSet some(CardSet of, Random random) {
        var some = CardSet.NONE;
        for (int card : of.numbers()) {
            some = random.nextInt(3) > 0 ? some.with(card) : some;
        }
        return some;
    }

    /** The smallest and the largest number of different children that can have been there. */
    private static final class Truth {
        private int least = Integer.MAX_VALUE;
        private int most;

        /** An unnamed child can be any card of the session that is not named. Bits 0 to 5 are cards 1 to 6. */
        void tryAll(List<GroupTally> lines, int at, int seen) {
            if (at == lines.size()) {
                least = Math.min(least, Integer.bitCount(seen));
                most = Math.max(most, Integer.bitCount(seen));
                return;
            }
            var line = lines.get(at);
            int named = (int) line.named().low();
            int free = (int) line.cards().low() & ~named;
            for (int who = free; ; who = (who - 1) & free) {
                if (Integer.bitCount(who) == line.heads().unnamed()) {
                    tryAll(lines, at + 1, seen | named | who);
                }
                if (who == 0) {
                    return;
                }
            }
        }
    }
}
