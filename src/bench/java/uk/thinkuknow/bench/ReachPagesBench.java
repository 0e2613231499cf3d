package uk.thinkuknow.bench;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.StaffBrowser;
import uk.thinkuknow.TestIdentity;
import uk.thinkuknow.classroom.session.PastSession;
import uk.thinkuknow.classroom.session.PastSessions;
import uk.thinkuknow.classroom.session.SessionFacts;
import uk.thinkuknow.common.Sql;
import uk.thinkuknow.curriculum.library.CurriculumService;
import uk.thinkuknow.identity.staff.PeopleService;
import uk.thinkuknow.schools.school.GivenSchool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * Measures response times of whole reach pages, of signing a return and of a CSV export, on the database that {@link
 * ReachBench} filled. Run by {@code scripts/bench reach}, not by the tests.
 */
@QuarkusTest
class ReachPagesBench {
    private static final double PAGE_MS = 300;
    private static final double SIGN_MS = 50;
    private static final double WITHIN_A_YEAR_MS = 100;
    private static final double BEYOND_MS = 250;
    private static final int WARM = 10;
    private static final int WARM_SIGNATURES = 300;
    private static final int WARM_WAITING = 60;
    private static final Duration LESSON = Duration.ofMinutes(40);
    private static final Duration TOO_SHORT = Duration.ofMinutes(5);
    private static final int TIMED = 11;

    @Inject
    GivenSchool schools;

    @Inject
    PastSessions pastSessions;

    @Inject
    CurriculumService curriculum;

    @Inject
    PeopleService people;

    @Inject
    DataSource database;

    @TestHTTPResource("/")
    URI address;

    private final HttpClient client = HttpClient.newHttpClient();
    private final BenchReport report = new BenchReport();

    @Test
    void pagesAndSignaturesComeInTime() throws Exception {
        joinManager();
        var pages = new LinkedHashMap<String, String>();
        pages.put("page_dashboard_year", "/reach?year=2026-27&term=year");
        pages.put("page_dashboard_term", "/reach?year=2026-27&term=autumn");
        pages.put("page_region_term", "/reach/regions/r1?year=2026-27&term=autumn");
        for (var page : pages.entrySet()) {
            report.atMost(page.getKey(), page(page.getValue()), "ms", PAGE_MS, PAGE_MS / 2);
        }
        report.figure("page_all_schools_term", page("/reach?year=2026-27&term=autumn&by=school"), "ms");
        report.atMost(
                "any_dates_within_a_year",
                page("/reach/between?from=2026-10-05&to=2027-05-20"),
                "ms",
                BEYOND_MS,
                WITHIN_A_YEAR_MS);
        report.atMost(
                "any_dates_over_two_years",
                page("/reach/between?from=2026-04-01&to=2027-03-31"),
                "ms",
                2 * BEYOND_MS,
                BEYOND_MS);
        signing("signing_a_return", LESSON, WARM_SIGNATURES, 0);
        signing("signing_a_return_that_waits", TOO_SHORT, WARM_WAITING, WARM_WAITING + TIMED);
        csv();
        assertTrue(report.close(), "something took longer than it may");
    }

    @Transactional
    void joinManager() {
        if (people.byUsername("bench-manager").isEmpty()) {
            people.join("bench-manager", "Mina Bench", null, null);
        }
    }

    private double page(String path) throws Exception {
        var times = new ArrayList<Double>();
        for (int i = 0; i < WARM + TIMED; i++) {
            long from = System.nanoTime();
            get(path, HttpResponse.BodyHandlers.ofString());
            if (i >= WARM) {
                times.add(since(from));
            }
        }
        return median(times);
    }

    private <T> T get(String path, HttpResponse.BodyHandler<T> handler) throws Exception {
        var answer = client.send(
                HttpRequest.newBuilder(address.resolve(path))
                        .header(TestIdentity.HEADER, "bench-manager manager")
                        .build(),
                handler);
        assertEquals(200, answer.statusCode(), path);
        return answer.body();
    }

    /**
     * Times the whole request: form, register, judgement, return with its lines, and all totals, or the same for a return
     * that waits for a second person. Each lesson has a teacher of its own, because nobody gives two at a time.
     *
     * @param waiting how many of the returns wait
     */
    private void signing(String name, Duration lasted, int warm, int waiting) throws Exception {
        var times = new ArrayList<Double>();
        var taught = schools.withClassOf(30);
        var ofClass = taught.schoolClass().publicId();
        var shown = IntStream.rangeClosed(1, 30).mapToObj(String::valueOf).collect(Collectors.joining(","));
        for (int i = 0; i < warm + TIMED; i++) {
            var teacher = taught.teacher() + "-" + i;
            var path = "/sessions/" + ended(taught, teacher, lasted).publicId();
            var opened = StaffBrowser.as(teacher + " teacher").open(path + "/register");
            long from = System.nanoTime();
            var answer = opened.send(
                    teacher + " teacher",
                    path + "/register/sign?no-conflicts", // else ConflictInjector fails the first commit, as in tests
                    "heads-" + ofClass,
                    "30",
                    "kept-" + ofClass,
                    "cards",
                    "apart-cards-" + ofClass,
                    "",
                    "shown-" + ofClass,
                    shown);
            if (i >= warm) {
                times.add(since(from));
            }
            assertEquals(303, answer.statusCode(), path);
        }
        report.atMost(name, median(times), "ms", SIGN_MS, SIGN_MS / 2);
        assertEquals(
                List.of((long) waiting),
                Sql.list(
                        database,
                        "SELECT COUNT(*) FROM waiting_return WHERE school_id = ?",
                        List.of(taught.school().id()),
                        row -> row.getLong(1)));
    }

    @Transactional
    SessionFacts ended(GivenSchool.TaughtClass taught, String teacher, Duration lasted) {
        people.join(teacher, "Tessa Bench", taught.school().id(), null);
        return pastSessions.deliver(new PastSession(
                people.byUsername(teacher).orElseThrow(),
                taught.school().id(),
                curriculum.current().getFirst().versionId(),
                false,
                Instant.now().minus(Duration.ofDays(2)),
                lasted,
                List.of(new PastSession.PastClass(taught.schoolClass().id(), null))));
    }

    private void csv() throws Exception {
        var before = heapMb();
        long from = System.nanoTime();
        long bytes = 0;
        double most = 0;
        try (var body = get("/reach/lines/csv?year=2026-27", HttpResponse.BodyHandlers.ofInputStream())) {
            var buffer = new byte[64 * 1024];
            for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
                bytes += read;
                most = Math.max(most, heapMb());
            }
        }
        report.figure("csv_year_all_lines", since(from), "ms");
        report.figure("csv_year_all_lines_size", bytes / 1024.0, "kB");
        report.figure("csv_heap_more", Math.max(0, most - before), "MB");
    }

    private static double heapMb() {
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / 1024.0 / 1024;
    }

    private static double since(long nanos) {
        return (System.nanoTime() - nanos) / 1e6;
    }

    private static double median(List<Double> times) {
        times.sort(null);
        return times.get(times.size() / 2);
    }
}
