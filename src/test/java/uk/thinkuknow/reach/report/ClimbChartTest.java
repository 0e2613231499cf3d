package uk.thinkuknow.reach.report;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.counting.ReachFigure;
import uk.thinkuknow.counting.TeachingDays;
import uk.thinkuknow.counting.WeeklyGrowth;

import static org.junit.jupiter.api.Assertions.assertTrue;

/** Tests that the labels of the climb chart stay clear of the target line. */
class ClimbChartTest {
    private static final LocalDate FIRST = LocalDate.of(2026, 9, 1);
    private static final LocalDate LAST = LocalDate.of(2026, 12, 18);
    private static final TeachingDays DAYS = new TeachingDays(FIRST, LAST, List.of());

    @Test
    void theTargetLineCrossesNeitherTheLabelOfTheCountNorThatOfTheForecast() {
        for (var frame : List.of(ClimbChart.Frame.WIDE, ClimbChart.Frame.NARROW)) {
            for (int week = 2; week < 15; week++) {
                for (int counted = 700; counted < 1_000; counted += 5) {
                    var monday = LocalDate.of(2026, 9, 7).plusWeeks(week);
                    var chart = ClimbChart.of(
                            frame,
                            List.of(week(monday, counted)),
                            new Dashboard.Dates(DAYS, monday.plusDays(6)),
                            840,
                            new Forecast(LAST, counted + 20, counted, counted + 30));
                    var words = week + ", " + counted;
                    assertClear(chart, chart.count().wordsAt(), words);
                    assertClear(chart, chart.forecast().wordsAt(), words);
                }
            }
        }
    }

    private static WeeklyGrowth.Week week(LocalDate monday, int counted) {
        var figure = new ReachFigure(counted, counted, counted + 5);
        return new WeeklyGrowth.Week(monday, figure, figure);
    }

    private static void assertClear(ClimbChart chart, String baseline, String words) {
        double line = Double.parseDouble(chart.target().mark().y());
        double bottom = Double.parseDouble(baseline);
        double top = bottom - 0.75 * chart.frame().font();
        assertTrue(line < top - 1 || line > bottom + 3, words + ": " + top + " to " + bottom + ", the line at " + line);
        assertTrue(top > 0, words + ": they lie inside the drawing");
    }
}
