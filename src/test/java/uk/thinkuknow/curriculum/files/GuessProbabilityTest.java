package uk.thinkuknow.curriculum.files;

import java.util.List;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** Tests the two-sided p-value of guessing strategies against values worked out by hand. */
class GuessProbabilityTest {
    private static final double HALF = 1 / 2.0;
    private static final double THIRD = 1 / 3.0;
    private static final double QUARTER = 1 / 4.0;

    @Test
    void theProbabilityIsTwiceThatOfTheSmallerTail() {
        assertEquals(2 / 81.0, probability(4, THIRD, THIRD, THIRD, THIRD), 1e-12);
        assertEquals(32 / 81.0, probability(0, THIRD, THIRD, THIRD, THIRD), 1e-12);
        assertEquals(1 / 12.0, probability(3, HALF, THIRD, QUARTER), 1e-12);
        assertEquals(7 / 12.0, probability(2, HALF, THIRD, QUARTER), 1e-12);
        assertEquals(1 / 2.0, probability(0, HALF, THIRD, QUARTER), 1e-12);
    }

    @Test
    void theProbabilityIsNeverAboveOne() {
        assertEquals(1, probability(1, HALF, THIRD));
        assertEquals(1, probability(0));
    }

    @Test
    void theExpectedHitsAreTheSumOfTheChances() {
        assertEquals(13 / 12.0, new GuessProbability(List.of(HALF, THIRD, QUARTER), 0).expected(), 1e-12);
    }

    private static double probability(int hits, Double... chances) {
        return new GuessProbability(List.of(chances), hits).probability();
    }
}
