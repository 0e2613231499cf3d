package uk.thinkuknow.programme;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.programme.ReachResource.ReachHead;
import uk.thinkuknow.programme.ReachResource.ReachPage;
import uk.thinkuknow.programme.ReachResource.RegionPage;
import uk.thinkuknow.programme.ReachResource.Table;
import uk.thinkuknow.programme.ReachResource.Top;
import uk.thinkuknow.programme.ReachView.Choice;
import uk.thinkuknow.programme.ReachView.Fact;
import uk.thinkuknow.programme.ReachView.Row;

/** Makes the pages of reach out of their figures. */
final class ReachPages {
    private static final Map<By, String> ROWS = Map.of(
            By.REGION, "Nation and region",
            By.NATION, "Nation",
            By.AUTHORITY, "Authority",
            By.SCHOOL, "School",
            By.PHASE, "Phase",
            By.BAND, "Age band");

    private ReachPages() {}

    static ReachPage dashboard(Dashboard dashboard, List<String> years, @Nullable String onlyRegion) {
        var chosen = dashboard.chosen();
        return new ReachPage(
                head(chosen.total().name(), chosen.period(), chosen.asAt(), years, chosen.by()),
                onlyRegion == null,
                top(dashboard),
                ReachWords.climb(dashboard),
                map(dashboard),
                bands(dashboard),
                table(dashboard, onlyRegion));
    }

    static RegionPage region(Dashboard dashboard, ReachReport schools, List<String> years) {
        var chosen = dashboard.chosen();
        double gone = dashboard.dates().gone();
        var total = ReachWords.row(chosen.total(), null, false, gone);
        return new RegionPage(
                head(chosen.total().name(), chosen.period(), chosen.asAt(), years, null),
                top(dashboard),
                new Table("Authorities", "Authority", rows(chosen, gone), total),
                new Table("Schools", "School", rows(schools, gone), total));
    }

    static ReachHead head(String where, Period period, Instant asAt, List<String> years, @Nullable By by) {
        var periods = new ArrayList<Choice>();
        for (var year : years) {
            choose(periods, new Period(year, null), period);
            Period.TERMS.forEach(term -> choose(periods, new Period(year, term), period));
        }
        var rows = List.of(By.REGION, By.NATION, By.AUTHORITY, By.SCHOOL, By.PHASE, By.BAND).stream()
                .map(each -> new Choice(each.key(), ROWS.getOrDefault(each, each.key()), each == by))
                .toList();
        return new ReachHead(where, period.inWords(), InWords.time(asAt), period.query(), periods, rows);
    }

    private static void choose(List<Choice> periods, Period each, Period chosen) {
        periods.add(new Choice(each.key(), each.inWords(), each.equals(chosen)));
    }

    private static Top top(Dashboard dashboard) {
        var total = dashboard.chosen().total();
        double gone = dashboard.dates().gone();
        var facts = new ArrayList<Fact>();
        var needed = ReachWords.needed(dashboard);
        if (needed != null) {
            facts.add(needed);
        }
        facts.add(ReachWords.awaiting(total.figures()));
        return new Top(
                ReachWords.headline(dashboard),
                Bar.of(total.figures(), total.target(), gone, Bar.end(total.figures(), total.target())),
                ReachWords.row(total, null, false, gone),
                facts,
                total.figures().sessions() > 0 ? null : nothingYet(dashboard));
    }

    private static String nothingYet(Dashboard dashboard) {
        var when = dashboard.chosen().period().term() == null ? "this year" : "this term";
        if (dashboard.dates().gone() == 0) {
            return dashboard.chosen().period().inWords() + " has not begun.";
        }
        return "No return has been signed " + when + " yet.";
    }

    /** All on one scale. */
    private static List<Row> bands(Dashboard dashboard) {
        var bands = dashboard.bands().rows();
        int end = bands.stream()
                .mapToInt(row -> Bar.end(row.figures(), row.target()))
                .max()
                .orElse(1);
        return bands.stream()
                .map(row -> ReachWords.band(
                        new ReachRow(row.key(), "Ages " + row.key().replace('-', '–'), row.target(), row.figures()),
                        dashboard.dates().gone(),
                        end))
                .toList();
    }

    /** The regions as tiles, when there is more than one and they have targets. */
    private static List<Row> map(Dashboard dashboard) {
        var regions = dashboard.regions().rows();
        return regions.size() < 2
                ? List.of()
                : regions.stream()
                        .map(row -> ReachWords.row(
                                row,
                                href(By.REGION, row, dashboard.chosen().period()),
                                false,
                                dashboard.dates().gone()))
                        .toList();
    }

    private static Table table(Dashboard dashboard, @Nullable String onlyRegion) {
        var chosen = dashboard.chosen();
        double gone = dashboard.dates().gone();
        var total = ReachWords.row(chosen.total(), null, false, gone);
        if (chosen.by() == By.REGION && onlyRegion == null) {
            return new Table("Nations and regions", "Area", nationsAndRegions(dashboard, gone), total);
        }
        var name = ROWS.getOrDefault(chosen.by(), "");
        return new Table("By " + name.toLowerCase(Locale.ROOT), name, rows(chosen, gone), total);
    }

    private static List<Row> nationsAndRegions(Dashboard dashboard, double gone) {
        var rows = new ArrayList<Row>();
        var period = dashboard.chosen().period();
        for (var nation : dashboard.nations().rows()) {
            var regions = dashboard.chosen().rows().stream()
                    .filter(region -> region.parent().equals(nation.key()))
                    .toList();
            boolean single = regions.size() == 1 && regions.getFirst().name().equals(nation.name());
            var way = single ? href(By.REGION, regions.getFirst(), period) : null;
            rows.add(ReachWords.row(nation, way, false, gone));
            if (!single) {
                regions.forEach(
                        region -> rows.add(ReachWords.row(region, href(By.REGION, region, period), true, gone)));
            }
        }
        return rows;
    }

    private static List<Row> rows(ReachReport report, double gone) {
        return report.rows().stream()
                .map(row -> ReachWords.row(row, href(report.by(), row, report.period()), false, gone))
                .toList();
    }

    private static @Nullable String href(By by, ReachRow row, Period period) {
        return switch (by) {
            case REGION -> "/reach/regions/" + row.key() + period.query();
            case SCHOOL -> "/reach/schools/" + row.key() + period.query();
            case NATION, AUTHORITY, PHASE, BAND -> null;
        };
    }
}
