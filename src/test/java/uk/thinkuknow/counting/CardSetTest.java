package uk.thinkuknow.counting;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static uk.thinkuknow.counting.GivenReturns.cards;

/** Tests sets of card numbers, at both ends and where one word of bits ends and the next begins. */
class CardSetTest {
    private final CardSet all = cards(1, CardSet.HIGHEST);
    private final CardSet edges = CardSet.of(List.of(1, 60, 61, 120));

    @Test
    void aSetHoldsTheNumbersItWasGivenAndNoOther() {
        assertEquals(List.of(1, 60, 61, 120), edges.numbers());
        assertEquals(4, edges.size());
        assertEquals(IntStream.rangeClosed(1, 120).boxed().toList(), all.numbers());
        for (int other : new int[] {-1, 0, 2, 59, 62, 119, 121}) {
            assertFalse(edges.contains(other), "card " + other);
        }
        assertFalse(all.contains(0));
        assertFalse(all.contains(121));
    }

    @Test
    void cardsAreInForceFromTheDayOfTheirIssueUntilTheyAreRetired() {
        var day = LocalDate.of(2026, 11, 2);
        assertTrue(new CardBatch(1, day, day.atTime(9, 0), null, 5).inForce(day));
        assertFalse(new CardBatch(1, day.plusDays(1), day.atTime(9, 0), null, 5).inForce(day));
        assertTrue(new CardBatch(1, day, day.atTime(9, 0), day.plusDays(1), 5).inForce(day));
        assertFalse(new CardBatch(1, day.minusDays(1), day.atTime(9, 0), day, 5).inForce(day));
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 121})
    void aNumberThatIsNoCardIsRefused(int number) {
        assertThrows(IllegalArgumentException.class, () -> CardSet.NONE.with(number));
    }

    @Test
    void setsAreJoinedCutAndSubtractedInBothHalves() {
        var low = CardSet.of(List.of(1, 2, 61, 62));
        var high = CardSet.of(List.of(2, 3, 62, 63));
        assertEquals(CardSet.of(List.of(1, 2, 3, 61, 62, 63)), low.or(high));
        assertEquals(CardSet.of(List.of(2, 62)), low.and(high));
        assertEquals(CardSet.of(List.of(1, 61)), low.without(high));
        assertEquals(CardSet.NONE, low.without(low));
    }

    @Test
    void aSetContainsEachPartOfItAndIsEmptyOnlyWithoutCards() {
        assertTrue(all.containsAll(edges));
        assertFalse(edges.containsAll(CardSet.of(List.of(60, 62))));
        assertTrue(CardSet.NONE.containsAll(CardSet.NONE));
        assertTrue(CardSet.NONE.isEmpty());
        assertFalse(CardSet.NONE.with(1).isEmpty());
        assertFalse(CardSet.NONE.with(120).isEmpty());
    }
}
