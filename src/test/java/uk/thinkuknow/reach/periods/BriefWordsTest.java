package uk.thinkuknow.reach.periods;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.attendance.check.FigureCheck;
import uk.thinkuknow.reach.frozen.FrozenFigures;
import uk.thinkuknow.reach.report.ReachTable;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Tests that a brief says of each figure what it counts. */
class BriefWordsTest {
    private static final BriefWords.Days SPRING = new BriefWords.Days(
            "Spring term 2025-26", LocalDate.of(2026, 1, 5), LocalDate.of(2026, 4, 12), true, false);
    private static final BriefWords.Days YEAR =
            new BriefWords.Days("Year 2025-26", LocalDate.of(2025, 9, 1), LocalDate.of(2026, 8, 31), true, false);
    private static final BriefWords.Days QUARTER = new BriefWords.Days(
            "July to September 2026", LocalDate.of(2026, 7, 1), LocalDate.of(2026, 9, 30), false, true);

    @Test
    void theBriefOfATermNamesNewChildrenItsOwnReachAndTheCountByLargestSessions() {
        var brief = view(SPRING, row(308, 467, 465, 300), null);
        assertEquals(
                "Online-safety lessons: 308 children reached for the first time in the school year (at least 305, at most 314),"
                        + " spring term 2025-26, 103% of the target",
                brief.head().title());
        assertTrue(
                brief.head()
                        .lede()
                        .endsWith(
                                "New are the children who had their first lesson of the school year in it: a target is for"
                                        + " them. With those who had a lesson earlier in the year, the term reached 467,"
                                        + " at least 467, at most 471."),
                brief.head().lede());
        assertEquals("Children new to the year", brief.facts().getFirst().name());
        assertEquals("308", brief.facts().getFirst().figure());
        assertEquals("at least 305, at most 314", brief.facts().getFirst().words());
        assertEquals(
                "at least 305, at most 314", brief.tables().total().reached().range());
        assertEquals("New", brief.tables().columns().reached());
        assertTrue(
                notes(brief)
                        .contains(
                                "Check of the term’s own reach, 467, at least 467, at most 471: counted by the largest session of each class alone, which"
                                        + " needs no card to keep its child, it is 465."),
                notes(brief));
    }

    @Test
    void theBriefOfAYearHasOneFigureOfChildrenReached() {
        var brief = view(YEAR, row(467, 467, 465, 1_400), null);
        assertEquals(
                "Online-safety lessons: 467 children reached (at least 464, at most 473), year 2025-26, 33% of the target",
                brief.head().title());
        assertEquals("Children reached", brief.facts().getFirst().name());
        assertEquals("Reached", brief.tables().columns().reached());
        assertTrue(notes(brief).contains("Check of the reach, 467, at least 467, at most 471:"), notes(brief));
    }

    @Test
    void theNotesSayOverWhichTimeAChildCountsOnceAndWhoSigns() {
        var some = row(467, 467, 465, null);
        assertTrue(notes(view(SPRING, some, null))
                .startsWith("A child counts once in the school year, in the term of their first lesson,"));
        assertTrue(notes(view(YEAR, some, null)).startsWith("A child counts once in the school year, however"));
        assertTrue(notes(view(QUARTER, some, null)).startsWith("A child counts once in these months,"));
        assertTrue(notes(view(YEAR, some, null)).contains("and from paper by the person who entered it"));
    }

    @Test
    void bandsHaveTargetColumnsOnlyIfOneHasATargetAndNeverInAQuarter() {
        assertFalse(
                view(YEAR, row(467, 467, 465, 1_400), null).tables().columns().targetsOfBands());
        assertTrue(view(YEAR, row(467, 467, 465, 1_400), 200).tables().columns().targetsOfBands());
        assertFalse(
                view(QUARTER, row(467, 467, 465, null), 200).tables().columns().targetsOfBands());
    }

    private static String notes(BriefView brief) {
        return String.join(" ", brief.notes());
    }

    private static BriefView view(BriefWords.Days days, ReachTable.Row total, @Nullable Integer targetOfBand) {
        var band = row(80, 80, 78, targetOfBand);
        return BriefWords.view(
                new FrozenFigures(
                        3,
                        "2025-26-year",
                        Instant.parse("2026-10-01T06:00:00Z"),
                        1,
                        total,
                        Map.of("band", List.of(band)),
                        9,
                        List.of(),
                        new FrozenFigures.Quality(400, 4, 60),
                        Map.of(),
                        new FrozenFigures.Trained(0, null, List.of()),
                        new FigureCheck(0, 0, 0, 0, 0, null, null)),
                days,
                1,
                new BriefView.Stamp("", "", 1, "Mina", "Meg", "e5", null));
    }

    private static ReachTable.Row row(int fresh, int reach, int largest, @Nullable Integer target) {
        return new ReachTable.Row(
                "total", "All", target, fresh, fresh - 3, fresh + 6, reach, reach + 4, largest, 2 * reach, 16, 3, 2,
                71);
    }
}
