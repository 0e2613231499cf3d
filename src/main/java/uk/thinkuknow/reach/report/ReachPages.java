package uk.thinkuknow.reach.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.classroom.session.Audience;
import uk.thinkuknow.common.TextFormat;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.counting.Period;
import uk.thinkuknow.identity.staff.Scope;
import uk.thinkuknow.reach.evidence.Crumb;
import uk.thinkuknow.reach.report.ReachResource.AreaPage;
import uk.thinkuknow.reach.report.ReachResource.ReachHead;
import uk.thinkuknow.reach.report.ReachResource.ReachPage;
import uk.thinkuknow.reach.report.ReachResource.Table;
import uk.thinkuknow.reach.report.ReachResource.Top;
import uk.thinkuknow.reach.report.ReachView.Fact;
import uk.thinkuknow.reach.report.ReachView.Row;
import uk.thinkuknow.reach.totals.OtherAudience;
import uk.thinkuknow.reach.totals.RowKind;
import uk.thinkuknow.reach.totals.SumSentence;
import uk.thinkuknow.reach.totals.TargetSlices;
import uk.thinkuknow.web.FormOption;
import uk.thinkuknow.web.MapTile;

/** Builds the dashboard and the pages of areas from their reports. */
public final class ReachPages {
    /** The column and row of each region on the tile map, as style classes. */
    private static final Map<String, String> PLACES = Map.ofEntries(
            place("scotland", 2, 1),
            place("northern-ireland", 1, 2),
            place("north-east", 3, 2),
            place("north-west", 2, 3),
            place("yorkshire-and-the-humber", 3, 3),
            place("wales", 1, 4),
            place("west-midlands", 2, 4),
            place("east-midlands", 3, 4),
            place("east-of-england", 4, 4),
            place("south-west", 2, 5),
            place("south-east", 3, 5),
            place("london", 4, 5));

    private static final int SCHOOLS_ON_A_PAGE = 100;

    private ReachPages() {}

    private static Map.Entry<String, String> place(String region, int column, int row) {
        return Map.entry(region, " tuk-map__c%d tuk-map__r%d".formatted(column, row));
    }

    /**
     * @param besides the reports of the year and its term, or none
     * @param awaited the address of the list of missing returns; null if the user may not request returns
     */
    static ReachPage dashboard(
            Dashboard dashboard,
            List<ReachReport> besides,
            OtherFigures.OtherLines below,
            List<String> years,
            Scope scope,
            @Nullable String awaited) {
        var chosen = dashboard.chosen();
        return new ReachPage(
                head(chosen.total().name(), chosen.period(), chosen.asAt(), years, chosen.by()),
                scope.isProgramme(),
                besides.stream().map(each -> ReachWords.beside(each, chosen)).toList(),
                top(dashboard, awaited),
                ReachWords.climb(dashboard),
                new ReachResource.Rows(map(dashboard), bands(dashboard), table(dashboard, scope)),
                below);
    }

    /**
     * The page of an area with a table of its authorities and schools, or of its schools only.
     *
     * @param awaited the address of the list of missing returns; null if the user may not request returns
     */
    static AreaPage area(
            List<Crumb> crumbs, Dashboard dashboard, @Nullable ReachReport schools, @Nullable String awaited) {
        var chosen = dashboard.chosen();
        double gone = dashboard.dates().gone();
        var total = ReachWords.row(chosen.total(), null, false, gone);
        var tables = new ArrayList<Table>();
        tables.add(new Table(
                Words.of(chosen.by() == RowKind.AUTHORITY ? "report.authorities" : "report.schools"),
                chosen.by().words(),
                rows(chosen, chosen.rows(), gone, Scope.PROGRAMME),
                total,
                addsUp(chosen)));
        if (schools != null) {
            var rows = schools.rows().stream().limit(SCHOOLS_ON_A_PAGE).toList();
            tables.add(new Table(
                    Words.of("report.schools"),
                    RowKind.SCHOOL.words(),
                    rows(schools, rows, gone, Scope.PROGRAMME),
                    total,
                    addsUp(schools) + notAll(schools, "authority")));
        }
        return new AreaPage(
                head(chosen.total().name(), chosen.period(), chosen.asAt(), List.of(), null),
                crumbs,
                top(dashboard, awaited),
                tables.stream().filter(table -> !table.rows().isEmpty()).toList());
    }

    static ReachHead head(String where, Period period, Instant asAt, List<String> years, @Nullable RowKind by) {
        var periods = new ArrayList<FormOption>();
        for (var year : years) {
            choose(periods, new Period(year, null), period);
            Period.TERMS.forEach(term -> choose(periods, new Period(year, term), period));
        }
        var rows = List.of(
                        RowKind.REGION, RowKind.NATION, RowKind.AUTHORITY, RowKind.SCHOOL, RowKind.PHASE, RowKind.BAND)
                .stream()
                .map(each -> new FormOption(each.key(), each.words(), each == by))
                .toList();
        return new ReachHead(
                where, period.inWords(), period.span(), TextFormat.time(asAt), period.query(), periods, rows);
    }

    private static void choose(List<FormOption> periods, Period each, Period chosen) {
        periods.add(new FormOption(each.key(), each.inWords(), each.equals(chosen)));
    }

    private static Top top(Dashboard dashboard, @Nullable String awaited) {
        var total = dashboard.chosen().total();
        double gone = dashboard.dates().gone();
        var facts = new ArrayList<Fact>();
        var ahead = ReachWords.ahead(dashboard);
        if (ahead != null) {
            facts.add(ahead);
        }
        facts.add(PendingWords.awaiting(total.figures(), awaited));
        facts.add(PendingWords.toConfirm(total.figures().pending()));
        if (gone < 1) {
            facts.add(ReachWords.booked(dashboard));
        }
        return new Top(
                dashboard.chosen().period().span(),
                ReachWords.headline(dashboard),
                TargetBar.of(total.figures(), total.target(), gone, TargetBar.end(total.figures(), total.target())),
                ReachWords.row(total, null, false, gone),
                facts,
                total.figures().sessions() > 0 ? null : nothingYet(dashboard));
    }

    private static String nothingYet(Dashboard dashboard) {
        var period = dashboard.chosen().period();
        return dashboard.dates().gone() == 0
                ? Words.of("report.notBegun", period.inWords())
                : Words.of("report.nothingSigned", period.span());
    }

    /** All bands share one scale. */
    private static List<Row> bands(Dashboard dashboard) {
        var bands = dashboard.bands().rows();
        int end = bands.stream()
                .mapToInt(row -> TargetBar.end(row.figures(), row.target()))
                .max()
                .orElse(1);
        return bands.stream()
                .map(row -> ReachWords.band(
                        new ReachRow(row.key(), TargetSlices.name(row.key()), row.target(), row.figures()),
                        dashboard.dates().gone(),
                        end))
                .toList();
    }

    /**
     * The tile map of the regions; empty for a single region. Tiles have positions only if those of all regions are
     * known.
     */
    private static List<MapTile> map(Dashboard dashboard) {
        var regions = dashboard.regions().rows();
        if (regions.size() < 2) {
            return List.of();
        }
        boolean known = regions.stream().allMatch(row -> PLACES.containsKey(row.key()));
        return regions.stream()
                .map(row -> tile(
                        ReachWords.row(
                                row,
                                href(RowKind.REGION, row, dashboard.chosen().period()),
                                false,
                                dashboard.dates().gone()),
                        known ? PLACES.getOrDefault(row.key(), "") : ""))
                .toList();
    }

    private static MapTile tile(Row row, String place) {
        var share = row.cells().share();
        var course = row.course();
        return new MapTile(
                row.name(),
                row.href(),
                share.isEmpty() ? row.cells().fresh().number() : share,
                row.wordsOfTile(),
                course == null ? null : course.shape(),
                course == null ? "on" : course.tile(),
                place);
    }

    public static ReachView.Line other(OtherAudience line) {
        var words = Stream.of(Audience.values())
                .filter(each -> each.key().equals(line.key()))
                .map(Audience::words)
                .findFirst()
                .orElse(line.key());
        return new ReachView.Line(words, TextFormat.number(line.sessions()), TextFormat.number(line.heads()), "");
    }

    private static Table table(Dashboard dashboard, Scope scope) {
        var chosen = dashboard.chosen();
        double gone = dashboard.dates().gone();
        var total = ReachWords.row(chosen.total(), null, false, gone);
        if (chosen.by() == RowKind.REGION && scope.isProgramme()) {
            return new Table(
                    Words.of("report.nationsAndRegions"),
                    Words.of("report.area"),
                    nationsAndRegions(dashboard, gone),
                    total,
                    addsUp(chosen));
        }
        var name = chosen.by().words();
        boolean schools = chosen.by() == RowKind.SCHOOL;
        var shown = schools ? chosen.rows().stream().limit(SCHOOLS_ON_A_PAGE).toList() : chosen.rows();
        return new Table(
                Words.of("report.byRows", name.toLowerCase(Locale.ROOT)),
                name,
                rows(chosen, shown, gone, scope),
                total,
                addsUp(chosen) + (schools ? notAll(chosen, "region") : ""));
    }

    /** Only the first schools are listed: a page of thousands of rows is no use. */
    private static String notAll(ReachReport schools, String where) {
        return schools.rows().size() <= SCHOOLS_ON_A_PAGE
                ? ""
                : " " + Words.of("report.firstSchools", SCHOOLS_ON_A_PAGE, where);
    }

    private static List<Row> nationsAndRegions(Dashboard dashboard, double gone) {
        var rows = new ArrayList<Row>();
        var period = dashboard.chosen().period();
        for (var nation : dashboard.nations().rows()) {
            var regions = dashboard.chosen().rows().stream()
                    .filter(region -> region.parent().equals(nation.key()))
                    .toList();
            boolean single = regions.size() == 1 && regions.getFirst().name().equals(nation.name());
            var way = single ? href(RowKind.REGION, regions.getFirst(), period) : null;
            rows.add(ReachWords.row(nation, way, false, gone));
            if (!single) {
                regions.forEach(
                        region -> rows.add(ReachWords.row(region, href(RowKind.REGION, region, period), true, gone)));
            }
        }
        return rows;
    }

    private static List<Row> rows(ReachReport report, List<ReachRow> some, double gone, Scope scope) {
        return some.stream()
                .map(row -> ReachWords.row(
                        row,
                        report.by() == RowKind.REGION && !scope.holdsRegion(row.key())
                                ? null
                                : href(report.by(), row, report.period()),
                        false,
                        gone))
                .toList();
    }

    static @Nullable String href(RowKind by, ReachRow row, Period period) {
        return switch (by) {
            case REGION -> "/reach/regions/" + row.key() + period.query();
            case SCHOOL -> "/reach/schools/" + row.key() + period.query();
            case AUTHORITY -> "/reach/authorities/" + row.key() + period.query();
            case NATION, PHASE, BAND -> null;
        };
    }

    /** The sentence that compares the rows with the total; empty if nothing is known. */
    private static String addsUp(ReachReport report) {
        var known = report.rows().stream()
                .map(ReachRow::figures)
                .filter(figures -> !figures.isUnknown())
                .map(figures -> figures.fresh().headline())
                .toList();
        return SumSentence.sentence(
                report.by().name(),
                known,
                report.total().figures().fresh().headline(),
                Words.of(report.by() == RowKind.BAND ? "report.bandsOverlap" : "report.classMoved"));
    }
}
