package uk.thinkuknow.reach.totals;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.sql.SQLException;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import uk.thinkuknow.counting.Period;
import uk.thinkuknow.identity.staff.Scope;
import uk.thinkuknow.reach.report.ReachCsv;
import uk.thinkuknow.reach.report.ReachReports;
import uk.thinkuknow.reach.report.ReachTable;
import uk.thinkuknow.reach.report.ReachTotals;
import uk.thinkuknow.reach.targets.TargetSums;

/**
 * Runs the reach reports and the rebuild of the kept totals for the benchmark, with the counting code of the product
 * but without sign-in and HTTP.
 */
public final class BenchmarkReports {
    private static final TargetSums NO_TARGETS = TargetSums.of(Period.of("2026-27", null), Map.of());
    private final ObjectMapper json = new ObjectMapper().registerModule(new JavaTimeModule());
    private final DataSource database;
    private final ReachTotals totals;
    private final ReachReports reports;

    public BenchmarkReports(DataSource database) {
        this.database = database;
        var lines = new PeriodQueries(database);
        totals = new ReachTotals(
                database, lines, new PlacesCache(database, lines, new DaysQueries(database)), new SchoolTotalsCache());
        reports = new ReachReports(new Areas(database), Clock.systemUTC());
    }

    /**
     * Rebuilds all totals and shows a progress bar.
     *
     * @return the number of rows that differed
     */
    public static long rebuild(DataSource database, boolean write) throws SQLException {
        var bar = new ProgressBar(System.out, System.nanoTime());
        var progress = new TotalsRebuild(database, write, bar::show, difference -> {}).run();
        bar.close();
        return progress.differences();
    }

    /** Each report by name; running it returns the size of its answer. */
    public Map<String, Report> all(String year) {
        var all = new LinkedHashMap<String, Report>();
        for (var term : List.of("autumn", "spring", "summer", "year")) {
            var period = Period.of(year, term);
            for (var by : RowKind.values()) {
                all.put(
                        "reach_%s_by_%s_json".formatted(term, by.key()),
                        () -> json.writeValueAsString(table(period, by)).length());
            }
            all.put(
                    "reach_%s_by_school_csv".formatted(term),
                    () -> ReachCsv.of(table(period, RowKind.SCHOOL)).length());
        }
        return all;
    }

    /** Reads the data of the dashboard: by region, by band, and week by week. */
    public int dashboard(String year, String term) {
        var period = Period.of(year, term);
        return totals.withWeeks(period, Scope.PROGRAMME, Set.of(RowKind.NATION, RowKind.REGION, RowKind.BAND))
                .weeks()
                .size();
    }

    /** The queries of the dashboard by name, one at a time: areas, bands, and weeks. */
    public Map<String, Report> dashboardQueries(String year, String term) {
        var period = Period.of(year, term);
        var queries = new LinkedHashMap<String, Report>();
        queries.put("dashboard_" + term + "_places", () -> read(period, Set.of(RowKind.NATION, RowKind.REGION)));
        queries.put("dashboard_" + term + "_bands_and_places", () -> read(period, Set.of(RowKind.BAND)));
        queries.put(
                "dashboard_" + term + "_weeks",
                () -> totals.withWeeks(period, Scope.PROGRAMME, Set.of())
                        .weeks()
                        .size());
        return queries;
    }

    private int read(Period period, Set<RowKind> by) {
        return totals.read(period, Scope.PROGRAMME, by).sums().total().own().lower();
    }

    private ReachTable table(Period period, RowKind by) {
        return ReachTable.of(reports.report(
                totals.read(period, Scope.PROGRAMME, Set.of(by)), period, by, Scope.PROGRAMME, NO_TARGETS));
    }

    /** A report that can be run. */
    public interface Report {
        int run() throws Exception;
    }
}
