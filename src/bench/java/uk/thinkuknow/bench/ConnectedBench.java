package uk.thinkuknow.bench;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import uk.thinkuknow.drill.SignedInBrowser;

/**
 * Measures a whole country's classes at once: every child's page holds its stream open and answers once in twenty
 * seconds, every room is watched by its teacher and a third by the wall too, and teachers pause and go on. Then all
 * connections are cut at once; and then, behind two balancers, one of two instances is killed with everyone connected.
 * Started by {@code scripts/bench connected}.
 */
public final class ConnectedBench {
    private static final int JOINS_A_SECOND = 300;
    private static final int SECONDS_AN_EVENT = 20;
    private static final int SECONDS_AN_ACT = 30;
    private static final Pattern TOKEN = Pattern.compile("name=\"csrf\"\\s+value=\"([^\"]*)\"");

    private final BenchReport report = new BenchReport();
    private final BenchSupport.MeasuredProduct product;
    private final List<BenchSession> sessions;
    private final PeakLoad load;
    private final StreamLoad streams;
    private final HttpClient teachers =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private ConnectedBench(
            BenchSupport.MeasuredProduct product, List<BenchSession> sessions, PeakLoad load, StreamLoad streams) {
        this.product = product;
        this.sessions = sessions;
        this.load = load;
        this.streams = streams;
    }

    public static void main(String[] arguments) throws Exception {
        var options = new BenchOptions(arguments);
        if (options.has("--help")) {
            System.out.println("""
                    scripts/bench connected [--children N] [--rooms N] [--seconds N] [--warm-up N]

                      --children N   children who are connected in classes of thirty (default 9990)
                      --rooms N      rooms that are watched (default all)
                      --seconds N    seconds of the measured part (default 60)
                      --warm-up N    seconds of the children's load before (default 40)""");
            return;
        }
        int rooms = (options.number("--children", 9_990) + CardDeal.CLASS - 1) / CardDeal.CLASS;
        var product = BenchSupport.MeasuredProduct.fromEnvironment();
        try (var database = BenchSupport.connect()) {
            var newest = BenchSupport.newestLesson(database);
            var sessions = BenchSessions.start(database, product.secret(), newest.getKey(), rooms);
            try (var load = new PeakLoad(
                            product.at(),
                            new LessonRequests(product.address().getAuthority(), newest.getValue()),
                            sessions.iterator(),
                            1);
                    var streams = new StreamLoad(product.at())) {
                var bench = new ConnectedBench(product, sessions, load, streams);
                BenchSupport.settings(bench.report, database);
                BenchSessions.lookUp(product.address(), sessions.subList(0, Math.min(rooms, PeakLoad.ROOMS_AT_ONCE)));
                Thread.ofPlatform().daemon().name("streams").start(streams);
                bench.run(database, options);
                System.exit(bench.report.close() ? 0 : 1);
            }
        }
    }

    private void run(Connection database, BenchOptions options) throws Exception {
        int watched = Math.min(options.number("--rooms", sessions.size()), sessions.size());
        int seconds = options.number("--seconds", 60);
        var publicIds = publicIds(database);
        // before the children come: their pages give a sign of life only with their answers
        var signedIn = signIn(database, publicIds.get(sessions.getFirst().session()), watched);
        long idle = resident();
        double atRest = measuredOver(20).application();
        double before = product.cpu();
        load.seatAll(JOINS_A_SECOND);
        var seated = load.seated();
        var host = product.address().getAuthority();
        seated.forEach(child -> streams.follow(child.lesson().session(), host, child.seat()));
        awaitStreams(seated.size());
        report.figure(
                "CPU of coming in, soon after a start", 1000 * (product.cpu() - before) / seated.size(), "ms a child");
        report.figure("children connected", seated.size(), "");
        report.atMost(
                "memory a connected child, resident", (resident() - idle) / (double) seated.size() / 1024, "kB", 15, 8);
        load.tellAnswers(session -> streams.answered(session.session()));
        int answers = Math.max(1, seated.size() / SECONDS_AN_EVENT);
        load.run(0, answers, options.number("--warm-up", 40) * 1000L);
        heldStreams(seated.size(), atRest);
        var teachers = Thread.ofPlatform().daemon().name("teachers").start(() -> act(publicIds, signedIn, watched));
        load.run(0, answers, 30_000);
        var unwatched = measuredOver(30, () -> load.run(0, answers, 30_000));
        int screens = watch(publicIds, signedIn, watched);
        load.run(0, answers, 30_000);
        streams.acts.clear();
        streams.shown.clear();
        int brokenBefore = streams.breaks();
        measured(answers, seconds, seated.size(), watched, unwatched);
        report.atMost("streams that broke", streams.breaks() - brokenBefore, "", watched * 2.0, 0);
        teachers.interrupt();
        int all = seated.size() + screens;
        cutAll(all);
        if (!product.direct().equals(product.address())) {
            killed(database, answers, all);
        }
    }

    /** Opens the teachers' screens, and returns how many they are. */
    private int watch(Map<Long, String> publicIds, List<Teacher> signedIn, int watched) throws InterruptedException {
        var host = product.address().getAuthority();
        int children = streams.current();
        var browsers = signedIn.stream()
                .map(teacher -> StreamLoad.browser(teacher.cookies()))
                .toList();
        for (int i = 0; i < watched; i++) {
            var session = sessions.get(i).session();
            var path = "/sessions/" + publicIds.get(session) + "/progress?changes=true";
            var browser = browsers.get(i % browsers.size());
            streams.watch(session, path, host, browser);
            if (i % 3 == 0) {
                streams.watch(session, path, host, browser);
            }
        }
        int screens = watched + (watched + 2) / 3;
        awaitStreams(children + screens);
        report.figure("rooms watched", watched, "");
        return screens;
    }

    /** CPU of a part of the run, in cores. */
    private record Cores(double application, double mariadb, double generator) {
        double product() {
            return application + mariadb;
        }

        double all() {
            return product() + generator;
        }
    }

    /** Part of a run that may fail as the run does. */
    private interface Part {
        void run() throws IOException, InterruptedException;
    }

    private Cores measuredOver(int seconds) throws IOException, InterruptedException {
        return measuredOver(seconds, () -> Thread.sleep(1000L * seconds));
    }

    private Cores measuredOver(int seconds, Part part) throws IOException, InterruptedException {
        long self = ProcessHandle.current().pid();
        double app = ProcessUse.cpuSeconds(product.app());
        double db = ProcessUse.cpuSeconds(product.mariadb());
        double own = ProcessUse.cpuSeconds(self);
        part.run();
        return new Cores(
                (ProcessUse.cpuSeconds(product.app()) - app) / seconds,
                (ProcessUse.cpuSeconds(product.mariadb()) - db) / seconds,
                (ProcessUse.cpuSeconds(self) - own) / seconds);
    }

    /**
     * The CPU that streams cost while nothing happens in their rooms, in a warm application.
     *
     * @param atRest cores of the application before anybody came
     */
    private void heldStreams(int streamsHeld, double atRest) throws IOException, InterruptedException {
        Thread.sleep(2000);
        double held = measuredOver(25).application();
        report.figure("CPU, application, at rest before", atRest, "cores");
        report.figure("CPU, application, streams held", held, "cores");
        report.atMost(
                "CPU a held stream and second, application",
                1e6 * Math.max(0, held - atRest) / streamsHeld,
                "us",
                5,
                2);
    }

    private void measured(int answers, int seconds, int children, int watched, Cores unwatched)
            throws IOException, InterruptedException {
        var result = new PeakResult[1];
        var cores = measuredOver(seconds, () -> result[0] = load.run(0, answers, seconds * 1000L));
        report.figure("answers", result[0].answers().count() / (double) seconds, "answers/s");
        report.figure("CPU, application", cores.application(), "cores");
        report.figure("CPU, MariaDB", cores.mariadb(), "cores");
        report.figure("CPU, generator", cores.generator(), "cores");
        report.figure(
                "CPU a connected child and second, teachers act, rooms not watched",
                1e6 * unwatched.product() / children,
                "us");
        report.atMost(
                "CPU a watched room and second, beyond that of its children",
                1e3 * Math.max(0, cores.product() - unwatched.product()) / Math.max(1, watched),
                "ms",
                0.3,
                0.1);
        report.atMost("processors busy, of 2", cores.all() / 2 * 100, "%", 90, 90);
        report.figure("resident, application", resident() / 1048576.0, "MB");
        report.atMost("errors", result[0].errorCount() + result[0].shed(), "requests", 0, 0);
        report.figure("answer acknowledged p50", result[0].answers().millis(0.5), "ms");
        report.atMost("answer acknowledged p99", result[0].answers().millis(0.99), "ms", 250, 250);
        percentiles("teacher's act to last child", streams.acts, 300);
        percentiles("answer to teacher's screen", streams.shown, 2000);
    }

    /** Everyone moves to the balancers, and the measured instance is killed while children answer. */
    private void killed(Connection database, int answers, int all)
            throws IOException, InterruptedException, SQLException {
        load.moveTo(product.atBalancers().getFirst());
        streams.moveTo(product.atBalancers());
        Thread.sleep(200);
        awaitStreams(all);
        load.run(0, answers, 5_000);
        long stored = events(database);
        var killer = Thread.ofPlatform().start(() -> {
            sleep(3000);
            ProcessHandle.of(product.app()).ifPresent(ProcessHandle::destroyForcibly);
            long start = System.nanoTime();
            sleep(200);
            awaitCurrent(all, start);
            report.atMost("one of two instances killed: every page current after", seconds(start), "s", 20, 5);
        });
        var result = load.run(0, answers, 25_000);
        killer.join();
        report.figure(
                "one of two instances killed: calls that failed", result.errorCount() + result.shed(), "requests");
        report.atMost(
                "one of two instances killed: events acknowledged but not stored",
                Math.max(0, result.answers().count() - (events(database) - stored)),
                "events",
                0,
                0);
    }

    private static long events(Connection database) throws SQLException {
        try (var row = database.createStatement().executeQuery("SELECT COUNT(*) FROM event")) {
            row.next();
            return row.getLong(1);
        }
    }

    private void percentiles(String name, List<Double> measured, double floor) {
        var sorted = new ArrayList<>(measured);
        Collections.sort(sorted);
        report.figure(name + ", measured", sorted.size(), "times");
        if (!sorted.isEmpty()) {
            report.figure(name + " p50", sorted.get(sorted.size() / 2), "ms");
            report.atMost(name + " p99", sorted.get(sorted.size() * 99 / 100), "ms", floor, floor);
        }
    }

    private void cutAll(int all) {
        long start = System.nanoTime();
        streams.cut();
        sleep(200);
        awaitCurrent(all, start);
        report.atMost("all cut at once: every page current after", seconds(start), "s", 60, 20);
    }

    private void awaitCurrent(int all, long start) {
        while (streams.current() < all && System.nanoTime() - start < 120_000_000_000L) {
            sleep(20);
        }
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    private static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void awaitStreams(int all) throws InterruptedException {
        long start = System.nanoTime();
        while (streams.current() < all) {
            if (System.nanoTime() - start > 180_000_000_000L) {
                throw new IllegalStateException("only %d of %d streams are open".formatted(streams.current(), all));
            }
            Thread.sleep(50);
        }
    }

    /** Each room's teacher pauses the class or lets it go on, once in thirty seconds. */
    private void act(Map<Long, String> publicIds, List<Teacher> signedIn, int watched) {
        try {
            for (int i = 0; ; i++) {
                var teacher = signedIn.get(i % signedIn.size());
                var session = sessions.get(i % watched).session();
                var paused = i / watched % 2 == 0 ? "yes" : "no";
                streams.act(session);
                var request = HttpRequest.newBuilder(
                                product.direct().resolve("/sessions/" + publicIds.get(session) + "/pause"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("X-Requested-With", "script")
                        .header("Cookie", teacher.cookies())
                        .POST(BodyPublishers.ofString("csrf=" + teacher.token() + "&paused=" + paused))
                        .build();
                int status = teachers.send(request, BodyHandlers.discarding()).statusCode();
                if (status != 204) {
                    throw new IllegalStateException("an act was answered " + status);
                }
                Thread.sleep(1000L * SECONDS_AN_ACT / watched);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A teacher's sign-in and the token of its forms. */
    private record Teacher(String cookies, String token) {}

    /**
     * Signs in a teacher of the demo, who belongs to the school of the sessions from now on; often enough that no sign-in
     * sends more forms than a person may.
     */
    private List<Teacher> signIn(Connection database, String room, int watched)
            throws SQLException, IOException, InterruptedException {
        try (var move = database.prepareStatement(
                "UPDATE staff SET school_id = (SELECT school_id FROM session WHERE id = ?) WHERE username = 'tess'")) {
            move.setLong(1, sessions.getFirst().session());
            move.executeUpdate();
        }
        var signedIn = new ArrayList<Teacher>();
        for (int i = 0; i <= watched / SECONDS_AN_ACT; i++) {
            var browser = new SignedInBrowser(product.address().toString(), "/staff", "Sign out");
            browser.signIn("tess");
            var token = TOKEN.matcher(browser.get("/sessions/" + room).body());
            if (!token.find()) {
                throw new IllegalStateException("no form on the live room's page");
            }
            signedIn.add(new Teacher(browser.cookies(), token.group(1)));
        }
        return signedIn;
    }

    private Map<Long, String> publicIds(Connection database) throws SQLException {
        var ids = new HashMap<Long, String>();
        try (var rows = database.createStatement().executeQuery("SELECT id, public_id FROM session")) {
            while (rows.next()) {
                ids.put(rows.getLong(1), rows.getString(2));
            }
        }
        return ids;
    }

    /** Returns the bytes of memory that the application occupies. */
    private long resident() throws IOException {
        return ProcessUse.residentBytes(product.app());
    }
}
