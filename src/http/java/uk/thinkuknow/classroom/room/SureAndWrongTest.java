package uk.thinkuknow.classroom.room;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import uk.thinkuknow.StaffBrowser;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static uk.thinkuknow.classroom.board.ApiCalls.seat;
import static uk.thinkuknow.classroom.board.ApiCalls.send;

/** Tests that the teacher sees which cards were sure of a wrong answer, and the class only how many. */
@QuarkusTest
class SureAndWrongTest extends ClassroomTest {
    private static final int PLACE_OF_QUESTION = 4;

    private StaffBrowser teacher;

    @BeforeEach
    void aLessonThatAsksHowSure() throws SQLException {
        try (var db = database.getConnection()) {
            long version = newest("who-is-really-there");
            lesson = curriculum.version(version).lesson();
            session = GivenSession.start(db, codes, version, 30, clock.instant());
        }
        teacher = StaffBrowser.as(session.teacher() + " teacher");
        sureAndWrong(7);
        sureAndWrong(9);
        says(8, "name-and-picture", 4);
        says(10, "age", 2);
    }

    @ParameterizedTest
    @MethodSource("modules")
    void fromAgeEightOnEveryLessonAsksHowSureChildrenWere(String module) throws SQLException {
        var asks = curriculum.version(newest(module)).lesson();
        var sure = new ConfidenceScales(asks);
        assertTrue(
                asks.band().equals("4-7") || asks.steps().stream().anyMatch(step -> sure.asked(step.key()) > 0),
                module);
    }

    static Stream<String> modules() throws IOException {
        try (var folders = Files.list(Path.of("lessons"))) {
            return folders
                    .filter(folder -> Files.exists(folder.resolve("module.yaml")))
                    .map(folder -> folder.getFileName().toString())
                    .toList()
                    .stream();
        }
    }

    @Test
    void theTeacherSeesTheCardsAndTheWallOnlyTheirNumber() {
        teacher.get(room())
                .then()
                .statusCode(200)
                .body(containsString("<b>Step " + PLACE_OF_QUESTION + "</b> "))
                .body(containsString(" Cards 7, 9</li>"));
        var cards = teacher.get(room() + "/progress").then().extract().jsonPath();
        assertEquals(
                List.of(7, 9),
                cards.getList(
                        "cards.findAll { it.sureWrong && it.sureWrong.contains(" + PLACE_OF_QUESTION + ") }.card"));
        for (int step : new int[] {PLACE_OF_QUESTION, PLACE_OF_QUESTION + 1}) {
            teacher.get(room() + "/projector?step=" + step)
                    .then()
                    .statusCode(200)
                    .body(containsString("data-of=\"" + PLACE_OF_QUESTION + "\""))
                    .body(containsString("# children were sure of an answer that does not fit"))
                    .body(not(containsString("Otter</")))
                    .body(not(containsString("Card 7")));
        }
    }

    @Test
    void theWallSaysNothingOfSureChildrenForAQuestionWithoutAScale() {
        teacher.get(room() + "/projector?step=" + (PLACE_OF_QUESTION + 2))
                .then()
                .statusCode(200)
                .body(not(containsString("data-of=")));
    }

    @Test
    void theResultSaysHowManyAndNotWhichCards() {
        teacher.post(room(), room() + "/end");
        teacher.get(room() + "/result")
                .then()
                .statusCode(200)
                .body(containsString("2 children were sure of an answer that is not right"))
                .body(containsString("How sure were you about StarBuilder?"))
                .body(not(containsString("Card 7")));
    }

    private void sureAndWrong(int card) {
        says(card, "age", 3);
    }

    private void says(int card, String answer, int sure) {
        send(
                        seat(session, card),
                        event("new-player", "know-for-sure", answer, 2000),
                        event("sure-of-star-builder", "sure-know-for-sure", sure, 0))
                .then()
                .statusCode(200);
    }

    private static Map<String, Object> event(String step, String question, Object answer, int agoMs) {
        return new HashMap<>(Map.of(
                "key",
                UUID.randomUUID().toString(),
                "kind",
                "answered",
                "step",
                step,
                "question",
                question,
                "answer",
                answer,
                "agoMs",
                agoMs));
    }

    private long newest(String module) throws SQLException {
        return number(
                "SELECT MAX(v.id) FROM module_version v JOIN module m ON m.id = v.module_id WHERE v.number = (SELECT MAX(o.number)"
                        + " FROM module_version o WHERE o.module_id = m.id) AND m.module_key = '" + module + "'");
    }

    private String room() {
        return "/sessions/" + session.publicId();
    }
}
