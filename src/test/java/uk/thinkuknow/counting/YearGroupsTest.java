package uk.thinkuknow.counting;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** Tests how year groups are read, named and turned into cohorts. */
class YearGroupsTest {
    private final YearGroups england = YearGroups.of("england");
    private final YearGroups scotland = YearGroups.of("scotland");
    private final YearGroups northernIreland = YearGroups.of("northern-ireland");

    @Test
    void yearGroupsAreReadAsPeopleWriteThem() {
        for (var five : List.of("Year 5", "year5", "Yr 5", "Y5", "Year group 5", " Y 5 ", "5")) {
            assertEquals(group(5), england.read(five), five);
        }
        assertEquals(group(0), england.read("Reception"));
        assertEquals(group(0), england.read("R"));
        assertEquals(group(0, 1), england.read("Reception and Year 1"));
        assertEquals(group(3, 4), england.read("Years 3 and 4"));
        assertEquals(group(3, 4), england.read("Y3/4"));
        assertEquals(group(1, 2, 3), england.read("Years 1 to 3"));
        assertEquals(group(1, 2, 3), england.read("Y1-3"));
    }

    @Test
    void textThatIsNoYearGroupIsRejected() {
        for (var other : List.of(
                "", "Year", "Year 14", "P3", "Rowan", "28 children", "4 to 3", "4 to 4", "5 6", "to", "-", "Mrs 5")) {
            assertEquals(Optional.empty(), england.read(other), other);
        }
    }

    @Test
    void eachNationHasItsOwnYearGroups() {
        assertEquals(group(2), scotland.read("P3"));
        assertEquals(group(2, 3), scotland.read("Primary 3/4"));
        assertEquals(group(8), scotland.read("S2"));
        assertEquals(Optional.empty(), scotland.read("Year 5"));
        assertEquals(group(6), northernIreland.read("P7"));
        assertEquals(group(7), northernIreland.read("Year 8"));
        assertEquals("P7 and Year 8", northernIreland.words(Set.of(7, 6)));
        assertEquals("S6", scotland.name(12));
    }

    @Test
    void theYearGroupsAtTheStartOfTheNameOfAClassAreRead() {
        assertEquals(group(5), england.readName("5B Rowan"));
        assertEquals(group(10), england.readName("10A"));
        assertEquals(group(7), england.readName("7X1"));
        assertEquals(group(5), england.readName("Year 5"));
        assertEquals(group(3, 4), england.readName("3/4 Oak"));
        assertEquals(group(0), england.readName("Reception Acorn"));
        assertEquals(group(0), england.readName("R Acorn"));
        assertEquals(group(0), scotland.readName("P1 Thistle"));
        for (var other : List.of("Squirrels", "Robins", "Yew", "Primrose", "2026", "Rowan 5B", "P1 Thistle", "14A")) {
            assertEquals(Optional.empty(), england.readName(other), other);
        }
    }

    @Test
    void aCohortStaysWhileItsYearGroupMovesOn() {
        assertEquals(Set.of(2021), YearGroups.cohorts("2026-27", Set.of(5)));
        assertEquals(Set.of(6), YearGroups.inYear("2027-28", Set.of(2021)));
        assertEquals("Year 6", england.words(YearGroups.inYear("2027-28", Set.of(2021))));
    }

    @Test
    void yearGroupsAreListedInWords() {
        assertEquals("Years 3 and 4", england.words(List.of(4, 3)));
        assertEquals("Reception and Year 1", england.words(List.of(0, 1)));
        assertEquals("Years 1, 2 and 3", england.words(List.of(1, 2, 3)));
        assertEquals("", england.words(List.of()));
    }

    @Test
    void aYearLaterTheNameOfAClassHasTheNextYearGroups() {
        assertEquals("6B Rowan", england.nextName("5B Rowan"));
        assertEquals("Year 10", england.nextName(" Year 9 "));
        assertEquals("4/5 Oak", england.nextName("3/4 Oak"));
        assertEquals("P2 Thistle", scotland.nextName("P1 Thistle"));
        assertEquals("Year 1 Acorn", england.nextName("Reception Acorn"));
        assertEquals("Year 1", england.nextName("Reception"));
        assertEquals("1 Acorn", england.nextName("R  Acorn"));
        assertEquals("1 Acorn", england.nextName("Rec Acorn"));
        assertEquals("1", england.nextName("R"));
        for (var other : List.of("Squirrels", "2026", "")) {
            assertEquals(other, england.nextName(other));
        }
    }

    @Test
    void aNationHasAllItsYearGroupsAndThoseAfterSchoolHaveOneName() {
        assertEquals(IntStream.rangeClosed(0, 13).boxed().toList(), england.all());
        assertEquals(IntStream.rangeClosed(0, 12).boxed().toList(), scotland.all());
        assertEquals(IntStream.rangeClosed(0, 13).boxed().toList(), northernIreland.all());
        assertEquals("Year 13", england.name(13));
        assertEquals("Year 14", northernIreland.name(13));
        assertEquals("older than school age", england.name(14));
        assertEquals("older than school age", scotland.name(13));
    }

    private static Optional<SortedSet<Integer>> group(Integer... after) {
        return Optional.of(new TreeSet<>(List.of(after)));
    }
}
