package uk.thinkuknow.results.analysis;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Tests the rule for small numbers: no count below ten can be worked out from the shown ranges. */
class ShareTest {
    private static final int FEW = 10;

    @Test
    void fewerThanFortyChildrenGiveNoRange() {
        assertTrue(Share.of(20, 39).isEmpty());
        assertEquals("25 to 50%", words(20, 40));
    }

    @Test
    void moreChildrenGiveNarrowerRanges() {
        assertEquals("under 25%", words(9, 99));
        assertEquals("under 10%", words(9, 100));
        assertEquals("10 to 15%", words(20, 200));
        assertEquals("over 98%", words(499, 500));
        assertEquals("83 to 84%", words(831, 1000));
    }

    @Test
    void aRangeContainsTheShareAndMirrorsTheRangeOfTheRest() {
        for (int whole = 40; whole <= 1100; whole += 7) {
            for (int part = 0; part <= whole; part++) {
                var share = Share.of(part, whole).orElseThrow();
                assertTrue(share.from() * whole <= 100 * part && 100 * part <= share.to() * whole, part + "/" + whole);
                if (2 * part != whole) {
                    assertEquals(
                            new Share(100 - share.to(), 100 - share.from()),
                            Share.of(whole - part, whole).orElseThrow(),
                            part + "/" + whole);
                }
            }
        }
    }

    @Test
    void everyRangeCoversTenCountsOrMore() {
        for (int whole = 40; whole <= 2100; whole++) {
            var counts = new HashMap<Share, Integer>();
            for (int part = 0; part <= whole; part++) {
                counts.merge(Share.of(part, whole).orElseThrow(), 1, Integer::sum);
            }
            int of = whole;
            counts.forEach((share, all) -> assertTrue(all >= FEW, share.words() + " of " + of + " is " + all));
        }
    }

    /** Three options that add up to the whole: nothing else on the page can be subtracted. */
    @ParameterizedTest
    @ValueSource(ints = {40, 90, 100, 170, 190, 200, 230})
    void subtractingRangesRevealsNoNumberBelowTen(int tens) {
        Map<List<Share>, int[]> first = new HashMap<>();
        for (int whole = tens; whole < tens + 10; whole++) {
            for (int one = 0; one <= whole; one++) {
                for (int two = 0; one + two <= whole; two++) {
                    var shown = List.of(share(one, whole), share(two, whole), share(whole - one - two, whole));
                    var bounds = first.computeIfAbsent(shown, any -> new int[] {Integer.MAX_VALUE, 0});
                    bounds[0] = Math.min(bounds[0], one);
                    bounds[1] = Math.max(bounds[1], one);
                }
            }
        }
        first.forEach((shown, bounds) -> assertTrue(
                bounds[0] >= FEW || bounds[0] <= 1 && bounds[1] >= FEW - 1,
                shown + " is " + bounds[0] + " to " + bounds[1]));
    }

    /** Compares a figure with the same children and up to nine more, as in another version, year or day. */
    @Test
    void nineMoreChildrenMoveAFigureByOneRangeAtMost() {
        for (int whole = 40; whole < 400; whole++) {
            for (int part = 0; part <= whole; part += 3) {
                for (int more : IntStream.range(0, FEW).toArray()) {
                    if (width(whole) == width(whole + FEW - 1)) {
                        var moved = share(part + more, whole + FEW - 1).from()
                                - share(part, whole).from();
                        assertTrue(Math.abs(moved) <= width(whole), part + "+" + more + " of " + whole);
                    }
                }
            }
        }
    }

    @Test
    void theNumberOfChildrenIsRoundedDownToTens() {
        assertEquals("at least 230 children", Share.children(239));
    }

    private static int width(int whole) {
        var share = share(0, whole);
        return share.to() - share.from();
    }

    private static Share share(int part, int whole) {
        return Share.of(part, whole).orElseThrow();
    }

    private static String words(int part, int whole) {
        return share(part, whole).words();
    }
}
