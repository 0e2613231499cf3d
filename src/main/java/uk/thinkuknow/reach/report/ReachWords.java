package uk.thinkuknow.reach.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.TextFormat;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.counting.FigureText;
import uk.thinkuknow.counting.Figures;
import uk.thinkuknow.counting.ReachFigure;
import uk.thinkuknow.counting.WeeklyGrowth;
import uk.thinkuknow.reach.report.ReachView.Cells;
import uk.thinkuknow.reach.report.ReachView.Fact;
import uk.thinkuknow.reach.report.ReachView.Headline;
import uk.thinkuknow.reach.report.ReachView.Row;
import uk.thinkuknow.reach.report.ReachView.Sessions;

/** Writes the sentences and formats the figures of the reach pages. Unknown figures are never shown as zero. */
public final class ReachWords {
    static final String UNKNOWN = "–";

    private ReachWords() {}

    /** The headline figure with its target, course and range. */
    static Headline headline(Dashboard dashboard) {
        var total = dashboard.total();
        var fresh = total.fresh();
        var target = dashboard.chosen().total().target();
        boolean first = dashboard.chosen().period().first() == 0;
        return new Headline(
                fresh.text(),
                Words.of(first ? "report.childrenReachedOnce" : "report.childrenNewOnce"),
                target == null ? null : share(fresh.headline(), target, dashboard),
                target == null
                        ? null
                        : behind(fresh.headline(), target, dashboard.dates().gone()),
                counted(total),
                first
                        ? null
                        : Words.of(
                                "report.termReach", total.own().figure().text().inWords()));
    }

    private static String share(int count, int target, Dashboard dashboard) {
        double gone = dashboard.dates().gone();
        int percent = TextFormat.percent(count, target);
        return gone == 0 || gone == 1
                ? Words.of("report.share", percent, target)
                : Words.of(
                        "report.shareWithGone",
                        percent,
                        target,
                        Math.round(100 * gone),
                        dashboard.chosen().period().span());
    }

    private static @Nullable String behind(int count, int target, double gone) {
        int course = (int) Math.round(target * gone);
        if (gone == 0) {
            return null;
        }
        int by = Math.abs(count - course);
        if (gone == 1) {
            return Words.of(count >= target ? "report.targetMetBy" : "report.shortOfTarget", by);
        }
        return Words.of(count >= course ? "report.aheadOfCourse" : "report.behindCourse", by);
    }

    private static String counted(Figures total) {
        return Words.of(
                "report.countedFrom",
                total.awaiting(),
                total.awaiting() == 0 ? 0 : total.pending().awaitedCards(),
                total.own().largestSession());
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
                known(figures, figures.fresh()),
                Words.of(period.first() == 0 ? "report.childrenReached" : "report.childrenNew"),
                target == null || target == 0
                        ? Words.of("report.noTargetFor", period.span())
                        : Words.of(
                                "report.ofItsTarget",
                                TextFormat.percent(figures.fresh().headline(), target),
                                target),
                period.equals(shown.period()));
    }

    /** The forecast or, while there is none, what the target still needs. */
    static @Nullable Fact ahead(Dashboard dashboard) {
        var forecast = dashboard.forecast();
        if (forecast == null) {
            return needed(dashboard);
        }
        var target = dashboard.chosen().total().target();
        return new Fact(
                Words.of("report.forecastFor", TextFormat.dayAndMonth(forecast.day())),
                Words.of("report.about", forecast.rounded(forecast.likely())),
                joined(
                        Words.of(
                                "report.forecastRange",
                                forecast.rounded(forecast.low()),
                                forecast.rounded(forecast.high())),
                        target == null ? "" : against(forecast, target),
                        target == null ? "" : rate(dashboard, target)));
    }

    private static String against(Forecast forecast, int target) {
        int by = Math.max(forecast.unit(), forecast.rounded(Math.abs(forecast.likely() - target)));
        if (target <= forecast.low()) {
            return Words.of("report.willBeMet");
        }
        if (target <= forecast.likely()) {
            return Words.of("report.likelyMet", by);
        }
        return Words.of(target <= forecast.high() ? "report.likelyMissed" : "report.willBeMissed", by);
    }

    private static String rate(Dashboard dashboard, int target) {
        var dates = dashboard.dates();
        int missing = target - dashboard.total().fresh().headline();
        double weeks = dates.days().weeksBetween(dates.today().plusDays(1), dates.last());
        return missing <= 0 || weeks < 1
                ? ""
                : joined(Words.of("report.toMeetIt", each(missing, weeks)), pace(dashboard.weeks()));
    }

    /**
     * For example "20 more children are needed in each of the 31 school weeks left"; a week has five teaching days.
     */
    private static String each(int missing, double weeks) {
        return Words.of("report.needed", (int) Math.ceil(missing / weeks), Math.round(weeks));
    }

    /** The sentences that are not empty, in one text. */
    static String joined(String... sentences) {
        return Stream.of(sentences).filter(each -> !each.isEmpty()).collect(Collectors.joining(" "));
    }

    /** The lessons booked and still to come. */
    static Fact booked(Dashboard dashboard) {
        var booked = dashboard.booked();
        var until = TextFormat.dayAndMonth(dashboard.dates().days().lastTaught());
        return booked.sessions() == 0
                ? new Fact(Words.of("report.booked"), Words.of("report.none"), Words.of("report.noneBooked", until))
                : new Fact(
                        Words.of("report.bookedToCome"),
                        Words.of("report.sessionsCounted", booked.sessions()),
                        Words.of("report.bookedFor", until, booked.children()));
    }

    /** The children needed to meet the target, and the pace of the last weeks; null without a target or time left. */
    private static @Nullable Fact needed(Dashboard dashboard) {
        var target = dashboard.chosen().total().target();
        var dates = dashboard.dates();
        double weeks = dates.days().weeksBetween(dates.today().plusDays(1), dates.last());
        if (target == null || weeks == 0 || dates.gone() == 0) {
            return null;
        }
        int missing = target - dashboard.total().fresh().headline();
        var until = Words.of("report.byDay", TextFormat.dayAndMonth(dates.days().lastTaught()));
        if (missing <= 0) {
            return new Fact(until, Words.of("report.targetMet"), Words.of("report.moreThanAsked"));
        }
        return new Fact(
                until,
                Words.of("report.moreChildren", missing),
                joined(Words.of("report.wouldMeet", each(missing, Math.max(1, weeks))), pace(dashboard.weeks())));
    }

    private static String pace(List<WeeklyGrowth.Week> weeks) {
        var last = weeks.subList(Math.max(0, weeks.size() - 4), weeks.size());
        int sum = last.stream().mapToInt(week -> week.added().headline()).sum();
        return last.isEmpty() ? "" : Words.of("report.pace", last.size(), Math.round((float) sum / last.size()));
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
                        Math.max(row.target(), figures.fresh().atMost()));
        return new Row(row.name(), href, indented, cells(row), course, bar);
    }

    private static Cells cells(ReachRow row) {
        var figures = row.figures();
        boolean known = !figures.isUnknown();
        var target = row.target();
        return new Cells(
                target == null ? "" : TextFormat.number(target),
                known(figures, figures.fresh()),
                target == null || target == 0 || !known
                        ? ""
                        : TextFormat.percent(figures.fresh().headline(), target) + "%",
                known(figures, figures.own().figure()),
                new Sessions(
                        TextFormat.number(figures.sessions()),
                        PendingWords.cells(figures.pending()),
                        known(known, figures.own().attendances()),
                        known(known, figures.own().largestSession())));
    }

    private static FigureText known(Figures figures, ReachFigure figure) {
        return figures.isUnknown() ? FigureText.UNKNOWN : figure.text();
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
        var sentence = Words.of(
                "report.climb",
                TextFormat.day(dates.first()),
                end.soFar().text().inWords(),
                TextFormat.day(end.monday()),
                target == null ? "none" : TextFormat.number(target),
                forecast == null ? "none" : TextFormat.number(forecast.rounded(forecast.likely())));
        var rows = new ArrayList<ReachView.WeekRow>();
        weeks.forEach(week -> rows.add(new ReachView.WeekRow(
                TextFormat.shortDay(week.monday()),
                week.added().text(),
                week.soFar().text())));
        return new ReachView.ClimbView(
                sentence,
                ClimbChart.of(ClimbChart.Frame.WIDE, weeks, dates, target, forecast),
                ClimbChart.of(ClimbChart.Frame.NARROW, weeks, dates, target, forecast),
                rows);
    }
}
