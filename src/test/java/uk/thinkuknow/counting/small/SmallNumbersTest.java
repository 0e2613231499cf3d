package uk.thinkuknow.counting.small;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.thinkuknow.counting.small.SmallNumbers.Rule;
import uk.thinkuknow.counting.small.SmallNumbers.Verdict;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * Tests that a reader who subtracts all published numbers of a year from each other finds no small one, and that each
 * rule is needed for it.
 */
class SmallNumbersTest {
    private static final Set<Rule> ALL = EnumSet.allOf(Rule.class);

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void aReaderOfAYearsPublicationsFindsNoSmallNumber(long seed) {
        var seen = publishAYear(new InventedProgramme(seed), ALL);
        assertEquals(List.of(), new SubtractingReader(seen).finds());
        assertTrue(seen.stream().allMatch(each -> each.byKey().containsKey("total/new")), "each has its headline");
        assertTrue(seen.stream().mapToInt(each -> each.cells().size()).min().orElse(0) > 40, "and most of its tables");
    }

    @ParameterizedTest
    @EnumSource(Rule.class)
    void withoutAnyOneRuleTheReaderFindsSmallNumbers(Rule rule) {
        var seen = publishAYear(new InventedProgramme(1), EnumSet.complementOf(EnumSet.of(rule)));
        assertFalse(new SubtractingReader(seen).finds().isEmpty(), rule.name());
    }

    @Test
    void aRowOfTwoSchoolsIsHiddenAndWithItTheSmallestRowThatWouldGiveItAway() {
        var verdicts = SmallNumbers.decide(
                edition(
                        cell("total", schools(1, 14, 20)),
                        part("north", schools(1, 5, 20)),
                        part("west", schools(9, 12, 20)),
                        part("south", schools(6, 8, 20)),
                        part("east", schools(13, 14, 20))),
                List.of());
        assertEquals(
                Map.of(
                        "total", Verdict.SHOWN,
                        "north", Verdict.SHOWN,
                        "south", Verdict.HIDDEN,
                        "west", Verdict.SHOWN,
                        "east", Verdict.HIDDEN),
                verdicts);
    }

    @Test
    void threeSchoolsOfFewerThanThirtyChildrenAreHiddenAndNoughtIsShown() {
        var verdicts = SmallNumbers.decide(
                edition(
                        cell("nobody", CellBase.NONE),
                        cell("few", schools(1, 3, 9)),
                        cell("enough", schools(4, 6, 10))),
                List.of());
        assertEquals(Map.of("nobody", Verdict.SHOWN, "few", Verdict.HIDDEN, "enough", Verdict.SHOWN), verdicts);
    }

    @Test
    void anUpperBoundThatOneSchoolMakesHigherIsHidden() {
        var verdicts = SmallNumbers.decide(
                edition(
                        cell("lower", schools(1, 5, 20)),
                        cell("upper", schools(1, 5, 20).plus(schools(2, 2, 7))),
                        cell("largest", schools(1, 5, 20))),
                List.of());
        assertEquals(Map.of("lower", Verdict.SHOWN, "upper", Verdict.HIDDEN, "largest", Verdict.SHOWN), verdicts);
    }

    @Test
    void aPublishedNumberStaysUntilEnoughSchoolsHaveChangedIt() {
        var first = edition(cell("total", schools(1, 5, 20)));
        var oneMore = edition(cell("total", schools(1, 6, 20)));
        assertEquals(Map.of("total", Verdict.KEPT), SmallNumbers.decide(oneMore, List.of(first)));
        assertEquals(first, SmallNumbers.shown(oneMore, List.of(first), Map.of("total", Verdict.KEPT)));
        var threeMore = edition(cell("total", schools(1, 8, 20)));
        assertEquals(Map.of("total", Verdict.SHOWN), SmallNumbers.decide(threeMore, List.of(first)));
    }

    private static CellEdition edition(PublishedCell... cells) {
        return new CellEdition("autumn", InventedProgramme.FIRST, LocalDate.of(2027, 1, 3), List.of(cells));
    }

    private static PublishedCell cell(String key, CellBase base) {
        return new PublishedCell(key, "children", false, base, Map.of());
    }

    private static PublishedCell part(String key, CellBase base) {
        return new PublishedCell(key, "children", false, base, Map.of("region", List.of("total")));
    }

    /** So many children at each school from one number to another. */
    private static CellBase schools(int first, int last, int children) {
        return CellBase.of(IntStream.rangeClosed(first, last)
                .boxed()
                .collect(Collectors.toMap(Integer::longValue, school -> children)));
    }

    /** A period of the year. */
    private record Closed(String key, LocalDate first, LocalDate last) {}

    /** A publication of a period, on a day. */
    private record Publication(Closed closed, LocalDate day) {}

    /** Closes each term, each quarter and the year, and publishes each again twice after late returns. */
    private static List<CellEdition> publishAYear(InventedProgramme programme, Set<Rule> rules) {
        var publications = Stream.of(
                        new Closed("autumn", InventedProgramme.FIRST, LocalDate.of(2027, 1, 3)),
                        new Closed("q3", LocalDate.of(2026, 10, 1), LocalDate.of(2026, 12, 31)),
                        new Closed("spring", LocalDate.of(2027, 1, 4), LocalDate.of(2027, 4, 11)),
                        new Closed("q4", LocalDate.of(2027, 1, 1), LocalDate.of(2027, 3, 31)),
                        new Closed("summer", LocalDate.of(2027, 4, 12), LocalDate.of(2027, 8, 31)),
                        new Closed("q1", LocalDate.of(2027, 4, 1), LocalDate.of(2027, 6, 30)),
                        new Closed("year", InventedProgramme.FIRST, LocalDate.of(2027, 8, 31)))
                .flatMap(closed -> Stream.of(1, 20, 90)
                        .map(days -> new Publication(closed, closed.last().plusDays(days))))
                .sorted(Comparator.comparing(Publication::day))
                .toList();
        var seen = new ArrayList<CellEdition>();
        for (var each : publications) {
            var closed = each.closed();
            var now = programme.edition(closed.key(), closed.first(), closed.last(), each.day());
            var verdicts = SmallNumbers.decide(now, List.copyOf(seen), rules);
            seen.add(SmallNumbers.shown(now, List.copyOf(seen), verdicts));
        }
        return seen;
    }
}
