package uk.thinkuknow.bench;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.TestIdentity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * Measures response times of the school search, the booking lists, the calendar, the missing returns and the catch-up
 * list with 52,000 schools, 100,000 bookings and 100,000 sessions: whole pages over HTTP, without sign-in. Run by
 * {@code scripts/bench bookings}, not by the tests.
 */
@QuarkusTest
class BookingsBench {
    private static final double FLOOR_MS = 100;
    private static final int WARM = 25;
    private static final int TIMED = 15;

    @Inject
    DataSource database;

    @TestHTTPResource("/")
    URI address;

    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void everyPageAnswersInTime() throws Exception {
        try (var connection = database.getConnection()) {
            BookingsFill.fill(connection);
        }
        var report = new BenchReport();
        report.figure("schools", BookingsFill.SCHOOLS, "schools");
        report.figure("bookings", BookingsFill.BOOKINGS, "bookings");
        report.figure("sessions", BookingsFill.BOOKINGS, "sessions");
        for (var page : pages().entrySet()) {
            var words = page.getValue().split(" ", 2);
            double median = median(words[0], words[1]);
            report.atMost(page.getKey(), median, "ms", FLOOR_MS, FLOOR_MS / 2);
        }
        assertTrue(report.close(), "a page took longer than " + FLOOR_MS + " ms");
    }

    private static Map<String, String> pages() {
        var pages = new LinkedHashMap<String, String>();
        for (var words : List.of(
                "oakfield",
                "st marys",
                "saint mary church of england",
                "okfield comunity",
                "queen elizabeths",
                "harrowbeck",
                "100777",
                "AB1 1AB")) {
            pages.put(
                    "finder_" + words.toLowerCase(java.util.Locale.ROOT).replace(' ', '_'),
                    "national:manager /schools?q=" + URLEncoder.encode(words, StandardCharsets.UTF_8));
        }
        pages.put("bookings_busy_school", "teacher1:teacher /bookings");
        pages.put("bookings_busy_school_last_page", "teacher1:teacher /bookings?page=20");
        pages.put("bookings_trainer", "trainer1:trainer /bookings");
        pages.put("bookings_region", "regional:manager /bookings");
        pages.put("bookings_nation", "national:manager /bookings");
        for (var view : List.of("month", "week", "list")) {
            pages.put("calendar_school_" + view, "teacher1:teacher /calendar?view=" + view);
            pages.put("calendar_trainer_" + view, "trainer1:trainer /calendar?view=" + view);
            pages.put("calendar_region_" + view, "regional:manager /calendar?view=" + view);
        }
        pages.put("missing_returns_nation", "national:manager /missing-returns");
        pages.put("catch_up_busy_school", "teacher1:teacher /catch-up");
        return pages;
    }

    private double median(String who, String path) throws Exception {
        var times = new ArrayList<Double>();
        for (int i = 0; i < WARM + TIMED; i++) {
            long from = System.nanoTime();
            var answer = client.send(
                    HttpRequest.newBuilder(address.resolve(path))
                            .header(TestIdentity.HEADER, who.replace(':', ' '))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            double took = (System.nanoTime() - from) / 1e6;
            assertEquals(200, answer.statusCode(), path);
            if (i >= WARM) {
                times.add(took);
            }
        }
        times.sort(null);
        return times.get(TIMED / 2);
    }
}
