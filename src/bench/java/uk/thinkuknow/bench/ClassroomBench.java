package uk.thinkuknow.bench;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;

/**
 * Measures CPU per lesson, throughput and latency while classes of thirty take a lesson on the packaged application:
 * look-up, seat, page, ten events one at a time, finish.
 * Usually started by {@code scripts/bench classroom}, which passes addresses and process ids in the environment.
 */
public final class ClassroomBench {
    /** Above what the machine can do, because each class of thirty needs a session that is created beforehand. */
    private static final int LESSONS_A_SECOND_AT_MOST = 2500;

    private static final int CLASS = 30;
    private static final int LIMITS_S = 8;

    private ClassroomBench() {}

    public static void main(String[] arguments) throws IOException, SQLException, InterruptedException {
        var options = new BenchOptions(arguments);
        if (options.has("--help")) {
            System.out.println("""
                    scripts/bench classroom [--seconds N] [--warm-up N] [--children N]

                      --seconds N    seconds to measure (default 30)
                      --warm-up N    seconds of warm-up before that (default 120)
                      --children N   children at work at once (default 240)""");
            return;
        }
        System.exit(new ClassroomBench().run(options) ? 0 : 1);
    }

    private boolean run(BenchOptions options) throws IOException, SQLException, InterruptedException {
        var product = BenchSupport.MeasuredProduct.fromEnvironment();
        int children = options.number("--children", 240);
        int warmUp = options.number("--warm-up", 120);
        int seconds = options.number("--seconds", 30);
        var report = new BenchReport();
        try (var database = BenchSupport.connect()) {
            BenchSupport.settings(report, database);
            var newest = BenchSupport.newestLesson(database);
            var script = new LessonRequests(product.address().getAuthority(), newest.getValue());
            var sessions = BenchSessions.start(
                    database,
                    product.secret(),
                    newest.getKey(),
                    (warmUp + seconds) * LESSONS_A_SECOND_AT_MOST / CLASS + 2 * LessonLoad.ROOMS_AT_ONCE);
            BenchSessions.lookUp(product.address(), sessions.subList(0, LessonLoad.ROOMS_AT_ONCE));
            var load = new LessonLoad(product.at(), script, sessions.subList(0, sessions.size() - 2)::iterator);
            coldStart(report, load, children, product, Math.min(20, warmUp));
            load.run(children, Math.max(0, warmUp - 20) * 1000L);
            var cost = measure(report, load, children, product, seconds);
            checkStored(report, database, script);
            compareWithLimits(report, cost, sessions, script, children, product, database);
            FirstVisitWeight.measure(report, product.at(), sessions.getLast());
        }
        return report.close();
    }

    private static void coldStart(
            BenchReport report, LessonLoad load, int children, BenchSupport.MeasuredProduct product, int seconds)
            throws IOException {
        double before = product.cpu();
        var tallies = load.run(children, seconds * 1000L);
        double cpu = product.cpu() - before;
        report.figure("first " + seconds + " seconds: lessons", tallies.lessons(), "lessons");
        report.figure("first " + seconds + " seconds: CPU per lesson", 1000 * cpu / tallies.lessons(), "ms");
    }

    /** Compares the cost with its lower limits: a bare HTTP server of the same framework, and bare inserts. */
    private static void compareWithLimits(
            BenchReport report,
            Cost cost,
            List<BenchSession> sessions,
            LessonRequests script,
            int children,
            BenchSupport.MeasuredProduct product,
            Connection database)
            throws IOException, SQLException, InterruptedException {
        double hello = ReplayServer.cpuPerLesson(
                product.address(),
                sessions.get(sessions.size() - 2),
                elsewhere -> new LessonLoad(elsewhere, script, sessions::iterator),
                children,
                LIMITS_S);
        report.figure("CPU per lesson, hello-world of the framework", hello, "ms");
        report.figure("application to hello-world", cost.application() / hello, "times");
        double bare = BareInserts.cpuPerLesson(database, product.mariadb(), LIMITS_S);
        report.figure("CPU per lesson, MariaDB, bare inserts of thirty rows", bare, "ms");
        report.figure("MariaDB to bare inserts", cost.mariadb() / bare, "times");
    }

    /** CPU per child's lesson, in milliseconds. */
    private record Cost(double application, double mariadb) {}

    private static Cost measure(
            BenchReport report, LessonLoad load, int children, BenchSupport.MeasuredProduct product, int seconds)
            throws IOException {
        long self = ProcessHandle.current().pid();
        double appBefore = ProcessUse.cpuSeconds(product.app());
        double dbBefore = ProcessUse.cpuSeconds(product.mariadb());
        double selfBefore = ProcessUse.cpuSeconds(self);
        long start = System.nanoTime();
        var tallies = load.run(children, seconds * 1000L);
        double took = (System.nanoTime() - start) / 1e9;
        double appCpu = 1000 * (ProcessUse.cpuSeconds(product.app()) - appBefore) / tallies.lessons();
        double dbCpu = 1000 * (ProcessUse.cpuSeconds(product.mariadb()) - dbBefore) / tallies.lessons();
        report.figure("children at work at once", children, "children");
        report.figure("requests per second", tallies.requests() / took, "requests/s");
        for (var call : LessonRequests.RequestKind.values()) {
            var name = call.name().toLowerCase(Locale.ROOT).replace('_', '-');
            for (var percent : List.of(50, 95, 99)) {
                report.figure(name + " p" + percent, tallies.millis(call, percent / 100.0), "ms");
            }
        }
        report.figure("CPU per lesson, application", appCpu, "ms");
        report.figure("CPU per lesson, MariaDB", dbCpu, "ms");
        report.figure(
                "CPU per lesson, generator",
                1000 * (ProcessUse.cpuSeconds(self) - selfBefore) / tallies.lessons(),
                "ms");
        tallies.errors().forEach((what, count) -> report.figure("error " + what, count, "times"));
        report.atMost("errors", tallies.errorCount(), "errors", 0, 0);
        report.atLeast("lessons per second", tallies.lessons() / took, "lessons/s", 700, 900);
        report.atMost("CPU per lesson, application and MariaDB", appCpu + dbCpu, "ms", 1.5, 1);
        return new Cost(appCpu, dbCpu);
    }

    /** Checks that each acknowledged event is stored exactly once: a finished lesson has eleven rows. */
    private static void checkStored(BenchReport report, Connection database, LessonRequests script)
            throws SQLException {
        try (var row = database.createStatement().executeQuery("""
                        SELECT COUNT(*) FROM (
                          SELECT e.seat_id FROM event f JOIN event e ON e.seat_id = f.seat_id
                          WHERE f.kind = 'finished' GROUP BY e.seat_id
                          HAVING COUNT(*) <> 11 OR SUM(e.kind = 'answered') <> %d) wrong""".formatted(script.answers()))) {
            row.next();
            report.atMost("finished lessons with an event lost or doubled", row.getInt(1), "lessons", 0, 0);
        }
    }
}
