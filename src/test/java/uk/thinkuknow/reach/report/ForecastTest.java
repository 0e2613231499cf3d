package uk.thinkuknow.reach.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.counting.Holiday;
import uk.thinkuknow.counting.ReachFigure;
import uk.thinkuknow.counting.TeachingDays;
import uk.thinkuknow.counting.WeeklyGrowth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * Tests the forecast of new children, including how often the count ends within the forecast range.
 */
class ForecastTest {
    private static final LocalDate FIRST = LocalDate.of(2026, 9, 1);
    private static final LocalDate MONDAY = LocalDate.of(2026, 9, 7);
    private static final TeachingDays AUTUMN = new TeachingDays(
            FIRST,
            LocalDate.of(2027, 1, 3),
            List.of(
                    new Holiday("autumn-half-term", LocalDate.of(2026, 10, 26), LocalDate.of(2026, 10, 30)),
                    new Holiday("christmas", LocalDate.of(2026, 12, 19), LocalDate.of(2027, 1, 3))));

    @Test
    void equalWeeksAreForecastToGoOnWithoutARange() {
        var forecast = forecast(weeks(100, 100, 100, 100), LocalDate.of(2026, 10, 4));
        assertNotNull(forecast);
        // three weeks before half term, seven after it
        assertEquals(400 + 100 * 10, forecast.likely());
        assertEquals(forecast.likely(), forecast.low());
        assertEquals(forecast.likely(), forecast.high());
        assertEquals(LocalDate.of(2026, 12, 18), forecast.day());
    }

    @Test
    void theCurrentWeekIsNotUsedForTheForecast() {
        var forecast = forecast(weeks(100, 100, 100, 2), LocalDate.of(2026, 9, 29));
        assertNotNull(forecast);
        assertEquals(Math.round(302 + 100 * 10.6), forecast.likely());
    }

    @Test
    void aHolidayWeekIsNotUsedForTheForecast() {
        var forecast = forecast(weeks(100, 100, 100, 100, 100, 100, 100, 0, 100), LocalDate.of(2026, 11, 8));
        assertNotNull(forecast);
        assertEquals(800 + 600, forecast.likely());
    }

    @Test
    void twoWeeksAreTooFewForAForecast() {
        assertNull(forecast(weeks(100, 300), LocalDate.of(2026, 9, 20)));
    }

    @Test
    void thereIsNoForecastOnTheLastTeachingDay() {
        assertNull(forecast(weeks(100, 100, 100, 100), LocalDate.of(2026, 12, 18)));
    }

    @Test
    void theRangeIsNeverBelowTheChildrenCounted() {
        var forecast = forecast(weeks(0, 0, 1_000, 0), LocalDate.of(2026, 10, 4));
        assertNotNull(forecast);
        assertEquals(1_000, forecast.low());
    }

    @Test
    void theCountEndsWithinTheRangeFourTimesInFive() {
        var random = new Random(20261127);
        int within = 0;
        int tries = 4_000;
        for (int i = 0; i < tries; i++) {
            var weeks = new ArrayList<WeeklyGrowth.Week>();
            int sum = 0;
            for (int week = 0; week < 6; week++) {
                int added = added(random);
                sum += added;
                weeks.add(week(MONDAY.plusWeeks(week), added, sum));
            }
            var forecast = Forecast.of(weeks, new Dashboard.Dates(AUTUMN, LocalDate.of(2026, 10, 18)), sum);
            assertNotNull(forecast);
            for (int week = 0; week < 8; week++) {
                sum += added(random);
            }
            within += sum >= forecast.low() && sum <= forecast.high() ? 1 : 0;
        }
        double share = (double) within / tries;
        assertTrue(share > 0.78 && share < 0.82, "within its range in " + share);
    }

    @Test
    void forecastFiguresAreRoundedToAUnitThatFitsTheirRange() {
        var forecast = new Forecast(AUTUMN.lastTaught(), 409_312, 382_411, 424_007);
        assertEquals(1_000, forecast.unit());
        assertEquals(409_000, forecast.rounded(forecast.likely()));
        assertEquals(1, new Forecast(AUTUMN.lastTaught(), 40, 38, 42).unit());
    }

    private static int added(Random random) {
        return (int) Math.round(10_000 + 1_500 * random.nextGaussian());
    }

    private static @Nullable Forecast forecast(List<WeeklyGrowth.Week> weeks, LocalDate today) {
        return Forecast.of(
                weeks,
                new Dashboard.Dates(AUTUMN, today),
                weeks.getLast().soFar().headline());
    }

    private static WeeklyGrowth.Week week(LocalDate monday, int added, int soFar) {
        return new WeeklyGrowth.Week(
                monday, new ReachFigure(added, added, added), new ReachFigure(soFar, soFar, soFar));
    }

    private static List<WeeklyGrowth.Week> weeks(int... added) {
        var weeks = new ArrayList<WeeklyGrowth.Week>();
        int sum = 0;
        for (int i = 0; i < added.length; i++) {
            sum += added[i];
            weeks.add(week(MONDAY.plusWeeks(i), added[i], sum));
        }
        return weeks;
    }
}
