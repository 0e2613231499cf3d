package uk.thinkuknow.attendance.check;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Tests the draws of returns for figure checks, by chance and by risk. */
class RandomDrawTest {
    private static final List<String> NONE = List.of();

    @Test
    void twoPercentRoundedAreDrawnAndAtLeastOneIfThereIsAny() {
        assertEquals(0, drawn(0));
        assertEquals(1, drawn(1));
        assertEquals(1, drawn(74));
        assertEquals(2, drawn(75));
        assertEquals(20, drawn(1000));
    }

    @Test
    void theSameSeedDrawsTheSameIdsInAnyOrderAndAnotherSeedDrawsOthers() {
        var ids = ids(500);
        var draw = new RandomDraw("0a1b", ids, ids);
        assertEquals(draw.byChance(), new RandomDraw("0a1b", ids.reversed(), NONE).byChance());
        assertEquals(draw.byRisk(), new RandomDraw("0a1b", ids.reversed(), ids.reversed()).byRisk());
        assertNotEquals(draw.byChance(), new RandomDraw("0a1c", ids, NONE).byChance());
        assertEquals(10, new HashSet<>(draw.byChance()).size());
        assertTrue(ids.containsAll(draw.byChance()));
    }

    @Test
    void everySessionIsDrawnByChanceAboutEquallyOftenWhateverItsSignsOfRisk() {
        var ids = ids(50);
        var times = new int[50];
        for (int seed = 0; seed < 5_000; seed++) {
            var draw = new RandomDraw("seed" + seed, ids, ids.subList(0, 10));
            times[ids.indexOf(draw.byChance().getFirst())]++;
        }
        for (int each : times) {
            assertTrue(each > 60 && each < 145, "100 times of 5,000, give or take: " + each);
        }
    }

    @Test
    void asManyAgainAreDrawnByRiskAmongThoseWithASign() {
        var ids = ids(1000);
        var draw = new RandomDraw("0a1b", ids, ids.subList(0, 100));
        assertEquals(20, draw.byRisk().size());
        assertTrue(ids.subList(0, 100).containsAll(draw.byRisk()));
        assertEquals(1, new RandomDraw("0a1b", ids(5), ids(5)).byRisk().size());
    }

    @Test
    void whatIsDrawnByChanceIsNeverDrawnByRiskAsWell() {
        var ids = ids(500);
        for (int seed = 0; seed < 50; seed++) {
            var draw = new RandomDraw("seed" + seed, ids, ids);
            assertTrue(Collections.disjoint(draw.byChance(), draw.byRisk()), "seed " + seed);
        }
    }

    @Test
    void fewerRiskyReturnsMakeASmallerDraw() {
        var ids = ids(500);
        var chance = new RandomDraw("0a1b", ids, NONE).byChance();
        var others = ids.stream().filter(id -> !chance.contains(id)).toList();
        assertEquals(
                3, new RandomDraw("0a1b", ids, others.subList(0, 3)).byRisk().size());
        assertEquals(NONE, new RandomDraw("0a1b", ids, chance).byRisk(), "all of them drawn by chance");
        assertEquals(NONE, new RandomDraw("0a1b", ids, NONE).byRisk());
    }

    @Test
    void candidatesWithASignAreTheRiskyOnes() {
        var draw = RandomDraw.of(
                "0a1b",
                List.of(
                        new Candidate("session1", 1, List.of()),
                        new Candidate("session2", 2, List.of(RiskReason.AMENDED, RiskReason.SAME_PAIR))));
        assertEquals(List.of("session1", "session2"), draw.among());
        assertEquals(List.of("session2"), draw.risky());
    }

    private static int drawn(int among) {
        return new RandomDraw("0a1b", ids(among), NONE).byChance().size();
    }

    private static List<String> ids(int many) {
        return new ArrayList<>(
                IntStream.range(0, many).mapToObj(i -> "session" + i).toList());
    }
}
