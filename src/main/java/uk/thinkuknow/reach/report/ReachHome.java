package uk.thinkuknow.reach.report;

import jakarta.annotation.Priority;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.identity.staff.HomeContent;
import uk.thinkuknow.identity.staff.Role;
import uk.thinkuknow.identity.staff.StaffMember;
import uk.thinkuknow.reach.report.ReachView.Fact;
import uk.thinkuknow.reach.totals.SchoolCalendar;

/** Shows managers and auditors on their home page the reach of the term, and the areas furthest behind their target. */
@Singleton
@Priority(900)
class ReachHome implements HomeContent {
    private static final int AREAS_AT_MOST = 5;

    private final ReachService reach;
    private final SchoolCalendar calendar;

    ReachHome(ReachService reach, SchoolCalendar calendar) {
        this.reach = reach;
        this.calendar = calendar;
    }

    @Override
    public HomeParts parts(StaffMember me) {
        if (!me.is(Role.MANAGER) && !me.is(Role.AUDITOR)) {
            return HomeParts.NONE;
        }
        var dashboard = reach.dashboard(calendar.periodOrNow(null, null), ReachResource.usual(me.reads()), me.reads());
        return new HomeParts(figures(dashboard, me.is(Role.MANAGER)), lists(dashboard));
    }

    private static List<HomeFigure> figures(Dashboard dashboard, boolean manages) {
        var period = dashboard.chosen().period();
        var headline = ReachWords.headline(dashboard);
        var total = dashboard.chosen().total().figures();
        var figures = new ArrayList<HomeFigure>();
        boolean known = !total.isUnknown();
        figures.add(new HomeFigure(
                period.inWords(),
                known ? Words.of("report.childrenCount", total.fresh().headline()) : ReachWords.UNKNOWN,
                known ? headline.figure().range() : "",
                ReachWords.joined(
                        period.first() == 0 ? "" : Words.of("report.onlyNew"),
                        Objects.requireNonNullElseGet(
                                headline.againstTarget(), () -> Words.of("report.noTargetYet", period.span()))),
                "/reach" + period.query()));
        var ahead = ReachWords.ahead(dashboard);
        if (ahead != null) {
            figures.add(figure(ahead));
        }
        var list = manages ? "/missing-returns?period=" + period.key() : null;
        figures.add(figure(PendingWords.awaiting(total, list)));
        figures.add(figure(PendingWords.toConfirm(total.pending())));
        return figures;
    }

    private static List<HomeList> lists(Dashboard dashboard) {
        double gone = dashboard.dates().gone();
        var period = dashboard.chosen().period();
        var behind = dashboard.chosen().rows().stream()
                .filter(row -> below(row, gone) > 0)
                .sorted(Comparator.comparingInt((ReachRow row) -> below(row, gone))
                        .reversed())
                .limit(AREAS_AT_MOST)
                .map(row -> line(row, dashboard))
                .toList();
        return behind.isEmpty()
                ? List.of()
                : List.of(new HomeList(
                        Words.of("report.furthestBehind"),
                        "/reach" + period.query(),
                        Words.of("report.allAreas"),
                        behind));
    }

    /** The children that are missing today on the way to the target; 0 without a target. */
    private static int below(ReachRow row, double gone) {
        var target = row.target();
        return target == null
                ? 0
                : (int) Math.round(target * gone) - row.figures().fresh().headline();
    }

    private static HomeLine line(ReachRow row, Dashboard dashboard) {
        double gone = dashboard.dates().gone();
        var view = ReachWords.row(
                row,
                ReachPages.href(dashboard.chosen().by(), row, dashboard.chosen().period()),
                false,
                gone);
        var course = view.course();
        return new HomeLine(
                row.name(),
                Objects.requireNonNullElse(view.href(), "/reach"),
                Words.of(
                        "report.belowCourse",
                        below(row, gone),
                        view.cells().share(),
                        view.cells().target()),
                course == null ? Words.of("report.noReturnYet") : course.words(),
                course == null ? "grey" : course.tone(),
                course == null ? "" : course.shape());
    }

    private static HomeFigure figure(Fact fact) {
        return new HomeFigure(fact.name(), fact.number(), "", fact.text(), fact.href());
    }
}
