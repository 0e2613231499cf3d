package uk.thinkuknow.counting.small;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.counting.small.SmallNumbers.Verdict;

import static org.junit.jupiter.api.Assertions.assertEquals;

/**
 * Tests which numbers are hidden so that a rest cannot be worked out. In most tests the total is that of the schools 1 to
 * 14, and the schools 13 and 14 are in no region that is shown, so that one region has to be hidden too.
 */
class CellDecisionTest {
    private static final PublishedCell TOTAL = cell("total", schools(1, 14));
    private static final PublishedCell NORTH = part("north", schools(1, 5));
    private static final PublishedCell WEST = part("west", schools(9, 12));
    private static final PublishedCell SOUTH = part("south", schools(6, 8));
    private static final CellBase WITHOUT_NORTH = schools(1, 5).plus(schools(13, 14));
    private static final CellBase WITHOUT_WEST = schools(9, 14);
    private static final CellBase WITHOUT_SOUTH = schools(6, 8).plus(schools(13, 14));

    @Test
    void theLeastImportantPartIsHidden() {
        assertHidden("south", decide(List.of(), TOTAL, NORTH, WEST, SOUTH));
        assertHidden("west", decide(List.of(), TOTAL, NORTH, SOUTH, WEST));
    }

    @Test
    void aNumberCloseToTheNewRestIsHiddenWithThePart() {
        var close = cell("close", WITHOUT_SOUTH.plus(schools(1, 1)));
        assertHidden("close south", decide(List.of(), TOTAL, NORTH, WEST, SOUTH, close));
    }

    @Test
    void aNumberOfAnotherUnitOrThatDiffersEnoughIsNotHiddenWithThePart() {
        var lessons = new PublishedCell("lessons", "lessons", false, WITHOUT_SOUTH.plus(schools(1, 1)), Map.of());
        var far = cell("far", WITHOUT_SOUTH.plus(schools(20, 22)));
        assertHidden("south", decide(List.of(), TOTAL, NORTH, WEST, SOUTH, lessons, far));
    }

    @Test
    void aPartIsNotHiddenIfTheNewRestIsCloseToAPublishedNumber() {
        var published = cell("published", WITHOUT_SOUTH.plus(schools(20, 20)));
        assertHidden("west", decide(List.of(spring(published)), TOTAL, NORTH, WEST, SOUTH));
    }

    @Test
    void neitherIsItIfTheSameNumberIsShownAgain() {
        var published = cell("published", WITHOUT_SOUTH.plus(schools(20, 20)));
        assertHidden("west", decide(List.of(spring(published)), TOTAL, NORTH, WEST, SOUTH, published));
    }

    @Test
    void neitherIsItIfTheNewRestIsCloseToAnotherRest() {
        var other = new PublishedCell(
                "young", "children", false, schools(2, 5).plus(schools(9, 12)), Map.of("band", List.of("total")));
        assertHidden("west", decide(List.of(), TOTAL, other, NORTH, WEST, SOUTH));
    }

    @Test
    void ofPartsThatHideTheSameImportantNumberThatWithFewerNumbersIsHidden() {
        var north = part("north", schools(1, 5));
        var west = part("west", base("9:28 10:1 11:2"));
        var south = part("south", base("6:28 7:1 8:1"));
        var rest = schools(13, 14);
        var total =
                cell("total", north.base().plus(west.base()).plus(south.base()).plus(rest));
        var both = cell("both", rest.plus(base("7:1 8:1 9:28")));
        var published = cell("published", north.base().plus(rest).plus(schools(20, 20)));
        assertHidden("both south", decide(List.of(spring(published)), total, both, north, west, south));
        var southOnly = cell("south-only", rest.plus(south.base()).plus(schools(20, 20)));
        assertHidden("both west", decide(List.of(spring(published)), total, both, north, west, south, southOnly));
    }

    @Test
    void aWholeIsHiddenIfNoPartCanBe() {
        assertHidden("total", decide(List.of(spring(closeToAll())), TOTAL, NORTH, WEST, SOUTH));
    }

    @Test
    void aWholeIsHiddenRatherThanANumberThatIsMoreImportant() {
        var headline = cell("headline", WITHOUT_SOUTH.plus(schools(20, 20)));
        var others = Arrays.copyOfRange(closeToAll(), 0, 2);
        assertHidden("total", decide(List.of(spring(others)), headline, TOTAL, NORTH, WEST, SOUTH));
    }

    @Test
    void aWholeThatIsPublishedStaysAndItsSmallestPartIsHiddenUntilTheRestIsLarge() {
        var earlier = List.of(spring(closeToAll()), autumn(TOTAL));
        assertHidden("south west", decide(earlier, TOTAL, NORTH, WEST, SOUTH));
    }

    @Test
    void whatIsPublishedAndGivesARestAwayIsNotHiddenAfterwards() {
        assertHidden("", decide(List.of(autumn(TOTAL, NORTH, WEST, SOUTH)), TOTAL, NORTH, WEST, SOUTH));
    }

    @Test
    void aRestCloseToANumberThatIsShownIsHiddenAndNoPartOfNobody() {
        var north = part("north", schools(1, 8));
        var nobody = part("nobody", CellBase.NONE);
        var close = cell("close", schools(9, 13));
        assertHidden("north", decide(List.of(), TOTAL, north, close, nobody));
    }

    @Test
    void aPartThatGivesARestOfAnEarlierEditionAwayIsHidden() {
        var earlier = cell("total", schools(1, 12));
        var more = cell("total", schools(1, 15));
        var east = part("east", schools(6, 10));
        assertHidden("east", decide(List.of(autumn(earlier)), more, NORTH, east));
        assertHidden("", decide(List.of(spring(earlier)), more, NORTH, east));
    }

    @Test
    void aWholeThatGivesARestOfEarlierPartsAwayIsHidden() {
        var earlier = autumn(NORTH, part("east", schools(6, 10)));
        assertHidden("total", decide(List.of(earlier), cell("total", schools(1, 12)), NORTH));
    }

    @Test
    void anEarlierEditionThatLeavesNobodyOrManyHidesNothing() {
        var total = cell("total", schools(1, 10));
        var east = part("east", schools(6, 10));
        assertHidden("", decide(List.of(autumn(total)), total, NORTH, east));
        assertHidden("", decide(List.of(autumn(total)), total, NORTH));
    }

    /** Numbers to which the rest is close, whichever of the regions is hidden. */
    private static PublishedCell[] closeToAll() {
        return new PublishedCell[] {
            cell("n", WITHOUT_NORTH.plus(schools(20, 20))),
            cell("w", WITHOUT_WEST.plus(schools(20, 20))),
            cell("s", WITHOUT_SOUTH.plus(schools(20, 20)))
        };
    }

    private static Map<String, Verdict> decide(List<CellEdition> earlier, PublishedCell... cells) {
        return SmallNumbers.decide(autumn(cells), earlier);
    }

    private static void assertHidden(String keys, Map<String, Verdict> verdicts) {
        assertEquals(
                keys,
                new TreeMap<>(verdicts)
                        .entrySet().stream()
                                .filter(each -> each.getValue() == Verdict.HIDDEN)
                                .map(Map.Entry::getKey)
                                .collect(Collectors.joining(" ")));
    }

    private static CellEdition autumn(PublishedCell... cells) {
        return new CellEdition("autumn", LocalDate.of(2026, 9, 1), LocalDate.of(2027, 1, 3), List.of(cells));
    }

    private static CellEdition spring(PublishedCell... cells) {
        return new CellEdition("spring", LocalDate.of(2027, 1, 4), LocalDate.of(2027, 4, 11), List.of(cells));
    }

    private static PublishedCell cell(String key, CellBase base) {
        return new PublishedCell(key, "children", false, base, Map.of());
    }

    private static PublishedCell part(String key, CellBase base) {
        return new PublishedCell(key, "children", false, base, Map.of("region", List.of("total")));
    }

    /** 20 children at each school from one number to another. */
    private static CellBase schools(int first, int last) {
        return CellBase.of(
                IntStream.rangeClosed(first, last).boxed().collect(Collectors.toMap(Integer::longValue, school -> 20)));
    }

    /** Children by school, such as "6:28 7:1". */
    private static CellBase base(String bySchool) {
        return CellBase.of(Arrays.stream(bySchool.split(" "))
                .map(each -> each.split(":"))
                .collect(Collectors.toMap(each -> Long.valueOf(each[0]), each -> Integer.valueOf(each[1]))));
    }
}
