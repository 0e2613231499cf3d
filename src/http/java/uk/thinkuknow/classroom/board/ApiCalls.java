package uk.thinkuknow.classroom.board;

import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import uk.thinkuknow.SeatPace;
import uk.thinkuknow.classroom.room.GivenSession;
import uk.thinkuknow.curriculum.lesson.Lesson;
import uk.thinkuknow.curriculum.lesson.Question;
import uk.thinkuknow.curriculum.lesson.Step;

import static io.restassured.RestAssured.given;

/** The calls of a child's page to the classroom API. */
public final class ApiCalls {
    private ApiCalls() {}

    public static Response post(String path, Object body) {
        return given().contentType("application/json")
                .body(body)
                .redirects()
                .follow(false)
                .post(path);
    }

    public static Response lookUp(GivenSession session) {
        return post("/api/classroom", Map.of("code", session.code()));
    }

    public static Map<String, Object> seatForm(GivenSession session, int card, UUID key) {
        return new HashMap<>(Map.of(
                "code", session.code(),
                "key", key.toString(),
                "class", session.classPublicId().value(),
                "card", card));
    }

    public static Response takeSeat(GivenSession session, int card) {
        return post("/api/classroom/seats", seatForm(session, card, UUID.randomUUID()));
    }

    /** Takes a seat as a class does: fewer than ten in a second. */
    public static String seat(GivenSession session, int card) {
        SeatPace.await(session.id());
        return takeSeat(session, card).then().statusCode(201).extract().path("seat");
    }

    public static Response send(String seat, Object... events) {
        return post("/api/progress", Map.of("seat", seat, "events", List.of(events)));
    }

    public static Map<String, Object> viewed(Lesson lesson, int step) {
        return new HashMap<>(Map.of(
                "key",
                UUID.randomUUID().toString(),
                "kind",
                "viewed",
                "step",
                lesson.steps().get(step).key(),
                "agoMs",
                0));
    }

    /** A right answer to the first single-choice question of the lesson. */
    public static Map<String, Object> answered(Lesson lesson) {
        var step = lesson.steps().stream()
                .filter(Step.Ask.class::isInstance)
                .map(Step.Ask.class::cast)
                .filter(each -> each.question() instanceof Question.SingleChoice)
                .findFirst()
                .orElseThrow();
        return new HashMap<>(Map.of(
                "key", UUID.randomUUID().toString(),
                "kind", "answered",
                "step", step.key(),
                "question", step.question().key(),
                "answer", RightAnswers.rightFor(step.question()),
                "agoMs", 0));
    }
}
