package uk.thinkuknow.demo;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.classroom.room.GivenRoom;
import uk.thinkuknow.common.Sql;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** Tests the lessons that a new build takes with itself. */
@QuarkusTest
class DemoRehearsalTest {
    @TestHTTPResource("/")
    URI address;

    @Inject
    DemoRehearsal rehearsal;

    @Inject
    DemoLessons lessons;

    @Inject
    GivenRoom given;

    @Inject
    DataSource database;

    @Test
    void eachCardOfAClassTakesAWholeLessonThroughTheCallsOfAChildsPage() {
        var module = lessons.moduleFor("8-10").orElseThrow();
        var session = given.running(module.versionId());
        var room = new DemoRehearsal.Room(
                address, session.code(), session.classPublicId().value());
        rehearsal.takeLesson(room, List.of(1, 2, 3), module);
        for (var kind : List.of("viewed", "answered", "finished")) {
            assertEquals(3, seatsWith(kind, session.id()), kind);
        }
    }

    private int seatsWith(String kind, long session) {
        return Sql.first(
                        database,
                        "SELECT COUNT(DISTINCT t.id) FROM seat t JOIN event e ON e.seat_id = t.id WHERE t.session_id = ? AND e.kind = ?",
                        List.of(session, kind),
                        row -> row.getInt(1))
                .orElseThrow();
    }
}
