package uk.thinkuknow.reach.report;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.TextFormat;
import uk.thinkuknow.counting.ReachFigure;
import uk.thinkuknow.counting.WeeklyGrowth;

/**
 * The geometry of the climb chart, which shows the growth of reach: weekly counts, target line and forecast, in units
 * of the SVG view box.
 *
 * @param across the labels of the months
 * @param up the labels of the numbers of children
 */
public record ClimbChart(
        Frame frame,
        Count count,
        @Nullable Goal target,
        @Nullable Cone forecast,
        List<Mark> across,
        List<Mark> up) {

    private static final int DAYS_IN_A_WEEK = 7;

    /** The distance from a point down to the baseline of its label, for labels on the right and on the left. */
    private static final double RIGHT_AND_BELOW = 20;

    private static final double LEFT_AND_ABOVE = -14;

    /** The gap between a label and a line. */
    private static final double GAP = 6;

    /** The size of the climb chart and the positions of its axes. */
    public record Frame(int width, int height, int left, int right, int top, int bottom, int font) {
        static final Frame WIDE = new Frame(700, 380, 64, 560, 24, 338, 15);
        static final Frame NARROW = new Frame(360, 320, 50, 348, 30, 280, 13);
    }

    /** A point of the climb chart and its label. */
    public record Mark(String x, String y, String words) {
        /**
         * Returns whether the label is so near to the right edge that it must end at its point, so that it is not cut
         * off.
         */
        public boolean atEdge(Frame frame) {
            return Double.parseDouble(x) > frame.right - 2.0 * frame.font;
        }
    }

    /**
     * The counted part of the climb chart: its line, the area of its range, its last point, and the baseline of the
     * label there.
     */
    public record Count(String line, String range, Mark end, String wordsAt) {}

    /** The target line of the climb chart, and the course that leads to it. */
    public record Goal(Mark mark, String course) {}

    /**
     * The forecast on the climb chart: the area of its range, the line to the likely value, its last point, and the
     * baseline of the label there.
     */
    public record Cone(String area, String line, Mark end, String wordsAt) {}

    /**
     * Lays out the chart.
     *
     * @param weeks at least one
     */
    static ClimbChart of(
            Frame frame,
            List<WeeklyGrowth.Week> weeks,
            Dashboard.Dates dates,
            @Nullable Integer target,
            @Nullable Forecast forecast) {
        var first = dates.first();
        int most = Math.max(
                Math.max(weeks.getLast().soFar().atMost(), forecast == null ? 0 : forecast.high()),
                target == null ? 0 : target);
        var scale = new Scale(frame, first, dates.last(), step(most) * (int) Math.ceil(1.02 * most / step(most)));
        var end = weeks.getLast();
        int counted = end.soFar().headline();
        var mark = new Mark(scale.x(end(end, dates)), scale.y(counted), TextFormat.number(counted));
        var line = target == null ? null : Double.valueOf(scale.y(target));
        return new ClimbChart(
                frame,
                new Count(
                        String.join(" ", line(scale, weeks, dates, ReachFigure::headline)),
                        String.join(" ", line(scale, weeks, dates, ReachFigure::atMost))
                                + " "
                                + String.join(
                                        " ",
                                        line(scale, weeks, dates, ReachFigure::atLeast)
                                                .reversed()),
                        mark,
                        clear(
                                Double.parseDouble(mark.y())
                                        + (wordsLeft(mark, frame) ? LEFT_AND_ABOVE : RIGHT_AND_BELOW),
                                line,
                                frame)),
                target == null
                        ? null
                        : new Goal(
                                new Mark(scale.x(first), scale.y(target), TextFormat.number(target)),
                                course(scale, dates, target)),
                forecast == null ? null : cone(scale, end(end, dates), counted, forecast, line),
                months(scale, first, dates.last()),
                steps(scale, step(most)));
    }

    /** The points of one number of the figure, week by week from 0 on the first day. */
    private static List<String> line(
            Scale scale, List<WeeklyGrowth.Week> weeks, Dashboard.Dates dates, ToIntFunction<ReachFigure> number) {
        var points = new ArrayList<String>();
        points.add(scale.x(dates.first()) + "," + scale.y(0));
        weeks.forEach(week -> points.add(scale.x(end(week, dates)) + "," + scale.y(number.applyAsInt(week.soFar()))));
        return points;
    }

    /** The Sunday of a week, but today for the current week. */
    private static LocalDate end(WeeklyGrowth.Week week, Dashboard.Dates dates) {
        var sunday = week.monday().plusDays(6);
        return sunday.isAfter(dates.today()) ? dates.today() : sunday;
    }

    /** The line from 0 on the first day to the target on the last, flat in holidays. */
    private static String course(Scale scale, Dashboard.Dates dates, int target) {
        var points = new ArrayList<String>();
        for (var day = dates.first(); day.isBefore(dates.last()); day = day.plusDays(DAYS_IN_A_WEEK)) {
            points.add(scale.x(day) + ","
                    + scale.y((int) Math.round(target * dates.days().gone(day.minusDays(1)))));
        }
        points.add(scale.x(dates.last()) + "," + scale.y(target));
        return String.join(" ", points);
    }

    private static Cone cone(Scale scale, LocalDate from, int counted, Forecast forecast, @Nullable Double line) {
        var start = scale.x(from) + "," + scale.y(counted);
        var x = scale.x(forecast.day());
        return new Cone(
                "%s %s,%s %s,%s".formatted(start, x, scale.y(forecast.high()), x, scale.y(forecast.low())),
                "%s %s,%s".formatted(start, x, scale.y(forecast.likely())),
                new Mark(x, scale.y(forecast.high()), TextFormat.number(forecast.rounded(forecast.likely()))),
                clear(Double.parseDouble(scale.y(forecast.high())) - 7, line, scale.frame));
    }

    /**
     * The baseline of a label, moved off the target line if that would cross the label.
     *
     * @param baseline the baseline if there were no line
     */
    private static String clear(double baseline, @Nullable Double line, Frame frame) {
        double at = baseline;
        if (line != null && line > baseline - frame.font && line < baseline + GAP) {
            double middle = baseline - frame.font / 3.0;
            at = middle < line ? line - GAP : line + frame.font + GAP / 2;
        }
        return String.format(Locale.ROOT, "%.1f", at);
    }

    /** Returns whether the label of the last point does not fit on the right and is placed on the left. */
    public boolean endWordsLeft() {
        return wordsLeft(count.end(), frame);
    }

    private static boolean wordsLeft(Mark end, Frame frame) {
        return Double.parseDouble(end.x()) > frame.right - 8.0 * frame.font;
    }

    private static List<Mark> months(Scale scale, LocalDate first, LocalDate last) {
        var marks = new ArrayList<Mark>();
        long months = ChronoUnit.MONTHS.between(first, last) + 1;
        int every = months > 6 ? 3 : 1;
        for (var day = first.withDayOfMonth(1); !day.isAfter(last); day = day.plusMonths(every)) {
            if (!day.isBefore(first)) {
                marks.add(new Mark(scale.x(day), "" + scale.frame.bottom, TextFormat.shortDay(day)));
            }
        }
        return marks;
    }

    private static List<Mark> steps(Scale scale, int step) {
        var marks = new ArrayList<Mark>();
        for (int value = 0; value <= scale.top; value += step) {
            marks.add(new Mark("" + scale.frame.left, scale.y(value), TextFormat.axisLabel(value)));
        }
        return marks;
    }

    /**
     * The step of the scale: the smallest of 1, 2 or 5 times a power of ten that is at least a fifth of the largest
     * number.
     */
    private static int step(int most) {
        int step = 1;
        int[] factors = {1, 2, 5};
        for (int i = 0; step * 5 < most && i < 27; i++) {
            step = factors[(i + 1) % 3] * (int) Math.pow(10, (i + 1) / 3);
        }
        return step;
    }

    /** Converts days and children to chart coordinates. */
    private record Scale(Frame frame, LocalDate first, LocalDate last, int top) {
        String x(LocalDate day) {
            double part = Math.clamp(
                    (double) ChronoUnit.DAYS.between(first, day) / ChronoUnit.DAYS.between(first, last), 0, 1);
            return String.format(Locale.ROOT, "%.1f", frame.left + part * (frame.right - frame.left));
        }

        String y(int children) {
            return String.format(
                    Locale.ROOT, "%.1f", frame.bottom - (double) children / top * (frame.bottom - frame.top));
        }
    }
}
