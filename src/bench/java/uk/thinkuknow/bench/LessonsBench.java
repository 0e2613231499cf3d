package uk.thinkuknow.bench;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.TestIdentity;
import uk.thinkuknow.classroom.room.GivenRoom;
import uk.thinkuknow.curriculum.lesson.LessonFolder;
import uk.thinkuknow.curriculum.library.CurriculumService;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * Measures how long it takes to publish a lesson, to render it for its first child, and to list and search lessons,
 * with 2,000 lessons published. Run by {@code scripts/bench lessons}, not by the tests.
 */
@QuarkusTest
class LessonsBench {
    private static final int MODULES = 2_000;
    private static final double LESSON_MS = 200;
    private static final double LIST_MS = 100;
    private static final int WARM = 10;
    private static final int TIMED = 15;

    @Inject
    DataSource database;

    @Inject
    CurriculumService curriculum;

    @Inject
    GivenRoom rooms;

    @TestHTTPResource("/")
    URI address;

    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void lessonsArePublishedRenderedAndFoundInTime() throws Exception {
        fill();
        var ours = LessonFolder.of(Path.of("lessons/who-is-really-there"));
        curriculum.publish(copy(ours, "bench-published")); // makes this instance read the list of lessons again
        var report = new BenchReport();
        report.figure("modules", curriculum.current().size(), "modules in use");
        var publishing = new ArrayList<Double>();
        var rendering = new ArrayList<Double>();
        int steps = 0;
        for (int i = 0; i < WARM + TIMED; i++) {
            var folder = copy(ours, "bench-published-" + i);
            long from = System.nanoTime();
            long version = curriculum.publish(folder);
            double took = since(from);
            double rendered = firstChild(version);
            steps = curriculum.version(version).lesson().steps().size();
            if (i >= WARM) {
                publishing.add(took);
                rendering.add(rendered);
            }
        }
        report.figure("steps", steps, "steps in the lesson");
        report.atMost("publish", median(publishing), "ms", LESSON_MS, LESSON_MS / 2);
        report.atMost("render_for_first_child", median(rendering), "ms", LESSON_MS, LESSON_MS / 2);
        var pages = new LinkedHashMap<String, String>();
        pages.put("list", "/modules");
        pages.put("list_last_page", "/modules?page=999");
        pages.put("search_one_word", "/modules?words=feelings");
        pages.put("search_three_words", "/modules?words=grown-up+lesson+17");
        pages.put("search_band", "/modules?words=otter&band=8-10");
        pages.put("search_nothing", "/modules?words=zzz");
        for (var page : pages.entrySet()) {
            report.atMost(page.getKey(), page(page.getValue()), "ms", LIST_MS, LIST_MS / 2);
        }
        assertTrue(report.close(), "something took longer than it may");
    }

    /** Inserts copies of our lessons with other keys and titles. */
    private void fill() throws SQLException {
        int ours = curriculum.current().size();
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.executeUpdate("""
                    INSERT INTO module (module_key, band_key)
                    SELECT CONCAT('bench-', s.seq), m.band_key FROM seq_1_to_%d s
                    JOIN (SELECT band_key, ROW_NUMBER() OVER (ORDER BY id) place FROM module) m ON m.place = 1 + s.seq MOD %d""".formatted(MODULES, ours));
            statement.executeUpdate("""
                    INSERT INTO module_version (module_id, number, language, title, content_hash, content, published_at)
                    SELECT n.id, 1, 'en', CONCAT(v.title, ' ', s.seq), SHA2(s.seq, 256),
                      REPLACE(v.content, v.title, CONCAT(v.title, ' ', s.seq)), UTC_TIMESTAMP(6)
                    FROM seq_1_to_%d s JOIN module n ON n.module_key = CONCAT('bench-', s.seq)
                    JOIN (SELECT title, content, ROW_NUMBER() OVER (ORDER BY module_id) place FROM module_version) v
                      ON v.place = 1 + s.seq MOD %d""".formatted(MODULES, ours));
        }
    }

    private static LessonFolder copy(LessonFolder folder, String key) {
        var files = new HashMap<>(folder.files());
        var yaml = new String(folder.bytes(LessonFolder.MODULE), StandardCharsets.UTF_8)
                .replace("key: " + folder.name(), "key: " + key);
        files.remove(LessonFolder.IN_WELSH);
        return new LessonFolder(key, files).with(LessonFolder.MODULE, yaml.getBytes(StandardCharsets.UTF_8));
    }

    private double firstChild(long version) throws Exception {
        var seat = rooms.seat(rooms.running(version), 1);
        return get("/lesson", "Seat", seat);
    }

    private double page(String path) throws Exception {
        var times = new ArrayList<Double>();
        for (int i = 0; i < WARM + TIMED; i++) {
            double took = get(path, TestIdentity.HEADER, "tess teacher");
            if (i >= WARM) {
                times.add(took);
            }
        }
        return median(times);
    }

    private double get(String path, String header, String value) throws Exception {
        long from = System.nanoTime();
        var answer = client.send(
                HttpRequest.newBuilder(address.resolve(path))
                        .header(header, value)
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        double took = since(from);
        assertEquals(200, answer.statusCode(), path);
        return took;
    }

    private static double since(long nanos) {
        return (System.nanoTime() - nanos) / 1e6;
    }

    private static double median(List<Double> times) {
        times.sort(null);
        return times.get(times.size() / 2);
    }
}
