package uk.thinkuknow.reach.report;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.counting.WeeklyGrowth;

/**
 * The forecast of new children on the period's last teaching day, on the assumption that the weeks left are like the
 * last six. The range is the 80% prediction interval of their sum (Student's t): the count ends in it four times out of
 * five. Booked lessons are not considered: a method that fits on a postcard can be defended. {@code ForecastTest} tries
 * it on 4,000 invented terms.
 *
 * @param likely children, not rounded
 * @param low never below the children already counted
 */
public record Forecast(LocalDate day, int likely, int low, int high) {
    /** The number of past weeks used, and the smallest number that allows a forecast. */
    private static final int LOOKS_BACK = 6;

    static final int TOO_FEW = 3;
    /** A week is used if schools teach on at least this many of its days. */
    private static final int MOST = 3;

    /** The 90th percentile of Student's t for 2, 3, 4 and 5 degrees of freedom. */
    private static final double[] T = {1.886, 1.638, 1.533, 1.476};

    private static final int SUNDAY = 6;

    /**
     * The forecast as of today; null before or after the period, or with fewer than three past weeks of teaching.
     *
     * @param counted the children already counted
     */
    static @Nullable Forecast of(List<WeeklyGrowth.Week> weeks, Dashboard.Dates dates, int counted) {
        var days = dates.days();
        var behind = weeks.stream()
                .filter(week -> week.monday().plusDays(SUNDAY).isBefore(dates.today()))
                .filter(week -> days.between(week.monday(), week.monday().plusDays(SUNDAY)) >= MOST)
                .toList();
        double left = days.weeksBetween(dates.today().plusDays(1), dates.last());
        if (behind.size() < TOO_FEW || left == 0) {
            return null;
        }
        var last = behind.subList(Math.max(0, behind.size() - LOOKS_BACK), behind.size());
        int n = last.size();
        double mean = last.stream()
                .mapToInt(week -> week.added().headline())
                .average()
                .orElse(0);
        double variance = last.stream()
                        .mapToDouble(week -> Math.pow(week.added().headline() - mean, 2))
                        .sum()
                / (n - 1);
        double likely = counted + mean * left;
        double half = T[n - TOO_FEW] * Math.sqrt(variance * (left + left * left / n));
        return new Forecast(
                days.lastTaught(), (int) Math.round(likely), (int) Math.max(counted, Math.round(likely - half)), (int)
                        Math.round(likely + half));
    }

    /** The unit for rounding: the largest power of ten that is at most an eighth of the range, or 1. */
    int unit() {
        double half = (high - low) / 2.0;
        return half < 10 ? 1 : (int) Math.pow(10, Math.floor(Math.log10(half / 4)));
    }

    /** A figure rounded to {@link #unit}. */
    int rounded(int figure) {
        return (int) (Math.round((double) figure / unit()) * unit());
    }
}
