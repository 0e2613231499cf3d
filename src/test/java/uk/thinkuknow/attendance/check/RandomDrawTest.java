package uk.thinkuknow.attendance.check;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Tests the random draw of returns for figure checks. */
class RandomDrawTest {
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
        var drawn = new RandomDraw("0a1b", ids).drawn();
        assertEquals(drawn, new RandomDraw("0a1b", ids.reversed()).drawn());
        assertNotEquals(drawn, new RandomDraw("0a1c", ids).drawn());
        assertEquals(drawn.size(), new HashSet<>(drawn).size());
        assertTrue(ids.containsAll(drawn));
    }

    @Test
    void everySessionIsDrawnAboutEquallyOften() {
        var ids = ids(50);
        var times = new int[50];
        for (int seed = 0; seed < 5_000; seed++) {
            times[ids.indexOf(new RandomDraw("seed" + seed, ids).drawn().getFirst())]++;
        }
        for (int each : times) {
            assertTrue(each > 60 && each < 145, "100 times of 5,000, give or take: " + each);
        }
    }

    private static int drawn(int among) {
        return new RandomDraw("0a1b", ids(among)).drawn().size();
    }

    private static List<String> ids(int many) {
        return new ArrayList<>(
                IntStream.range(0, many).mapToObj(i -> "session" + i).toList());
    }
}
