package uk.thinkuknow.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.flywaydb.core.Flyway;
import org.mariadb.jdbc.MariaDbPoolDataSource;
import uk.thinkuknow.programme.ReportsUnderTest;

/**
 * How long each report of reach takes: {@code ReachBench DATABASE-URL [USER PASSWORD] [--attendances N]
 * [--database-pid PID]}. An empty
 * database is filled first; one that is filled is used again. What is timed is the product's own query, counting and
 * rendering to JSON or CSV on a warm JVM, without sign-in and HTTP.
 */
public final class ReachBench {
    private static final String YEAR = "2026-27";
    private static final double FLOOR_MS = 100;
    private static final double GOAL_MS = 50;
    private static final int WARM = 12;
    private static final int TIMED = 9;
    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private static String databasePid = "";

    private ReachBench() {}

    public static void main(String[] args) throws Exception {
        // as in the product: else the driver writes a line for each packet, and that is what would be measured
        Logger.getLogger("").setLevel(Level.INFO);
        int attendances = 1_000_000;
        for (int i = 0; i < args.length; i++) {
            switch (args[i]) {
                case "--attendances" -> attendances = Integer.parseInt(args[++i].replace("_", ""));
                case "--help" -> {
                    System.out.println(
                            "scripts/bench reach [--attendances N]   how many attendances to fill in (1000000)");
                    return;
                }
                default -> throw new IllegalArgumentException("no such option: " + args[i]);
            }
        }
        var environment = System.getenv();
        databasePid = environment.getOrDefault("BENCH_DB_PID", "");
        var url = environment.getOrDefault("BENCH_DB_URL", "");
        var user = environment.getOrDefault("BENCH_DB_USER", "thinkuknow");
        var password = environment.getOrDefault("BENCH_DB_PASSWORD", "thinkuknow");
        System.exit(run(url, user, password, attendances) ? 0 : 1);
    }

    private static boolean run(String url, String user, String password, int attendances) throws Exception {
        Flyway.configure().dataSource(url, user, password).load().migrate();
        // as the product's reports read, see application.properties
        try (var database = new MariaDbPoolDataSource(
                url + "?useServerPrepStmts=true&maxPoolSize=2&user=" + user + "&password=" + password)) {
            prepare(database, attendances);
            return report(new ReportsUnderTest(database));
        }
    }

    private static void prepare(MariaDbPoolDataSource database, int attendances) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            try (var rows = statement.executeQuery("SELECT COALESCE(SUM(heads), 0), COUNT(*) FROM return_line")) {
                rows.next();
                if (rows.getLong(2) > 0 && Math.abs(rows.getLong(1) - attendances) > attendances / 10) {
                    throw new IllegalStateException("this database holds other returns: give an empty one");
                }
                if (rows.getLong(2) == 0) {
                    print("attendances_made", ReachFill.fill(connection, attendances), "attendances");
                }
            }
            for (var sql : List.of(
                    "SELECT 'return_lines', COUNT(*) FROM return_line",
                    "SELECT 'classes', COUNT(DISTINCT class_id) FROM return_line",
                    "SELECT 'schools', COUNT(DISTINCT school_id) FROM return_line",
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

    private static boolean report(ReportsUnderTest reports) throws Exception {
        System.out.println("timed: query, counting and rendering of each report in a warm JVM; no sign-in, no HTTP");
        var medians = new TreeMap<Double, String>();
        var all = reports.all(YEAR);
        for (int i = 0; i < WARM; i++) {
            for (var report : all.values()) {
                report.run();
            }
            reports.dashboard(YEAR, "year");
            reports.dashboard(YEAR, "autumn");
        }
        for (var report : all.entrySet()) {
            medians.put(time(report.getKey(), report.getValue()), report.getKey());
        }
        time("dashboard_year_counting", () -> reports.dashboard(YEAR, "year"));
        time("dashboard_autumn_counting", () -> reports.dashboard(YEAR, "autumn"));
        double slowest = medians.lastKey();
        print("reach_slowest_report", slowest, "ms (" + medians.get(slowest) + ")");
        System.out.printf(
                Locale.ROOT, "%s: any report within %.0f ms%n", slowest <= FLOOR_MS ? "PASS" : "FAIL", FLOOR_MS);
        System.out.printf(
                Locale.ROOT,
                "goal of %.0f ms: %s%n",
                GOAL_MS,
                slowest <= GOAL_MS ? "reached" : "%.1f ms to go".formatted(slowest - GOAL_MS));
        return slowest <= FLOOR_MS;
    }

    private static double time(String name, ReportsUnderTest.Report report) throws Exception {
        var times = new ArrayList<Double>();
        long cpu = SYSTEM.getProcessCpuTime();
        double databaseCpu = databaseCpuMs();
        int size = 0;
        for (int i = 0; i < TIMED; i++) {
            long from = System.nanoTime();
            size = report.run();
            times.add((System.nanoTime() - from) / 1e6);
        }
        times.sort(null);
        double median = times.get(TIMED / 2);
        print(name, median, "ms");
        print(name + "_best", times.getFirst(), "ms");
        print(name + "_cpu", (SYSTEM.getProcessCpuTime() - cpu) / 1e6 / TIMED, "ms of application");
        if (!databasePid.isEmpty()) {
            print(name + "_database_cpu", (databaseCpuMs() - databaseCpu) / TIMED, "ms of MariaDB");
        }
        print(name + "_size", size, name.endsWith("counting") ? "weeks" : "characters");
        return median;
    }

    /** User and system time of MariaDB so far, in ticks of a hundredth of a second; nothing where its process is not known. */
    private static double databaseCpuMs() throws IOException {
        if (databasePid.isEmpty()) {
            return 0;
        }
        var stat = Files.readString(Path.of("/proc", databasePid, "stat"));
        var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        return 10.0 * (Long.parseLong(fields[11]) + Long.parseLong(fields[12]));
    }

    private static void print(String name, double value, String unit) {
        System.out.printf(Locale.ROOT, "%s: %.1f %s%n", name, value, unit);
    }
}
