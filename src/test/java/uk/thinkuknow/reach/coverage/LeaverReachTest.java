package uk.thinkuknow.reach.coverage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.counting.CardSet;
import uk.thinkuknow.reach.coverage.LeaverClass.Lines;
import uk.thinkuknow.reach.coverage.LeaverReach.Key;
import uk.thinkuknow.reach.coverage.LeaverReach.Leaving;
import uk.thinkuknow.reach.coverage.LeaverReach.Link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Tests the lower and the upper bound of how many leavers have ever had a lesson. */
class LeaverReachTest {
    private static final long NOW = 3;
    private static final long BEFORE = 2;
    private static final long LONG_AGO = 1;

    @Test
    void cardsMarkedAtALessonCountInBothBounds() {
        var leavers =
                leaverReach(Map.of(), Map.of(NOW, new Lines(cards(1, 20), 0))).withLineage(NOW, cards(1, 30));
        assertEquals(20, leavers.atLeast());
        assertEquals(20, leavers.atMost());
    }

    @Test
    void marksInEarlierClassesCountInBothBoundsIfTheCardNumbersWereConfirmed() {
        var links = Map.of(NOW, List.of(new Link(BEFORE, true)), BEFORE, List.of(new Link(LONG_AGO, true)));
        var lines = Map.of(LONG_AGO, new Lines(cards(1, 10), 0), NOW, new Lines(cards(6, 15), 0));
        var leavers = leaverReach(links, lines).withLineage(NOW, cards(1, 30));
        assertEquals(15, leavers.atLeast());
        assertEquals(15, leavers.atMost());
    }

    @Test
    void cardsNoLongerInForceDoNotCount() {
        var lines = Map.of(NOW, new Lines(cards(1, 30), 0));
        assertEquals(
                25, leaverReach(Map.of(), lines).withLineage(NOW, cards(6, 30)).atLeast());
    }

    @Test
    void withoutConfirmedCardNumbersEarlierClassesRaiseOnlyTheUpperBound() {
        var links = Map.of(NOW, List.of(new Link(BEFORE, false)), BEFORE, List.of(new Link(LONG_AGO, true)));
        var lines = Map.of(LONG_AGO, new Lines(cards(1, 8), 0));
        var leavers = leaverReach(links, lines).withLineage(NOW, cards(1, 30));
        assertEquals(0, leavers.atLeast());
        assertEquals(8, leavers.atMost());
    }

    @Test
    void marksWithoutACardRaiseOnlyTheUpperBound() {
        var lines = Map.of(NOW, new Lines(cards(1, 5), 12));
        var leavers = leaverReach(Map.of(), lines).withLineage(NOW, cards(1, 30));
        assertEquals(5, leavers.atLeast());
        assertEquals(17, leavers.atMost());
    }

    @Test
    void theUpperBoundIsAtMostTheNumberOfLeavers() {
        var lines = Map.of(NOW, new Lines(cards(1, 30), 90));
        assertEquals(
                30, leaverReach(Map.of(), lines).withLineage(NOW, cards(1, 30)).atMost());
    }

    @Test
    void aClassOfSeveralYearGroupsIsLeftOutAndCountedAsMixed() {
        var sums = leaverReach(Map.of(), Map.of(NOW, new Lines(cards(1, 30), 0)))
                .sums(List.of(
                        new Leaving(7, 6, NOW, cards(1, 30), true), new Leaving(7, 6, BEFORE, cards(1, 10), false)));
        assertEquals(Map.of(new Key(7, 6), new LeaverReach.Sum(1, 10, 0, 0, 1)), sums);
    }

    @Test
    void classLinksThatFormALoopAreFollowedOnce() {
        var links = Map.of(NOW, List.of(new Link(BEFORE, true)), BEFORE, List.of(new Link(NOW, true)));
        assertEquals(
                0, leaverReach(links, Map.of()).withLineage(NOW, cards(1, 30)).atMost());
    }

    /** Simulates classes over several years; only the simulation knows which children truly had a lesson. */
    @RepeatedTest(200)
    void theTrueNumberOfLeaversReachedIsBetweenTheBounds(RepetitionInfo repetition) {
        var chance = new SplittableRandom(repetition.getCurrentRepetition());
        var lines = new HashMap<Long, Lines>();
        var links = new HashMap<Long, List<Link>>();
        var reached = new HashSet<Integer>();
        var children = new ArrayList<>(
                IntStream.rangeClosed(1, 8 + chance.nextInt(24)).boxed().toList());
        int next = 1000;
        long years = 1 + chance.nextInt(4);
        Map<Integer, Integer> cardOf = numbered(children, 1);
        for (long year = 1; year <= years; year++) {
            if (year > 1) {
                boolean same = chance.nextBoolean();
                links.put(year, List.of(new Link(year - 1, same)));
                int highest = cardOf.values().stream()
                        .mapToInt(Integer::intValue)
                        .max()
                        .orElse(0);
                children.removeIf(child -> chance.nextInt(8) == 0);
                for (int more = chance.nextInt(4); more > 0; more--) {
                    children.add(next++);
                }
                if (same) {
                    var kept = new HashMap<Integer, Integer>();
                    for (var child : children) {
                        var card = cardOf.get(child);
                        kept.put(child, card == null ? ++highest : card);
                    }
                    cardOf = kept;
                } else {
                    cardOf = numbered(children, 1);
                }
            }
            lines.put(year, lessons(chance, children, cardOf, reached));
        }
        var mine = cardOf;
        var leavers = leaverReach(links, lines)
                .withLineage(years, CardSet.of(children.stream().map(mine::get).toList()));
        long truth = children.stream().filter(reached::contains).count();
        assertTrue(
                leavers.atLeast() <= truth && truth <= leavers.atMost(),
                leavers.atLeast() + " <= " + truth + " <= " + leavers.atMost());
    }

    private static Lines lessons(
            SplittableRandom chance, List<Integer> children, Map<Integer, Integer> cardOf, Set<Integer> reached) {
        var named = CardSet.NONE;
        int unnamed = 0;
        for (int lesson = chance.nextInt(3); lesson > 0; lesson--) {
            for (var child : children) {
                if (chance.nextInt(3) > 0) {
                    reached.add(child);
                    if (chance.nextInt(4) > 0) {
                        named = named.with(cardOf.getOrDefault(child, 0));
                    } else {
                        unnamed++;
                    }
                }
            }
        }
        return new Lines(named, unnamed);
    }

    private static Map<Integer, Integer> numbered(List<Integer> children, int from) {
        var cards = new HashMap<Integer, Integer>();
        for (int i = 0; i < children.size(); i++) {
            cards.put(children.get(i), from + i);
        }
        return cards;
    }

    private static LeaverReach leaverReach(Map<Long, List<Link>> links, Map<Long, Lines> lines) {
        return new LeaverReach(links, lines);
    }

    private static CardSet cards(int from, int to) {
        return CardSet.of(IntStream.rangeClosed(from, to).boxed().toList());
    }
}
