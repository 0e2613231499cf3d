package uk.thinkuknow.reach.targets;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.counting.Period;
import uk.thinkuknow.identity.staff.Scope;
import uk.thinkuknow.reach.targets.TargetAreas.Area;
import uk.thinkuknow.reach.totals.AreaKind;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

/** Tests the comparison of targets with the sums of their areas, terms, bands and phases. */
class TargetComparisonTest {
    private static final Area ENGLAND = new Area(AreaKind.NATION, "england", "England", "", "england", "");
    private static final Area NORTH = region("north", "North");
    private static final Area SOUTH = region("south", "South");
    private static final Area EAST = region("east", "East");
    private final Map<TargetCell, Integer> inForce = new HashMap<>();

    @Test
    void aSentenceSaysWhetherRegionsAddUpToTheirNationsTarget() {
        set(ENGLAND, "autumn", "all", 10_000);
        set(NORTH, "autumn", "all", 6_000);
        set(SOUTH, "autumn", "all", 3_400);
        set(EAST, "autumn", "all", 0);
        assertEquals(
                List.of("Autumn term 2026-27. Regions add up to 9,400: 600 less than England’s 10,000."), sentences());
        set(EAST, "autumn", "all", 600);
        assertEquals(
                List.of("Autumn term 2026-27. Regions add up to 10,000: as much as England’s target."), sentences());
        set(EAST, "autumn", "all", 700);
        assertEquals(
                List.of("Autumn term 2026-27. Regions add up to 10,100: 100 more than England’s 10,000."), sentences());
    }

    @Test
    void regionsWithoutATargetAreNamed() {
        set(ENGLAND, "autumn", "all", 10_000);
        set(NORTH, "autumn", "all", 6_000);
        assertEquals(
                List.of("Autumn term 2026-27. Regions add up to 6,000: 4,000 less than England’s 10,000."
                        + " South and East have no target."),
                sentences());
    }

    @Test
    void theTargetThatReachIsComparedWithIsNamedIfTheRegionsAddUpToAnother() {
        set(ENGLAND, "year", "all", 1_200);
        set(NORTH, "year", "all", 670);
        set(SOUTH, "year", "all", 500);
        assertEquals(
                List.of(
                        "Year 2026-27. The targets of regions come to 1,170; reach is measured against 1,200, 30 more. East has no target."),
                beside().measured(view(), List.of(NORTH, SOUTH, EAST), Scope.PROGRAMME));
        set(EAST, "year", "all", 30);
        assertEquals(List.of(), beside().measured(view(), List.of(NORTH, SOUTH, EAST), Scope.PROGRAMME));
    }

    @Test
    void ofARegionWithoutAYearTargetTheSumOfItsTermTargetsIsNamed() {
        set(ENGLAND, "year", "all", 1_200);
        set(NORTH, "year", "all", 670);
        Period.TERMS.forEach(term -> set(SOUTH, term, "all", 100));
        assertEquals(
                List.of("Year 2026-27. The targets of regions come to 670; reach is measured against 1,200, 530 more."
                        + " South has no year target of its own; its terms add up to 300. East has no target."),
                beside().measured(view(), List.of(NORTH, SOUTH, EAST), Scope.PROGRAMME));
    }

    @Test
    void aNationWithoutATargetHasNoSentence() {
        set(NORTH, "autumn", "all", 6_000);
        assertEquals(List.of(), sentences());
    }

    @Test
    void theNoteOnAYearComparesItWithTheSumOfItsTerms() {
        set(NORTH, "autumn", "all", 600);
        set(NORTH, "spring", "all", 100);
        set(NORTH, "year", "all", 800);
        assertEquals("terms 700, 100 less", beside(NORTH, "year", "all", TargetTableQuery.Across.TERMS));
        assertNull(beside(NORTH, "autumn", "all", TargetTableQuery.Across.TERMS));
    }

    @Test
    void theNoteOnAllChildrenComparesThemWithTheSumsOfAgesAndPhases() {
        set(NORTH, "autumn", "all", 600);
        set(NORTH, "autumn", "8-10", 400);
        set(NORTH, "autumn", "4-7", 300);
        set(NORTH, "autumn", "primary", 600);
        assertEquals("ages 700, 100 more", beside(NORTH, "autumn", "all", TargetTableQuery.Across.BANDS));
        assertEquals("phases 600, the same", beside(NORTH, "autumn", "all", TargetTableQuery.Across.PHASES));
        assertNull(beside(NORTH, "autumn", "8-10", TargetTableQuery.Across.BANDS));
    }

    private List<String> sentences() {
        return beside().sentences(view(), List.of(ENGLAND));
    }

    private static TargetTableQuery view() {
        return TargetTableQuery.of(
                new TargetTableQuery.PlannedYear("2026-27", List.of("4-7", "8-10")),
                new TargetTableQuery.Parameters(null, null, "region", "terms", "all", null, null),
                AreaKind.REGION);
    }

    private @Nullable String beside(Area area, String term, String slice, TargetTableQuery.Across across) {
        return beside().of(cell(area, term, slice), across);
    }

    private TargetComparison beside() {
        return new TargetComparison(inForce, List.of(NORTH, SOUTH, EAST), List.of(), Map.of());
    }

    private void set(Area area, String term, String slice, int number) {
        inForce.put(cell(area, term, slice), number);
    }

    private static TargetCell cell(Area area, String term, String slice) {
        return new TargetCell("2026-27", Measure.CHILDREN, area.kind(), area.key(), term, slice);
    }

    private static Area region(String key, String name) {
        return new Area(AreaKind.REGION, key, name, key, "england", "England");
    }
}
