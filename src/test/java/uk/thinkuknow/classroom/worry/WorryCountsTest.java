package uk.thinkuknow.classroom.worry;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.classroom.worry.WorryCounts.Handled;
import uk.thinkuknow.classroom.worry.WorryCounts.Line;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** Tests which numbers of worries a region's line shows or hides. */
class WorryCountsTest {
    @Test
    void anyNumberBelowFiveIsShownAsFewerThanFive() {
        var lines = lines(Map.of("A", 4, "B", 0, "C", 9));
        assertEquals(List.of("fewer than 5", "fewer than 5", "9"), counts(lines));
        assertEquals("–", lines.getFirst().toRead(), "nor how long each took");
    }

    @Test
    void aSingleHiddenNumberHidesTheNextSmallestToo() {
        assertEquals(List.of("fewer than 5", "not shown", "20"), counts(lines(Map.of("A", 2, "B", 7, "C", 20))));
    }

    @Test
    void fiveOrMoreAreShownWithTheMedianTimes() {
        var lines = WorryCounts.lines(new TreeMap<>(Map.of(
                "A",
                List.of(
                        new Handled("a", 5L, 60L),
                        new Handled("a", 10L, null),
                        new Handled("a", 30L, 6000L),
                        new Handled("a", null, null),
                        new Handled("a", 300L, 600L)))));
        assertEquals(List.of(new Line("A", "5", "30 minutes", "10 hours")), lines);
    }

    private static List<Line> lines(Map<String, Integer> sizes) {
        var byRegion = new TreeMap<String, List<Handled>>();
        sizes.forEach((name, size) -> {
            var handled = new ArrayList<Handled>();
            for (int i = 0; i < size; i++) {
                handled.add(new Handled(name, 1L, 1L));
            }
            byRegion.put(name, handled);
        });
        return WorryCounts.lines(byRegion);
    }

    private static List<String> counts(List<Line> lines) {
        return lines.stream().map(Line::count).toList();
    }
}
