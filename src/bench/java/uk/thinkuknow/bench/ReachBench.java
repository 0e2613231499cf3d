package uk.thinkuknow.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.flywaydb.core.Flyway;
import org.mariadb.jdbc.MariaDbPoolDataSource;
import uk.thinkuknow.reach.totals.BenchmarkReports;

/**
 * Measures each reach report from the kept totals, with 24,000 schools and three years, and for comparison the same
 * questions in plain SQL over one row per child and session. It fills an empty database first and reuses a filled one.
 * It times the product's own query, counting and rendering to JSON or CSV on a warm JVM, without sign-in and HTTP;
 * {@link ReachPagesBench} times whole pages.
 */
public final class ReachBench {
    private static final String YEAR = "2026-27";
    private static final double FLOOR_MS = 100;
    private static final double GOAL_MS = 50;
    private static final int WARM = 12;
    private static final int TIMED = 9;
    private static final int TIMED_PLAIN = 3;

    /** Most attendances that are also written one by one, for comparison: more take longer than all the rest. */
    private static final int MOST_PLAIN = 10_000_000;

    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private final BenchReport report = new BenchReport();
    private final MariaDbPoolDataSource database;
    private final String databasePid;

    private ReachBench(MariaDbPoolDataSource database, String databasePid) {
        this.database = database;
        this.databasePid = databasePid;
    }

    public static void main(String[] args) throws Exception {
        // as in the product: otherwise the driver logs every packet, and the benchmark would measure that
        Logger.getLogger("").setLevel(Level.INFO);
        int attendances = 1_000_000;
        for (int i = 0; i < args.length; i++) {
            switch (args[i]) {
                case "--attendances" -> attendances = Integer.parseInt(args[++i].replace("_", ""));
                case "--help" -> {
                    System.out.println(
                            "scripts/bench reach [--attendances N]   attendances to create (default 1000000)");
                    return;
                }
                default -> throw new IllegalArgumentException("no such option: " + args[i]);
            }
        }
        var url = BenchSupport.environment("BENCH_DB_URL", "");
        var user = BenchSupport.environment("BENCH_DB_USER", "thinkuknow");
        var password = BenchSupport.environment("BENCH_DB_PASSWORD", "thinkuknow");
        Flyway.configure()
                .dataSource(url, user, password)
                .placeholders(Map.of("app_user", user))
                .load()
                .migrate();
        // the same URL options as the product's reports, see application.properties
        try (var database = new MariaDbPoolDataSource(
                url + "&useServerPrepStmts=true&maxPoolSize=4&user=" + user + "&password=" + password)) {
            var bench = new ReachBench(database, BenchSupport.environment("BENCH_DB_PID", ""));
            bench.prepare(attendances);
            bench.rebuild(attendances);
            bench.reports();
            bench.space();
            if (attendances <= MOST_PLAIN) {
                bench.plainSql();
            }
            System.exit(bench.report.close() ? 0 : 1);
        }
    }

    private void prepare(int attendances) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            try (var rows = statement.executeQuery("SELECT COALESCE(SUM(heads), 0), COUNT(*) FROM return_line")) {
                rows.next();
                if (rows.getLong(2) > 0 && Math.abs(rows.getLong(1) - attendances) > attendances / 10) {
                    throw new IllegalStateException("this database has other returns: name an empty one");
                }
                if (rows.getLong(2) == 0) {
                    report.figure("attendances_made", ReachFill.fill(connection, attendances), "attendances");
                }
            }
            for (var sql : List.of(
                    "SELECT 'return_lines', COUNT(*) FROM return_line",
                    "SELECT 'waiting_returns', COUNT(*) FROM waiting_return",
                    "SELECT 'classes', COUNT(DISTINCT class_id) FROM return_line",
                    "SELECT 'schools', COUNT(*) FROM school",
                    "SHOW VARIABLES WHERE Variable_name IN ('version', 'log_bin', 'sync_binlog',"
                            + " 'innodb_flush_log_at_trx_commit', 'innodb_buffer_pool_size')")) {
                try (var rows = statement.executeQuery(sql)) {
                    while (rows.next()) {
                        System.out.println(rows.getString(1) + ": " + rows.getString(2));
                    }
                }
            }
        }
    }

    /** Times a rebuild of all totals, then a check that must find no difference. */
    private void rebuild(int attendances) throws SQLException {
        for (var name : List.of("totals_rebuild", "totals_check")) {
            long from = System.nanoTime();
            long differences = BenchmarkReports.rebuild(database, name.equals("totals_rebuild"));
            double seconds = since(from) / 1_000;
            report.figure(name, seconds, "s");
            report.figure(name + "_differences", differences, "rows");
            // the classes take their time however few the attendances are
            report.atMost(name + "_per_10_million", seconds * 1e7 / Math.max(attendances, 10_000_000), "s", 60, 30);
        }
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("ANALYZE TABLE class_total, class_week, school_total");
        }
    }

    private void reports() throws Exception {
        report.note("timed", "query, adding up and rendering of each report in a warm JVM; no sign-in, no HTTP");
        var reports = new BenchmarkReports(database);
        var all = reports.all(YEAR);
        for (int i = 0; i < WARM; i++) {
            for (var each : all.values()) {
                each.run();
            }
            reports.dashboard(YEAR, "year");
            reports.dashboard(YEAR, "autumn");
        }
        var medians = new TreeMap<Double, String>();
        for (var each : all.entrySet()) {
            medians.put(time(each.getKey(), each.getValue()), each.getKey());
        }
        for (var term : List.of("year", "autumn")) {
            time("dashboard_" + term + "_all_queries", () -> reports.dashboard(YEAR, term));
            for (var query : reports.dashboardQueries(YEAR, term).entrySet()) {
                query.getValue().run();
                report.atMost(query.getKey(), time(query.getKey(), query.getValue()), "ms", FLOOR_MS, GOAL_MS);
            }
        }
        double bySchool = time("reach_by_school_and_term", all.get("reach_autumn_by_school_json"));
        report.atMost("reach_by_school_and_term", bySchool, "ms", FLOOR_MS, GOAL_MS);
        report.note("reach_slowest_report_is", medians.get(medians.lastKey()));
        report.atMost("reach_slowest_report", medians.lastKey(), "ms", FLOOR_MS, GOAL_MS);
    }

    private void space() throws IOException, SQLException {
        report.figure(
                "memory_application",
                ProcessUse.residentBytes(ProcessHandle.current().pid()) / 1e6,
                "MB");
        if (!databasePid.isEmpty()) {
            report.figure("memory_database", ProcessUse.residentBytes(Long.parseLong(databasePid)) / 1e6, "MB");
        }
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "SELECT SUM(file_size) / 1e6 FROM information_schema.innodb_sys_tablespaces")) {
            rows.next();
            report.figure("disk_database", rows.getDouble(1), "MB");
        }
    }

    private double time(String name, BenchmarkReports.Report asked) throws Exception {
        var times = new ArrayList<Double>();
        long cpu = SYSTEM.getProcessCpuTime();
        double databaseCpu = databaseCpuMs();
        int size = 0;
        for (int i = 0; i < TIMED; i++) {
            long from = System.nanoTime();
            size = asked.run();
            times.add(since(from));
        }
        times.sort(null);
        double median = times.get(TIMED / 2);
        report.figure(name, median, "ms");
        report.figure(name + "_best", times.getFirst(), "ms");
        report.figure(name + "_cpu", (SYSTEM.getProcessCpuTime() - cpu) / 1e6 / TIMED, "ms of application");
        if (!databasePid.isEmpty()) {
            report.figure(name + "_database_cpu", (databaseCpuMs() - databaseCpu) / TIMED, "ms of MariaDB");
        }
        report.figure(name + "_size", size, name.startsWith("dashboard") ? "weeks" : "characters");
        return median;
    }

    /** Times the same questions over one row per child and session, with a suitable index. */
    private void plainSql() throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            long from = System.nanoTime();
            ReachFill.fillPlainAttendances(connection);
            report.figure("plain_rows_made", since(from) / 1_000, "s");
            plain(statement, "plain_school_and_term", "school_id", "year_key = '" + YEAR + "' AND term_key = 'autumn'");
            plain(statement, "plain_school_and_year", "school_id", "year_key = '" + YEAR + "'");
            plain(statement, "plain_total_of_year", "year_key", "year_key = '" + YEAR + "'");
        }
    }

    private void plain(java.sql.Statement statement, String name, String by, String where) throws SQLException {
        var times = new ArrayList<Double>();
        for (int i = 0; i < TIMED_PLAIN; i++) {
            long from = System.nanoTime();
            try (var rows = statement.executeQuery("SELECT " + by
                    + ", COUNT(DISTINCT class_id, card), COUNT(*), COUNT(DISTINCT session_id) FROM bench_attendance WHERE "
                    + where + " GROUP BY " + by)) {
                while (rows.next()) {
                    rows.getLong(2);
                }
            }
            times.add(since(from));
        }
        times.sort(null);
        report.figure(name, times.get(TIMED_PLAIN / 2), "ms by plain SQL over rows of attendance");
    }

    /** Returns MariaDB's user and system time so far in milliseconds, or 0 if its process id is unknown. */
    private double databaseCpuMs() throws IOException {
        if (databasePid.isEmpty()) {
            return 0;
        }
        return 1_000 * ProcessUse.cpuSeconds(Long.parseLong(databasePid));
    }

    private static double since(long nanos) {
        return (System.nanoTime() - nanos) / 1e6;
    }
}
