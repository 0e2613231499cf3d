package uk.thinkuknow.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Measures the peak of Safer Internet Day, when a fixed number of children join and answer each second, served or not:
 * at the expected load, with half as many joins again, at three times the load, and afterwards. Started by {@code
 * scripts/bench peak}, which passes addresses and process ids in the environment.
 */
public final class PeakBench {
    private static final int CLASS = 30;
    private static final int JOINS = 1_000;
    private static final int MORE_JOINS = 1_500;
    private static final int ANSWERS = 750;
    private static final int TIMES = 3;
    private static final double JOIN_MS = 800;
    private static final double ANSWER_MS = 500;
    private static final double GENERATOR_US = 50;
    private static final int CALLS_OF_A_JOIN = 3;

    private final BenchReport report = new BenchReport();
    private final BenchSupport.MeasuredProduct product;
    private final PeakLoad load;

    private PeakBench(BenchSupport.MeasuredProduct product, PeakLoad load) {
        this.product = product;
        this.load = load;
    }

    public static void main(String[] arguments) throws IOException, SQLException, InterruptedException {
        var options = new BenchOptions(arguments);
        if (options.has("--help")) {
            System.out.println("""
                    scripts/bench peak [--seconds N] [--warm-up N]

                      --seconds N    seconds of each part (default 30)
                      --warm-up N    seconds of load between the cold and the warm part (default 120)""");
            return;
        }
        int seconds = options.number("--seconds", 30);
        int warmUp = options.number("--warm-up", 120);
        var product = BenchSupport.MeasuredProduct.fromEnvironment();
        try (var database = BenchSupport.connect()) {
            var report = new BenchReport();
            BenchSupport.settings(report, database);
            var newest = BenchSupport.newestLesson(database);
            var sessions = BenchSessions.start(
                    database,
                    product.secret(),
                    newest.getKey(),
                    (seconds * (3 * JOINS + MORE_JOINS + TIMES * JOINS) + warmUp * JOINS) / CLASS
                            + 2 * PeakLoad.ROOMS_AT_ONCE);
            BenchSessions.lookUp(product.address(), sessions.subList(0, PeakLoad.ROOMS_AT_ONCE));
            try (var load = new PeakLoad(
                    product.at(),
                    new LessonRequests(product.address().getAuthority(), newest.getValue()),
                    sessions.iterator(),
                    CardDeal.CLASS)) {
                var bench = new PeakBench(product, load);
                bench.run(seconds, warmUp);
                bench.reportStored(database);
                System.exit(bench.report.close() ? 0 : 1);
            }
        }
    }

    private void run(int seconds, int warmUp) throws IOException {
        part("cold", JOINS, ANSWERS, seconds);
        load.run(JOINS, ANSWERS, warmUp * 1000L);
        var peak = part("warm", JOINS, ANSWERS, seconds);
        floors("warm", peak, seconds, JOINS);
        var goal = part("goal", MORE_JOINS, ANSWERS, seconds);
        goals(goal, seconds);
        var flood = part("flood", TIMES * JOINS, TIMES * ANSWERS, seconds);
        var after = part("after", JOINS, ANSWERS, seconds);
        double usual = goodput(peak, seconds);
        report.atLeast(
                "goodput at three times the load", 100 * goodput(flood, seconds) / usual, "% of the peak's", 80, 100);
        report.atMost("turned away without a word when to come again", flood.shedWithoutRetryAfter(), "requests", 0, 0);
        report.atMost(
                "not served and not told to come again, at three times the load", flood.errorCount(), "requests", 0, 0);
        report.atMost("recovered after", after.recoveredAfter(JOIN_MS), "s", 10, 1);
    }

    private void floors(String name, PeakResult tallies, int seconds, int joins) {
        report.atMost(name + ": errors and turned away", tallies.errorCount() + tallies.shed(), "requests", 0, 0);
        report.atLeast(
                name + ": joins served", tallies.joins().count() / (double) seconds, "joins/s", joins * 0.999, joins);
        report.atMost(name + ": join p99", tallies.joins().millis(0.99), "ms", JOIN_MS, JOIN_MS / 2);
        report.atMost(name + ": answer p99", tallies.answers().millis(0.99), "ms", ANSWER_MS, ANSWER_MS / 2);
    }

    /** Reports the distance to the goals; a missed goal is not a failure. */
    private void goals(PeakResult tallies, int seconds) {
        report.goalAtMost("goal: errors and turned away", tallies.errorCount() + tallies.shed(), "requests", 0);
        report.goalAtLeast(
                "goal: joins served", tallies.joins().count() / (double) seconds, "joins/s", MORE_JOINS * 0.999);
        report.goalAtMost("goal: join p99", tallies.joins().millis(0.99), "ms", JOIN_MS);
        report.goalAtMost("goal: answer p99", tallies.answers().millis(0.99), "ms", ANSWER_MS);
    }

    /** Returns the work served per second: an answer counts as one, a join as three, because it takes three calls. */
    private static double goodput(PeakResult tallies, int seconds) {
        return (CALLS_OF_A_JOIN * tallies.joins().count() + tallies.answers().count()) / (double) seconds;
    }

    private PeakResult part(String name, int joins, int answers, int seconds) throws IOException {
        long self = ProcessHandle.current().pid();
        double appBefore = ProcessUse.cpuSeconds(product.app());
        double dbBefore = ProcessUse.cpuSeconds(product.mariadb());
        double selfBefore = ProcessUse.cpuSeconds(self);
        var depths = new QueueSampler(product.metrics());
        var tallies = load.run(joins, answers, seconds * 1000L);
        var deepest = depths.deepest();
        double appCpu = ProcessUse.cpuSeconds(product.app()) - appBefore;
        double dbCpu = ProcessUse.cpuSeconds(product.mariadb()) - dbBefore;
        double selfCpu = ProcessUse.cpuSeconds(self) - selfBefore;
        report.note(name, "%,d joins/s and %,d answers/s for %d s".formatted(joins, answers, seconds));
        report.figure(name + ": joins served", tallies.joins().count() / (double) seconds, "joins/s");
        report.figure(name + ": answers served", tallies.answers().count() / (double) seconds, "answers/s");
        report.figure(name + ": turned away for now", tallies.shed(), "requests");
        tallies.errors().forEach((what, count) -> report.figure(name + ": error " + what, count, "times"));
        deepest.forEach((what, most) -> report.figure(name + ": most of " + what, most, ""));
        report.figure(name + ": answers due with nobody seated", tallies.answersWithoutChild(), "answers");
        for (var each : List.of(Map.entry("join", tallies.joins()), Map.entry("answer", tallies.answers()))) {
            for (var percent : List.of(50, 95, 99)) {
                report.figure(
                        name + ": " + each.getKey() + " p" + percent,
                        each.getValue().millis(percent / 100.0),
                        "ms");
            }
        }
        tallies.calls()
                .forEach((call, times) -> report.figure(
                        name + ": call " + call.name().toLowerCase(Locale.ROOT) + " p99", times.millis(0.99), "ms"));
        report.figure(name + ": CPU a request, application", 1e6 * appCpu / tallies.requests(), "us");
        report.figure(name + ": CPU a request, MariaDB", 1e6 * dbCpu / tallies.requests(), "us");
        report.figure(name + ": CPU a request, generator", 1e6 * selfCpu / tallies.requests(), "us");
        report.figure(name + ": processors busy, of 2", (appCpu + dbCpu + selfCpu) / seconds, "");
        if (name.equals("warm")) {
            report.atMost(
                    "generator's CPU a request", 1e6 * selfCpu / tallies.requests(), "us", GENERATOR_US, GENERATOR_US);
        }
        return tallies;
    }

    /** Reports how many events are stored. */
    private void reportStored(java.sql.Connection database) throws SQLException {
        try (var row = database.createStatement().executeQuery("SELECT COUNT(*) FROM event")) {
            row.next();
            report.figure("events stored", row.getInt(1), "rows");
        }
    }
}
