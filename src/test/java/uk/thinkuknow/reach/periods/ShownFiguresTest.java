package uk.thinkuknow.reach.periods;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.counting.small.CellEdition;
import uk.thinkuknow.counting.small.PublishedCell;
import uk.thinkuknow.counting.small.SmallNumbers;
import uk.thinkuknow.counting.small.SmallNumbers.Verdict;
import uk.thinkuknow.reach.frozen.SchoolPart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Tests that a hidden number is in no file, and that a document says which numbers are hidden or kept. */
class ShownFiguresTest {
    private static final PublicCells.Days AUTUMN =
            new PublicCells.Days(LocalDate.of(2025, 9, 1), LocalDate.of(2026, 1, 4), false);

    @Test
    void everyNumberOfTheFiguresHasACell() {
        var tree = new FiguresTree(
                FiguresJson.of(GivenFigures.ofOneRegion("North")).json());
        var cells = cells(1);
        assertEquals(
                List.of(),
                cells.stream()
                        .map(PublishedCell::key)
                        .filter(key -> !tree.has(key))
                        .toList());
        assertTrue(keys(cells)
                .containsAll(List.of("total//new", "region/r/reachUpper", "schools//schools", "check//said")));
    }

    /** A new column of figures is published only once it has a cell. */
    @Test
    void noNumberOfARowIsWithoutACell() throws Exception {
        var row = new ObjectMapper()
                .readTree(FiguresJson.of(GivenFigures.ofOneRegion("North")).json())
                .at("/tables/region/0");
        var columns = new ArrayList<String>();
        row.fieldNames().forEachRemaining(columns::add);
        columns.removeAll(List.of("key", "name", "target"));
        assertTrue(
                keys(cells(1))
                        .containsAll(columns.stream()
                                .map(column -> PublicCells.key("region", "r", column))
                                .toList()),
                columns.toString());
    }

    /** A hidden number of returns that wait is not one that was never counted, so it stays in the document. */
    @Test
    void whatOneSchoolHasToConfirmAndItsChecksByRiskAreHidden() {
        var shown = shown(1, null);
        assertTrue(shown.json().contains("\"toConfirm\":null,\"toConfirmChildren\":null"), shown.json());
        assertTrue(
                shown.json().contains("\"byRisk\":{\"answered\":null,\"asked\":null,\"different\":null"), shown.json());
        assertEquals(
                "Returns were also picked because of a sign of risk, but too few to show.",
                BriefWords.askedByRisk(shown).orElse(""));
        var three = shown(3, null);
        assertTrue(three.json().contains("\"toConfirm\":3,\"toConfirmChildren\":71"), three.json());
        assertFalse(three.hidesByRisk());
    }

    @Test
    void returnsThatWereConfirmedBeforeTheirNumberWasPublishedAreHidden() {
        var cells = PublicCells.of(GivenFigures.ofOneRegion("North"), parts(3, 0), AUTUMN);
        assertEquals(Verdict.HIDDEN, SmallNumbers.decide(cells, List.of()).get("total//toConfirm"));
    }

    @Test
    void aFigureIsPrintedWithoutARangeOfWhichOneEndIsHidden() {
        var figures = GivenFigures.ofOneRegion("North");
        var row = figures.total();
        var end = new ShownFigures(figures, Set.of("total//newLower"), Set.of()).newToYear("total", row);
        assertEquals("12, range: too few to show", end.inWords());
        assertEquals("14", end.atMost());
        var all = new ShownFigures(figures, Set.of("total//new"), Set.of()).newToYear("total", row);
        assertEquals("too few to show", all.inWords());
        assertEquals("too few to show", all.atMost());
        assertEquals("", all.range());
        assertEquals(
                "12, at least 10, at most 14",
                ShownFigures.whole(figures).newToYear("total", row).inWords());
    }

    @Test
    void theFiguresOfOneSchoolHaveNoNumberInAnyFile() {
        var shown = shown(1, null);
        var json = shown.json();
        assertFalse(json.matches(".*\"(new|reach|reachUpper|sessions|said|gradeA|assembly|schools)\":[0-9].*"), json);
        assertTrue(json.contains("\"weeks\":[]"), json);
        assertTrue(json.contains("\"region/r/new\""), json);
        var row = FiguresExporter.csv(shown).lines().skip(2).findFirst().orElseThrow();
        assertEquals("region,r,North,20" + ",too few to show".repeat(11), row);
    }

    @Test
    void theFiguresOfThreeSchoolsWithThirtyChildrenAreShown() {
        var shown = shown(3, null);
        assertEquals(12, shown.figures().total().fresh());
        assertFalse(shown.hidden().contains("total//new"));
        assertTrue(shown.hidden().contains("check//said"), "the heads of three schools differ by one each");
        assertEquals("[]", shown.json().replaceAll(".*\"kept\":(\\[.*?]).*", "$1"));
    }

    @Test
    void aDocumentReadAndWrittenAgainIsTheSame() {
        for (int schools : new int[] {1, 3}) {
            var json = shown(schools, null).json();
            assertEquals(json, ShownFigures.read(json).json());
        }
    }

    @Test
    void aKeptNumberIsThatOfTheEditionBefore() {
        var before = shown(3, null);
        var verdicts = Map.of("total//new", Verdict.KEPT, "region/r/new", Verdict.HIDDEN);
        var now = ShownFigures.of(GivenFigures.ofOneRegion("North"), verdicts, before);
        assertEquals(Set.of("total//new"), now.kept());
        assertEquals(12, now.figures().total().fresh());
        var changed = FiguresDifference.of(before, now);
        assertEquals(0, changed.reach());
        assertEquals(List.of(), changed.areas(), "a number that one edition hides has no difference");
    }

    private static ShownFigures shown(int schools, @Nullable ShownFigures before) {
        var figures = GivenFigures.ofOneRegion("North");
        var cells = PublicCells.of(figures, parts(schools), AUTUMN);
        return ShownFigures.of(figures, SmallNumbers.decide(cells, List.of()), before);
    }

    private static List<PublishedCell> cells(int schools) {
        CellEdition edition = PublicCells.of(GivenFigures.ofOneRegion("North"), parts(schools), AUTUMN);
        return edition.cells();
    }

    private static List<String> keys(List<PublishedCell> cells) {
        return cells.stream().map(PublishedCell::key).toList();
    }

    private static List<SchoolPart> parts(int schools) {
        return parts(schools, 71);
    }

    /**
     * Schools of one region with the same numbers.
     *
     * @param toConfirm the children of returns that are to be confirmed, in all
     */
    private static List<SchoolPart> parts(int schools, int toConfirm) {
        var apart = new SchoolPart.Apart(
                Map.of("gradeA", 12, "gradeC", 13, "assembly", 100),
                Map.of(LocalDate.of(2025, 11, 3), List.of(12, 14)),
                List.of(25, 0, 25, 24, 30, 0, 30, 10));
        return LongStream.rangeClosed(1, schools)
                .mapToObj(school -> new SchoolPart(
                        school,
                        "england",
                        "r",
                        "a",
                        "primary",
                        Map.of(
                                SchoolPart.ALL,
                                List.of(
                                        12,
                                        10,
                                        14,
                                        12,
                                        14,
                                        11,
                                        25,
                                        30,
                                        toConfirm / schools + (school <= toConfirm % schools ? 1 : 0))),
                        apart))
                .toList();
    }
}
