package uk.thinkuknow.counting;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.common.AgeRange;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** Tests which age bands are in force on a day, and which of them suits a class. */
class AgeBandsTest {
    private static final LocalDate CHANGE = LocalDate.of(2027, 8, 1);
    private static final LocalDate BEGIN = LocalDate.of(2025, 8, 1);
    private final AgeBands bands = new AgeBands(List.of(
            band("14-18", 10, BEGIN, CHANGE.minusDays(1)),
            band("17-18", 12, CHANGE, null),
            band("14-16", 10, CHANGE, null),
            band("4-7", 0, BEGIN, null),
            band("8-10", 3, BEGIN, null),
            band("11-13", 7, BEGIN, null)));

    @Test
    void aBandIsInForceFromItsFirstDayToItsLast() {
        assertEquals(
                List.of("4-7", "8-10", "11-13", "14-18"),
                bands.on(CHANGE.minusDays(1)).keys());
        assertEquals(
                List.of("4-7", "8-10", "11-13", "14-16", "17-18"),
                bands.on(CHANGE).keys());
    }

    @Test
    void fromADayOnThereAreTheBandsInForceAndThoseToCome() {
        assertEquals(
                List.of("4-7", "8-10", "11-13", "14-16", "14-18", "17-18"),
                bands.from(CHANGE.minusDays(1)).keys());
        assertEquals(
                List.of("4-7", "8-10", "11-13", "14-16", "17-18"),
                bands.from(CHANGE).keys());
    }

    @Test
    void theBandOfSeveralYearGroupsIsThatOfTheYoungest() {
        var before = bands.on(BEGIN);
        assertEquals(
                List.of("4-7", "4-7", "8-10", "8-10", "11-13", "11-13", "14-18"),
                List.of(0, 2, 3, 6, 7, 9, 10).stream()
                        .map(each -> before.ofGroups(Set.of(each)))
                        .toList());
        assertEquals("4-7", before.ofGroups(Set.of(2, 3)));
        assertEquals("4-7", before.ofGroups(Set.of()));
    }

    @Test
    void aNewBandTakesTheClassesFromItsYoungestYearGroupOn() {
        var after = bands.on(CHANGE);
        assertEquals(
                List.of("11-13", "14-16", "14-16", "17-18", "17-18"),
                List.of(9, 10, 11, 12, 13).stream()
                        .map(each -> after.ofGroups(Set.of(each)))
                        .toList());
    }

    @Test
    void aBandIsFoundByItsKeyAndWithoutBandsNoClassHasOne() {
        assertEquals("8-10", bands.of("8-10").orElseThrow().key());
        assertEquals(Optional.empty(), bands.of("5-6"));
        assertEquals("", new AgeBands(List.of()).ofGroups(Set.of(3)));
        assertEquals("8-10", new AgeBands(List.of(band("8-10", 3, BEGIN, null))).ofGroups(Set.of(1)), "the youngest");
    }

    private static AgeBand band(String key, int group, LocalDate from, @Nullable LocalDate to) {
        return new AgeBand(AgeRange.of(key).orElseThrow(), group, from, to);
    }
}
