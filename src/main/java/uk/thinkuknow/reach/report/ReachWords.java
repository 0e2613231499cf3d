package uk.thinkuknow.reach.report;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.TextFormat;
import uk.thinkuknow.counting.Figures;
import uk.thinkuknow.counting.WeeklyGrowth;
import uk.thinkuknow.reach.report.ReachView.Cells;
import uk.thinkuknow.reach.report.ReachView.Fact;
import uk.thinkuknow.reach.report.ReachView.Headline;
import uk.thinkuknow.reach.report.ReachView.Row;
import uk.thinkuknow.reach.report.ReachView.Sessions;

/** Writes the sentences and formats the figures of the reach pages. Unknown figures are never shown as zero. */
public final class ReachWords {
    private static final String UNKNOWN = "–";

    private ReachWords() {}

    /** The headline figure with its target, course and range. */
    static Headline headline(Dashboard dashboard) {
        var total = dashboard.total();
        var fresh = total.fresh();
        var target = dashboard.chosen().total().target();
        boolean first = dashboard.chosen().period().first() == 0;
        return new Headline(
                TextFormat.number(fresh.count()),
                first ? "children reached, each counted once" : "children new to the year, each counted once",
                target == null ? null : share(fresh.count(), target, dashboard),
                target == null
                        ? null
                        : behind(fresh.count(), target, dashboard.dates().gone()),
                range(total),
                first
                        ? null
                        : "The term by itself reached "
                                + TextFormat.number(total.own().lower())
                                + ": those who had a lesson earlier in the year are not new.");
    }

    private static String share(int count, int target, Dashboard dashboard) {
        double gone = dashboard.dates().gone();
        return "%d%% of the target of %s%s."
                .formatted(
                        TextFormat.percent(count, target),
                        TextFormat.number(target),
                        gone == 0 || gone == 1
                                ? ""
                                : ", with %d%% of the %s’s teaching gone"
                                        .formatted(
                                                Math.round(100 * gone),
                                                dashboard.chosen().period().span()));
    }

    private static @Nullable String behind(int count, int target, double gone) {
        int course = (int) Math.round(target * gone);
        if (gone == 0) {
            return null;
        }
        var by = TextFormat.number(Math.abs(count - course));
        if (gone == 1) {
            return count >= target ? "Target met, by " + by + "." : by + " short of the target.";
        }
        return count >= course ? by + " ahead of course." : by + " behind course.";
    }

    private static String range(Figures total) {
        var fresh = total.fresh();
        var certain = total.own().largestSession();
        return "On signed returns: at least %s, at most %s%s. By the largest session of each class alone, which needs no card to keep its child: %s."
                .formatted(
                        TextFormat.number(fresh.lower()),
                        TextFormat.number(fresh.upper()),
                        leftOut(total),
                        TextFormat.number(certain));
    }

    /** The sessions without a signed return, which are in neither bound. */
    private static String leftOut(Figures total) {
        return total.awaiting() == 0
                ? ""
                : "; in neither %s %s that still %s to be signed%s"
                        .formatted(
                                TextFormat.word(total.awaiting(), "is", "are"),
                                TextFormat.counted(total.awaiting(), "session", "sessions"),
                                TextFormat.word(total.awaiting(), "waits", "wait"),
                                total.awaitedCards() == 0
                                        ? ""
                                        : ", for " + TextFormat.counted(total.awaitedCards(), "child", "children"));
    }

    /** The figure of the year or of its term in one line, with a link to the dashboard of that period. */
    static ReachResource.PeriodFigure beside(ReachReport report, ReachReport shown) {
        var total = report.total();
        var target = total.target();
        var figures = total.figures();
        var period = report.period();
        return new ReachResource.PeriodFigure(
                period.inWords(),
                "/reach" + period.query() + "&by=" + shown.by().key(),
                known(!figures.isUnknown(), figures.fresh().count()),
                period.first() == 0 ? "children reached" : "children new to the year",
                target == null || target == 0
                        ? "no target for the " + period.span()
                        : TextFormat.percent(figures.fresh().count(), target) + "% of its target of "
                                + TextFormat.number(target),
                period.equals(shown.period()));
    }

    /** @param list the address of the list of missing returns; null if the user may not request returns */
    static Fact awaiting(Figures total, @Nullable String list) {
        if (total.awaiting() == 0) {
            return new Fact("Awaiting returns", "None", "Every lesson that has ended has its signed return.");
        }
        var cards = total.awaitedCards() == 0
                ? ""
                : " They were for " + TextFormat.counted(total.awaitedCards(), "child", "children") + ", new or not.";
        var number = TextFormat.counted(total.awaiting(), "session", "sessions");
        var text = "None of them is counted yet." + cards;
        return list == null
                ? new Fact("Awaiting returns", number, text)
                : new Fact("Awaiting returns", number, text, "See which, and ask for them", list);
    }

    /** The forecast or, while there is none, what the target still needs. */
    static @Nullable Fact ahead(Dashboard dashboard) {
        var forecast = dashboard.forecast();
        if (forecast == null) {
            return needed(dashboard);
        }
        var target = dashboard.chosen().total().target();
        return new Fact(
                "Forecast for " + TextFormat.dayAndMonth(forecast.day()),
                "about " + TextFormat.number(forecast.rounded(forecast.likely())) + " children",
                "Between %s and %s in four cases out of five, if school weeks go on like the last few.%s%s"
                        .formatted(
                                TextFormat.number(forecast.rounded(forecast.low())),
                                TextFormat.number(forecast.rounded(forecast.high())),
                                target == null ? "" : " " + against(forecast, target),
                                target == null ? "" : rate(dashboard, target)));
    }

    private static String against(Forecast forecast, int target) {
        var by = TextFormat.number(Math.max(forecast.unit(), forecast.rounded(Math.abs(forecast.likely() - target))));
        if (target <= forecast.low()) {
            return "The target will be met, unless far fewer lessons are held.";
        }
        if (target <= forecast.likely()) {
            return "The target will more likely be met than not, by about " + by + ".";
        }
        return target <= forecast.high()
                ? "The target is within reach, but we are more likely to miss it, by about " + by + "."
                : "The target will be missed, by about " + by + ", unless more lessons are held.";
    }

    private static String rate(Dashboard dashboard, int target) {
        var dates = dashboard.dates();
        int missing = target - dashboard.total().fresh().count();
        double weeks = dates.days().weeksBetween(dates.today().plusDays(1), dates.last());
        return missing <= 0 || weeks < 1
                ? ""
                : " To meet it, %s.%s".formatted(each(missing, weeks), pace(dashboard.weeks()));
    }

    /**
     * For example "20 more children are needed in each of the 31 school weeks left"; a week has five teaching days.
     */
    private static String each(int missing, double weeks) {
        int children = (int) Math.ceil(missing / weeks);
        long left = Math.round(weeks);
        return "%s %s needed in %s"
                .formatted(
                        TextFormat.counted(children, "more child", "more children"),
                        TextFormat.word(children, "is", "are"),
                        TextFormat.word(left, "the last school week", "each of the " + left + " school weeks left"));
    }

    /** The lessons booked and still to come. */
    static Fact booked(Dashboard dashboard) {
        var booked = dashboard.booked();
        var until = "until " + TextFormat.dayAndMonth(dashboard.dates().days().lastTaught());
        return booked.sessions() == 0
                ? new Fact("Booked", "None", "No lesson is booked " + until + " any more.")
                : new Fact(
                        "Booked, not yet delivered",
                        TextFormat.counted(booked.sessions(), "session", "sessions"),
                        "%s, for %s, new or not. None of them is counted."
                                .formatted(until, TextFormat.counted(booked.children(), "child", "children")));
    }

    /** The children needed to meet the target, and the pace of the last weeks; null without a target or time left. */
    private static @Nullable Fact needed(Dashboard dashboard) {
        var target = dashboard.chosen().total().target();
        var dates = dashboard.dates();
        double weeks = dates.days().weeksBetween(dates.today().plusDays(1), dates.last());
        if (target == null || weeks == 0 || dates.gone() == 0) {
            return null;
        }
        int missing = target - dashboard.total().fresh().count();
        var until = "By " + TextFormat.dayAndMonth(dates.days().lastTaught());
        if (missing <= 0) {
            return new Fact(until, "Target met", "Every child from here is more than was asked for.");
        }
        return new Fact(
                until,
                TextFormat.counted(missing, "more child", "more children"),
                "would meet the target: %s.%s".formatted(each(missing, Math.max(1, weeks)), pace(dashboard.weeks())));
    }

    private static String pace(List<WeeklyGrowth.Week> weeks) {
        var last = weeks.subList(Math.max(0, weeks.size() - 4), weeks.size());
        int sum = last.stream().mapToInt(WeeklyGrowth.Week::added).sum();
        return last.isEmpty()
                ? ""
                : " The last %s brought %s."
                        .formatted(
                                TextFormat.word(last.size(), "week with lessons", last.size() + " weeks with lessons"),
                                TextFormat.counted(Math.round((float) sum / last.size()), "child", "children")
                                        + TextFormat.word(last.size(), "", " each"));
    }

    /** @param end the end of the scale shared by the bars of all bands */
    static Row band(ReachRow row, double gone, int end) {
        var figures = row.figures();
        var bar = figures.isUnknown() ? null : TargetBar.of(figures, row.target(), gone, end);
        return new Row(row.name(), null, false, cells(row), TargetProgress.of(figures, row.target(), gone), bar);
    }

    static Row row(ReachRow row, @Nullable String href, boolean indented, double gone) {
        var figures = row.figures();
        var course = TargetProgress.of(figures, row.target(), gone);
        var bar = row.target() == null || figures.isUnknown()
                ? null
                : TargetBar.of(
                        figures,
                        row.target(),
                        gone,
                        Math.max(row.target(), figures.fresh().upper()));
        return new Row(row.name(), href, indented, cells(row), course, bar);
    }

    private static Cells cells(ReachRow row) {
        var figures = row.figures();
        boolean known = !figures.isUnknown();
        var target = row.target();
        return new Cells(
                target == null ? "" : TextFormat.number(target),
                known(known, figures.fresh().count()),
                known(known, figures.fresh().upper()),
                target == null || target == 0 || !known
                        ? ""
                        : TextFormat.percent(figures.fresh().count(), target) + "%",
                known(known, figures.own().lower()),
                new Sessions(
                        TextFormat.number(figures.sessions()),
                        TextFormat.number(figures.awaiting()),
                        known(known, figures.own().attendances()),
                        known(known, figures.own().largestSession())));
    }

    private static String known(boolean known, int figure) {
        return known ? TextFormat.number(figure) : UNKNOWN;
    }

    static ReachView.@Nullable ClimbView climb(Dashboard dashboard) {
        return climb(
                dashboard.weeks(), dashboard.dates(), dashboard.chosen().total().target(), dashboard.forecast());
    }

    /** The climb chart with its sentence and table; null without weeks. */
    public static ReachView.@Nullable ClimbView climb(
            List<WeeklyGrowth.Week> weeks,
            Dashboard.Dates dates,
            @Nullable Integer target,
            @Nullable Forecast forecast) {
        if (weeks.isEmpty()) {
            return null;
        }
        var end = weeks.getLast();
        var sentence =
                "The count climbs from 0 on %s to %s in the week of %s, with a range to %s%s%s. Every week is in the table below."
                        .formatted(
                                TextFormat.day(dates.first()),
                                TextFormat.number(end.soFar()),
                                TextFormat.day(end.monday()),
                                TextFormat.number(end.upperSoFar()),
                                target == null ? "" : "; the target is " + TextFormat.number(target),
                                forecast == null
                                        ? ""
                                        : "; the forecast is about "
                                                + TextFormat.number(forecast.rounded(forecast.likely())));
        var rows = new ArrayList<ReachView.WeekRow>();
        weeks.forEach(week -> rows.add(new ReachView.WeekRow(
                TextFormat.shortDay(week.monday()), TextFormat.number(week.added()), TextFormat.number(week.soFar()))));
        return new ReachView.ClimbView(
                sentence,
                ClimbChart.of(ClimbChart.Frame.WIDE, weeks, dates, target, forecast),
                ClimbChart.of(ClimbChart.Frame.NARROW, weeks, dates, target, forecast),
                rows);
    }
}
