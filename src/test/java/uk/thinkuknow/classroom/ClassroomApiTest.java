package uk.thinkuknow.classroom;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.curriculum.CurriculumService;
import uk.thinkuknow.curriculum.Step;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

@QuarkusTest
class ClassroomApiTest {
    @Inject
    DataSource database;

    @Inject
    JoinCodes codes;

    @Inject
    Clock clock;

    @Inject
    CurriculumService curriculum;

    private GivenSession session;

    @BeforeEach
    void aSessionHasStarted() throws SQLException {
        try (var db = database.getConnection()) {
            session = GivenSession.start(db, codes, GivenSession.anyModule(db), 30, clock.instant());
        }
    }

    @Test
    void aRightCodeOpensTheCardList() {
        post("/api/classroom", Map.of("code", session.code().toLowerCase()))
                .then()
                .statusCode(200)
                .body("classes[0].name", equalTo("5B Rowan"))
                .body("classes[0].class", equalTo(session.classPublicId().value()))
                .body("classes[0].cards", hasSize(30))
                .body("classes[0].cards[0].taken", is(false))
                .body("band", notNullValue());
    }

    @Test
    void aWrongCodeAndAClosedOneAreTheSame404() throws SQLException {
        var wrong = post("/api/classroom", Map.of("code", "2222222"));
        try (var db = database.getConnection()) {
            db.createStatement()
                    .executeUpdate(
                            "UPDATE room SET state = 'ended', code_hash = NULL WHERE session_id = " + session.id());
        }
        var closed = post("/api/classroom", Map.of("code", session.code()));
        assertEquals(404, wrong.statusCode());
        assertEquals(404, closed.statusCode());
        assertEquals(wrong.body().asString(), closed.body().asString());
    }

    @Test
    void aSeatOpensTheLessonAndStoresAnAnswerOnce() {
        var taken = takeSeat(7, UUID.randomUUID(), Map.of());
        taken.then()
                .statusCode(201)
                .body("card", is(7))
                .body("done", hasSize(0))
                .cookie("seat");
        String seat = taken.path("seat");
        var lesson = given().header("Seat", seat).redirects().follow(false).get("/lesson");
        lesson.then().statusCode(200).header("Vary", notNullValue());
        given().header("Seat", seat)
                .header("If-None-Match", lesson.header("ETag"))
                .get("/lesson")
                .then()
                .statusCode(304);
        var event = answer();
        post("/api/progress", Map.of("seat", seat, "events", List.of(event)))
                .then()
                .statusCode(200)
                .body("stored", hasSize(1));
        post("/api/progress", Map.of("seat", seat, "events", List.of(event)))
                .then()
                .statusCode(200)
                .body("stored", hasSize(1));
        var again = new HashMap<>(event);
        again.put("key", UUID.randomUUID().toString());
        post("/api/progress", Map.of("seat", seat, "events", List.of(again)))
                .then()
                .statusCode(422)
                .body("refused[0].why", equalTo("answered"));
    }

    private Map<String, Object> answer() {
        var lesson = curriculum.current().getFirst().lesson();
        for (var step : lesson.steps()) {
            if (step instanceof Step.Ask ask) {
                return new HashMap<>(Map.of(
                        "key", UUID.randomUUID().toString(),
                        "kind", "answered",
                        "step", step.key(),
                        "question", ask.question().key(),
                        "answer", Answers.rightFor(ask.question()),
                        "agoMs", 5));
            }
        }
        throw new AssertionError("no question in " + lesson.key());
    }

    private Response takeSeat(int card, UUID key, Map<String, Object> more) {
        var form = new HashMap<String, Object>(Map.of(
                "code",
                session.code(),
                "key",
                key.toString(),
                "class",
                session.classPublicId().value(),
                "card",
                card));
        form.putAll(more);
        return post("/api/classroom/seats", form);
    }

    private static Response post(String path, Object body) {
        return given().contentType("application/json")
                .body(body)
                .redirects()
                .follow(false)
                .post(path);
    }
}
