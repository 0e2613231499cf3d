package uk.thinkuknow.bench;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * Measures whether the CPU cost of a lesson grows with the data already stored: with 1, 10 and 100 thousand sessions
 * and 1, 5 and 20 million answers. Started by {@code scripts/bench grow}, which passes addresses and process ids in the
 * environment.
 */
public final class GrowBench {
    private static final List<Size> SIZES =
            List.of(new Size(1_000, 1_000_000), new Size(10_000, 5_000_000), new Size(100_000, 20_000_000));
    private static final int CLASS = 30;
    private static final int CHILDREN = 120;
    private static final int LESSONS_A_SECOND_AT_MOST = 2_500;

    /** A number of ended sessions, and of answers in them. */
    private record Size(int sessions, int answers) {}

    private GrowBench() {}

    public static void main(String[] arguments) throws IOException, SQLException {
        var options = new BenchOptions(arguments);
        if (options.has("--help")) {
            System.out.println("""
                    scripts/bench grow [--seconds N] [--warm-up N]

                      --seconds N    seconds to measure at each size (default 20)
                      --warm-up N    seconds of warm-up (default 120): a cold JVM would hide the growth""");
            return;
        }
        System.exit(run(options.number("--seconds", 20), options.number("--warm-up", 120)) ? 0 : 1);
    }

    private static boolean run(int seconds, int warmUp) throws IOException, SQLException {
        var product = BenchSupport.MeasuredProduct.fromEnvironment();
        var report = new BenchReport();
        try (var database = BenchSupport.connect()) {
            BenchSupport.settings(report, database);
            var newest = BenchSupport.newestLesson(database);
            var lessons = BenchSessions.start(
                    database,
                    product.secret(),
                    newest.getKey(),
                    (SIZES.size() * seconds + warmUp) * LESSONS_A_SECOND_AT_MOST / CLASS + 100);
            var load = new LessonLoad(
                    product.at(),
                    new LessonRequests(product.address().getAuthority(), newest.getValue()),
                    lessons::iterator);
            var past = new EarlierSessions(database, lessons.getFirst().session());
            load.run(CHILDREN, 1_000L * warmUp);
            double first = 0;
            double most = 0;
            for (var size : SIZES) {
                past.fillTo(size.sessions(), size.answers());
                double cost = measure(report, load, database, product, seconds);
                first = first == 0 ? cost : first;
                most = Math.max(most, cost);
            }
            report.atMost("cost at the dearest size, to that of the first", most / first, "", 1.5, 1.1);
        }
        return report.close();
    }

    private static double measure(
            BenchReport report, LessonLoad load, Connection database, BenchSupport.MeasuredProduct product, int seconds)
            throws IOException, SQLException {
        var at = "%,d sessions, %,d events".formatted(count(database, "session"), count(database, "event"));
        double appBefore = ProcessUse.cpuSeconds(product.app());
        double dbBefore = ProcessUse.cpuSeconds(product.mariadb());
        var tallies = load.run(CHILDREN, seconds * 1000L);
        double appCpu = 1000 * (ProcessUse.cpuSeconds(product.app()) - appBefore) / tallies.lessons();
        double dbCpu = 1000 * (ProcessUse.cpuSeconds(product.mariadb()) - dbBefore) / tallies.lessons();
        report.figure(at + ": CPU per lesson, application", appCpu, "ms");
        report.figure(at + ": CPU per lesson, MariaDB", dbCpu, "ms");
        report.figure(at + ": lessons per second", tallies.lessons() / (double) seconds, "lessons/s");
        report.figure(at + ": seat p99", tallies.millis(LessonRequests.RequestKind.SEAT, 0.99), "ms");
        report.figure(at + ": answer p99", tallies.millis(LessonRequests.RequestKind.ANSWER, 0.99), "ms");
        report.atMost(at + ": errors", tallies.errorCount(), "errors", 0, 0);
        return appCpu + dbCpu;
    }

    private static long count(Connection database, String table) throws SQLException {
        try (var row = database.createStatement().executeQuery("SELECT COUNT(*) FROM " + table)) {
            row.next();
            return row.getLong(1);
        }
    }
}
