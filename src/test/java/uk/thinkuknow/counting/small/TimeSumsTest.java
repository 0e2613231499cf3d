package uk.thinkuknow.counting.small;

import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Tests that a number is not allowed if sums over months that follow each other would give a small difference away. */
class TimeSumsTest {
    private static final LocalDate START = LocalDate.of(2026, 9, 1);

    private final TimeSums sums = new TimeSums();

    @Test
    void theLastMonthIsRefusedIfAllMonthsDifferTooLittleFromAKnownNumber() {
        for (int months = 2; months <= 5; months++) {
            assertFalse(allowsLastOf(months), months + " months");
            assertFalse(allowsFirstOf(months), months + " months");
            assertFalse(allowsAllOf(months), months + " months");
        }
    }

    @Test
    void sumsOfMoreThanFiveMonthsAreNotTried() {
        assertTrue(allowsLastOf(6));
        assertTrue(allowsFirstOf(6));
        assertTrue(allowsAllOf(6));
    }

    @Test
    void monthsWithAGapBetweenThemAreNotAdded() {
        sums.add(month(0));
        sums.add(span(0, 3, schools(0, 1).plus(schools(2, 3)), 99));
        assertTrue(sums.allows(month(2)));
    }

    @Test
    void numbersOfTimesWithoutACommonDayAreNotCompared() {
        sums.add(span(0, 1, schools(0, 1), 99));
        assertTrue(sums.allows(span(1, 2, schools(0, 1), 98)));
        assertFalse(sums.allows(span(0, 2, schools(0, 1), 98)));
    }

    @Test
    void aNumberThatIsKnownAlreadyIsAllowedAgain() {
        sums.add(month(0));
        assertTrue(sums.allows(month(0)));
    }

    /** All but the last month are known, and a number of all months with one school more. */
    private static boolean allowsLastOf(int months) {
        var sums = known(0, months - 1);
        sums.add(span(0, months, schools(0, months), 99));
        return sums.allows(month(months - 1));
    }

    private static boolean allowsFirstOf(int months) {
        var sums = known(1, months);
        sums.add(span(0, months, schools(0, months), 99));
        return sums.allows(month(0));
    }

    private static boolean allowsAllOf(int months) {
        return known(0, months).allows(span(0, months, schools(0, months), 99));
    }

    private static TimeSums known(int from, int to) {
        var sums = new TimeSums();
        IntStream.range(from, to).forEach(month -> sums.add(month(month)));
        return sums;
    }

    /** A month with three schools of its own. */
    private static TimeSums.Span month(int month) {
        return new TimeSums.Span(
                START.plusMonths(month), START.plusMonths(month + 1L).minusDays(1), schools(month, month + 1), 1);
    }

    /** A number of some months together, with one school more. */
    private static TimeSums.Span span(int first, int last, CellBase base, long more) {
        return new TimeSums.Span(
                START.plusMonths(first),
                START.plusMonths(last).minusDays(1),
                base.plus(CellBase.of(Map.of(more, 20))),
                1);
    }

    /** The schools of some months. */
    private static CellBase schools(int from, int to) {
        return CellBase.of(
                IntStream.range(3 * from, 3 * to).boxed().collect(Collectors.toMap(Integer::longValue, school -> 20)));
    }
}
