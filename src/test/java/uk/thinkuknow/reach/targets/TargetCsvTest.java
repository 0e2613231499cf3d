package uk.thinkuknow.reach.targets;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.reach.targets.TargetAreas.Area;
import uk.thinkuknow.reach.totals.AreaKind;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** Tests writing the table of targets as CSV and reading pasted tables. */
class TargetCsvTest {
    private static final Area NORTH = new Area(AreaKind.REGION, "north", "North West", "north", "england", "England");
    private static final Area SOUTH = new Area(AreaKind.REGION, "south", "=South", "south", "england", "England");
    private static final List<Area> AREAS = List.of(NORTH, SOUTH);
    private static final TargetTableQuery VIEW = TargetTableQuery.of(
            new TargetTableQuery.PlannedYear("2026-27", List.of("4-7", "8-10")),
            new TargetTableQuery.Parameters("2026-27", "children", "region", "terms", "all", null, null),
            AreaKind.REGION);

    @Test
    void readingTheWrittenCsvGivesTheSameNumbersAndAreas() {
        var inForce = Map.of(VIEW.cell("north", VIEW.columns().getFirst()), 12_400);
        var csv = TargetCsv.csv(VIEW, AREAS, inForce);
        assertEquals(
                "\uFEFFKey,Area,Autumn,Spring,Summer,Year",
                csv.lines().findFirst().orElseThrow());
        var read = TargetCsv.read(csv, VIEW, AREAS);
        assertEquals(List.of(), read.wrong());
        assertEquals("12400", read.typed().get("autumn:north"));
        assertEquals("", read.typed().get("autumn:south"));
        assertEquals(List.of(NORTH, SOUTH), List.copyOf(read.areas()));
    }

    @Test
    void tabSeparatedCellsAreReadAndAreasAreFoundByName() {
        var read = read("Area\tYear\tAutumn\nnorth west\t1 200\t12,400\n");
        assertEquals(List.of(), read.wrong());
        assertEquals(Map.of("year:north", "1 200", "autumn:north", "12,400"), read.typed());
    }

    @Test
    void anAreaIsFoundByItsNameWithTheApostropheAgainstFormulas() {
        assertEquals(Map.of("autumn:south", "5"), read("Area,Autumn\n'=South,5").typed());
    }

    @Test
    void aBadCellIsReportedByRowAndColumn() {
        assertEquals(
                List.of("Row 3 (North West), column Spring: “12x” is no whole number from 0 to 9,999,999."),
                read("Key,Spring\nsouth,4\nnorth,12x").wrong());
    }

    @Test
    void unknownAndRepeatedAreasAndUnknownAndMissingHeadingsAreReported() {
        assertEquals(
                List.of(
                        "Row 2: no area of this table is called “Nowhere”.",
                        "Row 4: North West stands in the table twice."),
                read("Area,Spring\nNowhere,4\nNorth West,5\nNorth West,6").wrong());
        assertEquals(
                List.of("Row 1, column 2: “Winter” is no heading of this table. Its headings are Key, Area, Autumn,"
                        + " Spring, Summer, Year."),
                read("Area,Winter\nNorth West,5").wrong());
        assertEquals(
                List.of("Row 1 has no heading “Area”, so the rows cannot be told apart. The headings are Key, Area,"
                        + " Autumn, Spring, Summer, Year."),
                read("Spring\n5").wrong());
    }

    @Test
    void ifTwoAreasHaveOneNameARowNeedsTheKey() {
        var twin = new Area(AreaKind.REGION, "north-2", "North West", "north-2", "wales", "Wales");
        var areas = List.of(NORTH, twin);
        assertEquals(
                List.of("Row 2: several areas are called “North West”. Say which by its key, as the CSV file does, in a"
                        + " column Key."),
                TargetCsv.read("Area,Spring\nNorth West,5", VIEW, areas).wrong());
        assertEquals(
                Map.of("spring:north-2", "5"),
                TargetCsv.read("Key,Area,Spring\nnorth-2,North West,5", VIEW, areas)
                        .typed());
    }

    @Test
    void anUnquotedCommaInsideANumberIsReported() {
        assertEquals(
                List.of("Row 2 has 3 cells, and the headings are 2. Where commas part the cells, write numbers without"
                        + " them."),
                read("Area,Spring\nNorth West,1,200").wrong());
        assertEquals(
                Map.of("spring:north", "1,200"),
                read("Area,Spring\nNorth West,\"1,200\"").typed());
    }

    @Test
    void anEmptyTextIsReported() {
        assertEquals(
                List.of("There is no table here yet. Paste it with its row of headings."),
                read(" \n").wrong());
    }

    private static TargetCsv.Read read(String text) {
        return TargetCsv.read(text, VIEW, AREAS);
    }
}
