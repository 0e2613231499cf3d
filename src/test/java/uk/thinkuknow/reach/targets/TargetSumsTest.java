package uk.thinkuknow.reach.targets;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.counting.Period;
import uk.thinkuknow.identity.staff.Scope;
import uk.thinkuknow.reach.totals.AreaKind;
import uk.thinkuknow.reach.totals.Areas;
import uk.thinkuknow.reach.totals.TargetSlices;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

/** Tests the targets of a period, and the sums that replace missing ones. */
class TargetSumsTest {
    private static final String YEAR = "2026-27";
    private static final List<Areas.Region> REGIONS = List.of(
            new Areas.Region("north", "england", "North"),
            new Areas.Region("south", "england", "South"),
            new Areas.Region("wales", "wales", "Wales"));

    private final Map<TargetCell, Integer> inForce = new HashMap<>();

    @Test
    void aTermHasOnlyItsOwnTargets() {
        region("north", "autumn", 400);
        region("north", "spring", 100);
        region("north", "year", 480);
        assertEquals(Map.of("north", 400), sums("autumn").by(AreaKind.REGION));
    }

    @Test
    void aYearWithoutATargetOfItsOwnAddsUpItsTerms() {
        region("north", "autumn", 400);
        region("north", "spring", 100);
        region("north", "summer", 0);
        region("south", "autumn", 50);
        region("south", "year", 90);
        assertEquals(Map.of("north", 500, "south", 90), sums(null).by(AreaKind.REGION));
    }

    @Test
    void aYearHasNoTargetIfNotEveryTermHasOne() {
        region("north", "autumn", 400);
        region("north", "spring", 100);
        set(AreaKind.REGION, "north", "autumn", "8-10", 150);
        assertEquals(Map.of(), sums(null).by(AreaKind.REGION));
        assertNull(sums(null).of("8-10", REGIONS, Scope.PROGRAMME));
        assertEquals(150, sums("autumn").of("8-10", REGIONS, Scope.PROGRAMME));
    }

    @Test
    void aNationWithoutATargetOfItsOwnAddsUpItsRegions() {
        region("north", "autumn", 400);
        region("south", "autumn", 50);
        assertEquals(450, sums("autumn").nation("england", REGIONS, TargetSlices.ALL));
        set(AreaKind.NATION, "england", "autumn", TargetSlices.ALL, 500);
        assertEquals(500, sums("autumn").nation("england", REGIONS, TargetSlices.ALL));
    }

    @Test
    void theTargetOfTheProgrammeIsTheSumOfItsNations() {
        region("north", "autumn", 400);
        region("wales", "autumn", 70);
        set(AreaKind.NATION, "england", "autumn", TargetSlices.ALL, 500);
        assertEquals(570, sums("autumn").of(TargetSlices.ALL, REGIONS, Scope.PROGRAMME));
    }

    @Test
    void theTargetOfARegionIsItsOwnAndNotTheNations() {
        region("north", "autumn", 400);
        set(AreaKind.NATION, "england", "autumn", TargetSlices.ALL, 500);
        assertEquals(400, sums("autumn").of(TargetSlices.ALL, REGIONS.subList(0, 1), Scope.region("north")));
    }

    @Test
    void aMissingTargetIsNullAndNotZero() {
        assertNull(sums("autumn").of(TargetSlices.ALL, REGIONS, Scope.PROGRAMME));
        assertNull(sums("autumn").nation("england", REGIONS, TargetSlices.ALL));
    }

    @Test
    void targetsOfBandsAndPhasesAreSummedSeparately() {
        region("north", "autumn", 400);
        set(AreaKind.REGION, "north", "autumn", "8-10", 150);
        set(AreaKind.REGION, "wales", "autumn", "8-10", 20);
        set(AreaKind.REGION, "north", "autumn", "primary", 300);
        assertEquals(170, sums("autumn").of("8-10", REGIONS, Scope.PROGRAMME));
        assertEquals(300, sums("autumn").of("primary", REGIONS, Scope.PROGRAMME));
        assertEquals(400, sums("autumn").of(TargetSlices.ALL, REGIONS, Scope.PROGRAMME));
    }

    private void region(String key, String term, int number) {
        set(AreaKind.REGION, key, term, TargetSlices.ALL, number);
    }

    private void set(AreaKind kind, String key, String term, String slice, int number) {
        inForce.put(new TargetCell(YEAR, Measure.CHILDREN, kind, key, term, slice), number);
    }

    private TargetSums sums(@Nullable String term) {
        return TargetSums.of(Period.of(YEAR, term), inForce);
    }
}
