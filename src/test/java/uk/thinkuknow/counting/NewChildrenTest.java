package uk.thinkuknow.counting;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.reach.report.LineSums;
import uk.thinkuknow.reach.totals.Place;
import uk.thinkuknow.reach.totals.RowKind;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static uk.thinkuknow.counting.GivenReturns.cards;

/**
 * Tests how children new to the year are counted (counting rule 7), and how the totals and rows of a report add up over
 * classes and bands.
 */
class NewChildrenTest {
    private static final CardSet THIRTY = cards(1, 30);
    private static final Period AUTUMN = new Period("2026-27", "autumn");
    private static final Period SPRING = new Period("2026-27", "spring");
    private static final Period YEAR = new Period("2026-27", null);
    private static final Place OAK = new Place(1, "oak2345678", "Oakfield", "primary", "tyne", "north-east", "england");

    private final List<CountedLine> lines = new ArrayList<>();

    @Test
    void aChildOfTheAutumnIsNotNewInTheSpring() {
        line(1, 1, "8-10", 0, cards(1, 29), 0);
        line(1, 2, "8-10", 1, THIRTY, 0);
        var spring = reckon(SPRING).total();
        assertEquals(new ReachFigure(1, 1, 1), spring.fresh());
        assertEquals(30, spring.own().lower());
    }

    @Test
    void theNewChildrenOfTheTermsAddUpToTheLowerBoundOfTheYear() {
        line(1, 1, "8-10", 0, cards(1, 20), 0);
        line(1, 2, "8-10", 1, cards(11, 25), 3);
        var autumn = reckon(AUTUMN).total().fresh().headline();
        var spring = reckon(SPRING).total().fresh().headline();
        assertEquals(reckon(YEAR).total().own().lower(), autumn + spring);
    }

    @Test
    void inAWholeYearTheNewChildrenAreTheReach() {
        line(1, 1, "8-10", 0, cards(1, 20), 2);
        line(1, 2, "8-10", 2, cards(1, 25), 0);
        var year = reckon(YEAR).total();
        assertEquals(year.own().lower(), year.fresh().headline());
        assertEquals(year.own().upper(), year.fresh().atMost());
    }

    @Test
    void headCountsLeaveOpenWhoIsNew() {
        line(1, 1, "8-10", 0, CardSet.NONE, 20);
        line(1, 2, "8-10", 1, CardSet.NONE, 25);
        assertEquals(new ReachFigure(5, 5, 10), reckon(SPRING).total().fresh());
    }

    @Test
    void aChildOfTwoBandsIsOneChildInTheTotal() {
        line(1, 1, "8-10", 0, THIRTY, 0);
        line(1, 2, "11-13", 0, cards(1, 10), 0);
        var lineSums = reckon(AUTUMN);
        assertEquals(30, lineSums.total().own().lower());
        assertEquals(30, lineSums.by(RowKind.BAND).get("8-10").own().lower());
        assertEquals(10, lineSums.by(RowKind.BAND).get("11-13").own().lower());
    }

    @Test
    void aChildNewToABandNeedNotBeNewToTheYear() {
        line(1, 1, "8-10", 0, THIRTY, 0);
        line(1, 2, "11-13", 1, cards(1, 10), 0);
        var lineSums = reckon(SPRING);
        assertEquals(0, lineSums.total().fresh().headline());
        assertEquals(10, lineSums.by(RowKind.BAND).get("11-13").fresh().headline());
    }

    @Test
    void aSessionOfTwoClassesIsOneSession() {
        line(1, 1, "8-10", 0, THIRTY, 0);
        line(2, 1, "8-10", 0, THIRTY, 0);
        var total = reckon(AUTUMN).total();
        assertEquals(1, total.sessions());
        assertEquals(false, total.isUnknown());
        assertEquals(60, total.own().lower());
        assertEquals(60, total.own().attendances());
    }

    @Test
    void sessionsThatAwaitTheirReturnAreShownAndTheTotalIsUnknown() {
        var lineSums = new LineSums(AUTUMN, Map.of(1L, OAK), Set.of(RowKind.REGION), new WeeklyGrowth(AUTUMN));
        lineSums.await(new PendingSessions(1, "8-10", PendingReturns.awaiting(2, 58)));
        assertEquals(2, lineSums.by(RowKind.REGION).get("north-east").awaiting());
        assertEquals(true, lineSums.total().isUnknown());
    }

    @Test
    void aSchoolOutsideTheReportIsSkipped() {
        lines.add(new CountedLine(9, 99, 5, "8-10", 0, LocalDate.of(2026, 10, 5), tally(THIRTY, 0)));
        assertEquals(Figures.NONE, reckon(AUTUMN).total());
    }

    @Test
    void theWeeklyCountEndsAtTheFigureOfThePeriod() {
        line(1, 1, "8-10", 0, cards(1, 20), 0);
        line(1, 2, "8-10", 0, cards(11, 25), 3);
        line(2, 3, "8-10", 0, CardSet.NONE, 12);
        var climb = new WeeklyGrowth(AUTUMN);
        var lineSums = new LineSums(AUTUMN, Map.of(1L, OAK), Set.of(), climb);
        lines.forEach(lineSums);
        var total = lineSums.close().total();
        var last = climb.weeks().getLast();
        assertEquals(total.fresh(), last.soFar());
        assertEquals(3, climb.weeks().size());
    }

    private LineSums reckon(Period period) {
        var lineSums =
                new LineSums(period, Map.of(1L, OAK), Set.of(RowKind.BAND, RowKind.REGION), new WeeklyGrowth(period));
        lines.stream().filter(line -> line.term() <= period.last()).forEach(lineSums);
        return lineSums.close();
    }

    private void line(long classId, long session, String band, int term, CardSet named, int unnamed) {
        var day = LocalDate.of(2026, 9, 7).plusWeeks(session).plusMonths(term * 4L);
        lines.add(new CountedLine(classId, 1, session, band, term, day, tally(named, unnamed)));
    }

    private static GroupTally tally(CardSet named, int unnamed) {
        return GroupTally.ofLine(GroupTally.WHOLE_CLASS, THIRTY, THIRTY, named, unnamed, 0);
    }
}
