package uk.thinkuknow.reach.coverage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.TextFormat;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.counting.FigureText;
import uk.thinkuknow.reach.coverage.AreaNames.Group;
import uk.thinkuknow.reach.coverage.CoverageOverview.Cell;
import uk.thinkuknow.web.FormOption;

/** Formats the coverage overview, and the head of every coverage page. */
final class CoverageViews {
    static final List<String> PHASES =
            List.of("primary", "infant", "junior", "secondary", "all-through", "16 plus", "special");

    private CoverageViews() {}

    /**
     * The head of every coverage page: area, moment, due rule and area select.
     *
     * @param address the address to which the area select submits: that of the page itself
     * @param ready false if the coverage tables have never been filled
     */
    record Head(String where, String asAt, String year, Rule rule, Areas areas, String address, boolean ready) {
        /** The address of the overview's figures as a file. */
        public String file(String type) {
            return "/coverage/tables." + type + areas.query();
        }
    }

    /** The rule by which schools are due again, in words. */
    record Rule(String span, String from, String source) {}

    /** The area select, and the query string that keeps the area in links. */
    record Areas(List<Group> groups, boolean whole, String query) {}

    /** A table of coverage figures, with a sentence that sums it up. */
    record Table(String id, String name, String first, String said, List<Row> rows, Row total) {}

    /** A row of coverage figures; the link leads to the overview of the area. */
    record Row(String name, @Nullable String href, Cells cells) {}

    /**
     * The formatted coverage figures of a row: schools never reached, due again and reached this year, and children.
     */
    record Cells(String schools, Part never, String due, Part thisYear, String roll, Part reached) {}

    /**
     * A figure, its range, its share of the whole in words, and the length of its bar in per cent.
     *
     * @param range of children; empty for schools, which are counted exactly
     */
    record Part(String figure, String range, String share, int bar) {
        static Part of(int figure, @Nullable Integer percent) {
            return new Part(
                    TextFormat.number(figure), "", CoverageWords.percent(percent), percent == null ? 0 : percent);
        }

        static Part of(FigureText children, @Nullable Integer percent) {
            return new Part(
                    children.number(), children.range(), CoverageWords.percent(percent), percent == null ? 0 : percent);
        }
    }

    /** The list of schools: its filters, rows and pagination. */
    record ListView(
            String words,
            String found,
            List<FormOption> shows,
            List<FormOption> phases,
            List<FormOption> sizes,
            List<ListedView> schools,
            Pages pages) {}

    /** The position in the list of schools, with the links to the previous and next page. */
    record Pages(int page, int of, String query) {
        public @Nullable String before() {
            return page > 1 ? href(page - 1) : null;
        }

        public @Nullable String after() {
            return page < of ? href(page + 1) : null;
        }

        public String position() {
            return Words.of("coverage.page", "" + page, "" + of);
        }

        private String href(int number) {
            return "/coverage/schools" + query + "&page=" + number;
        }
    }

    /** A formatted row of the list of schools. */
    record ListedView(
            String id, String name, String where, String phase, String roll, String lastLesson, FigureText reach) {}

    /** A school to visit next, and the reason. */
    record NextView(String id, String name, String where, String trainer, String perHour, String why) {}

    /**
     * The leavers of one year group: a sentence, a bar, and a row for each area.
     *
     * @param bar the lower bound of those who have had a lesson, in per cent of the leavers
     * @param range from the lower to the upper bound, in percentage points
     */
    record LeaversView(int yearGroup, String name, String said, int bar, int range, List<LeaversRow> rows) {}

    /** The formatted leavers' figures of one area. */
    record LeaversRow(String area, String classes, String cards, String atLeast, String atMost, String mixed) {}

    static Head head(CoverageState coverageState, CoverageResource.ShownArea place, String address) {
        var within = place.within();
        return new Head(
                place.areas().name(within),
                CoverageWords.time(coverageState.at()),
                coverageState.year().replace('-', '–'),
                new Rule(
                        CoverageWords.span(coverageState.months()),
                        TextFormat.day(coverageState.ruleFrom()),
                        coverageState.source()),
                new Areas(
                        place.areas().groups(within),
                        within.isEverywhere(),
                        within.inAddress().isEmpty() ? "" : "?area=" + within.inAddress()),
                address,
                coverageState.at() != null);
    }

    /** The sentence that sums up the coverage of the area. */
    static String lede(CoverageOverview overview) {
        var total = overview.total();
        if (total.schools() == 0) {
            return Words.of("coverage.noSchool");
        }
        return Words.of(
                "coverage.lede",
                total.schools(),
                total.never(),
                CoverageWords.percent(total.percentNever()),
                total.due(),
                CoverageWords.span(overview.asAt().months()),
                total.reached().figure().text().range(),
                total.roll(),
                CoverageWords.percent(total.percentOfRoll()));
    }

    /** The tables of the overview; those of regions and authorities only where the area has several. */
    static List<Table> tables(CoverageOverview overview, CoverageResource.ShownArea place) {
        var within = place.within();
        var total = row(Words.of("coverage.all"), null, overview.total());
        var tables = new ArrayList<Table>();
        if (within.hasRegions()) {
            tables.add(area(overview, "regions", Cell::region, total, key -> link(place, "region", key)));
        }
        if (within.kind() != CoverageArea.Kind.AUTHORITY) {
            tables.add(area(overview, "authorities", Cell::authority, total, key -> link(place, "authority", key)));
        }
        tables.add(fixed(overview, "phases", Cell::phase, total, phases()));
        tables.add(fixed(overview, "meals", Cell::meals, total, meals()));
        tables.add(fixed(overview, "surroundings", Cell::surroundings, total, surroundings()));
        return tables;
    }

    /** The key, display name and optional link of a table's row. */
    record Named(String key, String name, @Nullable String href) {}

    private static List<Named> phases() {
        return PHASES.stream()
                .map(key -> new Named(key, TextFormat.capitalised(key), null))
                .toList();
    }

    private static List<Named> meals() {
        return Arrays.stream(FreeMealsBand.values())
                .map(each -> new Named(each.key(), each.words(), null))
                .toList();
    }

    private static List<Named> surroundings() {
        return Arrays.stream(Surroundings.values())
                .map(each -> new Named(each.key(), each.words(), null))
                .toList();
    }

    private static Named link(CoverageResource.ShownArea place, String kind, String key) {
        var name = kind.equals("region")
                ? place.areas().region(key)
                : place.areas().authority(key);
        return new Named(key, name, "/coverage?area=" + kind + "/" + key);
    }

    private static Table area(
            CoverageOverview overview,
            String id,
            Function<Cell, String> cut,
            Row total,
            Function<String, Named> named) {
        var rows = overview.by(cut);
        var names = rows.stream()
                .map(row -> named.apply(row.key()))
                .sorted(Comparator.comparing(Named::name))
                .toList();
        return fixed(overview, id, cut, total, names);
    }

    /** Rows in the order of the names. Keys without a name come last and show the key. */
    private static Table fixed(
            CoverageOverview overview, String id, Function<Cell, String> cut, Row total, List<Named> names) {
        var counted = overview.by(cut);
        var all = new ArrayList<>(names);
        counted.stream()
                .map(CoverageOverview.Row::key)
                .filter(key -> names.stream().noneMatch(each -> each.key().equals(key)))
                .sorted()
                .forEach(key -> all.add(new Named(key, TextFormat.capitalised(key), null)));
        var rows = new ArrayList<Row>();
        var shares = new ArrayList<Share>();
        for (var each : all) {
            counted.stream().filter(row -> row.key().equals(each.key())).forEach(row -> {
                rows.add(row(each.name(), each.href(), row.counted()));
                var percent = row.counted().percentOfRoll();
                if (percent != null && !each.key().equals(FreeMealsBand.UNKNOWN.key())) {
                    shares.add(new Share(each.name(), percent));
                }
            });
        }
        return new Table(
                id, Words.of("coverage.by." + id), Words.of("coverage.first." + id), said(shares), rows, total);
    }

    /** The share of the roll reached in one row, in per cent. */
    private record Share(String name, int percent) {}

    private static String said(List<Share> shares) {
        if (shares.size() < 2) {
            return "";
        }
        var most = shares.stream().max(Comparator.comparing(Share::percent)).orElseThrow();
        var least = shares.stream().min(Comparator.comparing(Share::percent)).orElseThrow();
        return most.percent() == least.percent()
                ? Words.of("coverage.sameShare", most.percent())
                : Words.of("coverage.mostAndLeast", most.name(), most.percent(), least.name(), least.percent());
    }

    private static Row row(String name, @Nullable String href, CoverageFigures counted) {
        return new Row(
                name,
                href,
                new Cells(
                        TextFormat.number(counted.schools()),
                        Part.of(counted.never(), counted.percentNever()),
                        TextFormat.number(counted.due()),
                        Part.of(counted.thisYear(), counted.percentOfSchools()),
                        TextFormat.number(counted.roll()),
                        Part.of(counted.reached().figure().text(), counted.percentOfRoll())));
    }
}
