package uk.thinkuknow.counting;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static uk.thinkuknow.counting.GivenReturns.cards;

/** Tests which lines of a class count before, up to and in a period, in all bands and in one. */
class ClassLinesTest {
    private static final LocalDate DAY = LocalDate.of(2026, 10, 5);
    private static final List<CountedLine> LINES = List.of(
            line("8-10", 0, GroupTally.WHOLE_CLASS, cards(1, 20)),
            line("11-13", 1, 5, cards(1, 6)),
            line("8-10", 1, 6, cards(18, 25)),
            line("8-10", 2, GroupTally.WHOLE_CLASS, cards(1, 2)));

    @Test
    void theLinesOfATermCountInItAndThoseOfEarlierTermsBeforeIt() {
        var spring = of("spring").result();
        assertEquals(reach(20, 20, 20), spring.before());
        assertEquals(reach(14, 8, 16), spring.own());
        assertEquals(reach(25, 20, 36), spring.toEnd());
    }

    @Test
    void aBandCountsItsOwnLinesOnly() {
        assertEquals(Set.of("11-13", "8-10"), of("spring").bands());
        assertEquals(reach(10, 8, 10), of("spring").result("8-10").own());
        assertEquals(ReachCount.NONE, of("spring").result("11-13").before());
    }

    @Test
    void twoGroupsOfATermAreCountedAsGroups() {
        var lines = List.of(
                line("8-10", 1, 5, cards(1, 6)), line("8-10", 1, 5, cards(1, 6)), line("8-10", 1, 6, cards(7, 9)));
        assertEquals(new ReachCount(9, 9, 6, 15), ClassLines.count(lines, each -> true));
        var unnamed = List.of(unnamed(5, cards(1, 6)), unnamed(6, cards(7, 9)));
        assertEquals(new ReachCount(9, 9, 6, 9), ClassLines.count(unnamed, each -> true));
    }

    private static CountedLine unnamed(long group, CardSet of) {
        return new CountedLine(
                1, 1, 1, "8-10", 1, DAY, GroupTally.ofLine(group, of, cards(1, 30), CardSet.NONE, of.size(), 0));
    }

    @Test
    void beforeTheFirstTermThereIsNothing() {
        var autumn = of("autumn").result();
        assertEquals(ReachCount.NONE, autumn.before());
        assertEquals(autumn.own(), autumn.toEnd());
    }

    @Test
    void theLineOfAClassThatMovedKeepsAllButItsSchool() {
        var moved = LINES.getFirst().at(9);
        assertEquals(9, moved.schoolId());
        assertEquals(LINES.getFirst(), moved.at(1));
    }

    private static ClassLines of(String term) {
        return new ClassLines(1, 1, new Period("2026-27", term), LINES);
    }

    private static ReachCount reach(int children, int largest, int attendances) {
        return new ReachCount(children, children, largest, attendances);
    }

    private static CountedLine line(String band, int term, long group, CardSet named) {
        var wanted = group == GroupTally.WHOLE_CLASS ? cards(1, 30) : named;
        return new CountedLine(1, 1, 1, band, term, DAY, GroupTally.ofLine(group, wanted, cards(1, 30), named, 0, 0));
    }
}
