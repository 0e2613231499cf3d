package uk.thinkuknow.classroom.player;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.StaffBrowser;
import uk.thinkuknow.classroom.answers.ClassAnswers;
import uk.thinkuknow.classroom.answers.ClassAnswersQuery;
import uk.thinkuknow.classroom.answers.HandCounts;
import uk.thinkuknow.classroom.room.ClassroomTest;
import uk.thinkuknow.classroom.room.GivenSession;
import uk.thinkuknow.curriculum.files.EveryKindLesson;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Tests the hands and heads counted at the wall in a session without devices. */
@QuarkusTest
class HandsTest extends ClassroomTest {
    @Inject
    HandCounts counts;

    @Inject
    ClassAnswersQuery results;

    private StaffBrowser teacher;
    private LiveQuestion question;

    @BeforeEach
    void aClassWithoutDevices() throws SQLException {
        update("UPDATE session SET devices = FALSE WHERE id = " + session.id());
        update("DELETE FROM room WHERE session_id = " + session.id());
        teacher = StaffBrowser.as(session.teacher() + " teacher");
        question = LiveQuestion.of(lesson).stream()
                .filter(each -> each.options().stream().anyMatch(LiveQuestion.LiveOption::right))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theLastNumberOfHandsCountsForTheClassAndMakesNoSeat() throws SQLException {
        hands(12);
        hands(13);
        assertEquals(Map.of(question.key(), Map.of(option(), 13)), counts.of(session.id()));
        var asked = results.of(session.id(), lesson).orElseThrow().questions().stream()
                .filter(one -> one.step() == question.step())
                .findFirst()
                .orElseThrow();
        assertEquals(13, asked.answered());
        assertEquals(13, asked.answers().getFirst().times());
        assertEquals(0, number("SELECT COUNT(*) FROM seat WHERE session_id = " + session.id()));
    }

    @Test
    void theWallShowsTheHandsAgainWhenTheStepIsOpenedAgain() {
        hands(7);
        teacher.get(room() + "/projector?step=" + question.step())
                .then()
                .statusCode(200)
                .body(containsString("data-hands=\"" + option() + ":7\""));
    }

    @Test
    void handsForAnUnknownStepAreNotFound() {
        teacher.post(wall(), room() + "/hands", "step", "no-such", "answer", option(), "hands", "3")
                .then()
                .statusCode(404);
    }

    @Test
    void handsForAnUnknownAnswerAreNotFound() {
        teacher.post(wall(), room() + "/hands", "step", question.key(), "answer", "no-such", "hands", "3")
                .then()
                .statusCode(404);
    }

    @Test
    void withDevicesHandsAreNeitherOfferedNorStored() throws SQLException {
        teacher.get(wall()).then().body(containsString("data-hands"));
        update("UPDATE session SET devices = TRUE WHERE id = " + session.id());
        teacher.get(wall()).then().statusCode(200).body(not(containsString("data-hands")));
        teacher.post(wall(), room() + "/hands", "step", question.key(), "answer", option(), "hands", "3")
                .then()
                .statusCode(404);
        assertEquals(Map.of(), counts.of(session.id()));
    }

    @Test
    void forEveryKindOfQuestionTheWallCountsHandsWithoutDevicesAndNoneWithThem() throws SQLException {
        try (var db = database.getConnection()) {
            EveryKindLesson.published(db, "8-10");
            session = GivenSession.start(db, codes, number("SELECT MAX(id) FROM module_version"), 30, clock.instant());
        }
        teacher = StaffBrowser.as(session.teacher() + " teacher");
        for (var live : LiveQuestion.of(EveryKindLesson.lesson("8-10"))) {
            update("UPDATE session SET devices = FALSE WHERE id = " + session.id());
            var wall = wallAt(live.step());
            assertTrue(wall.contains("data-hands="), live.stem());
            live.hands()
                    .forEach(option -> assertTrue(
                            wall.matches("(?s).*<li class=\"hand\" data-key=\"" + option.key()
                                    + "\"(?:(?!</li>).)*class=\"count\".*"),
                            live.stem() + ": " + option.key()));
            update("UPDATE session SET devices = TRUE WHERE id = " + session.id());
            assertFalse(wallAt(live.step()).contains("data-hands="), live.stem());
        }
    }

    private String wallAt(int step) {
        return teacher.get(room() + "/projector?step=" + step)
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    @Test
    void forASortingQuestionHandsAreCountedAsHadItOrNotYet() throws SQLException {
        var sort = new LiveQuestion(1, "s", "Where?", List.of(new LiveQuestion.LiveOption("a=b", "A: B", true)));
        assertEquals(
                List.of("had-it", "not-yet"),
                sort.hands().stream().map(LiveQuestion.LiveOption::key).toList());
        var asked = ClassAnswersQuery.of(
                        List.of(), List.of(sort), Map.of("s", Map.of("had-it", 19, "not-yet", 8)), seat -> List.of())
                .questions()
                .getFirst();
        assertEquals(27, asked.answered());
        assertEquals(
                List.of(19, 8),
                asked.answers().stream().map(ClassAnswers.Given::times).toList());
    }

    @Test
    void theHeadsCountedAtTheEndAreInTheRegister() {
        teacher.get(room() + "/projector?step=" + (lesson.steps().size() + 1))
                .then()
                .body(containsString("How many children are here?"));
        teacher.post(
                        room() + "/projector?step=" + (lesson.steps().size() + 1),
                        room() + "/heads",
                        "heads-" + session.classPublicId(),
                        "28")
                .then()
                .statusCode(303)
                .header("Location", endsWith("/register"));
        var register = teacher.get(room() + "/register")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertTrue(register.contains("value=\"28\""), "the heads are typed already");
    }

    private void hands(int hands) {
        teacher.post(wall(), room() + "/hands", "step", question.key(), "answer", option(), "hands", "" + hands)
                .then()
                .statusCode(204);
    }

    private String option() {
        return question.options().getFirst().key();
    }

    private String wall() {
        return room() + "/projector?step=" + question.step();
    }

    private String room() {
        return "/sessions/" + session.publicId();
    }
}
