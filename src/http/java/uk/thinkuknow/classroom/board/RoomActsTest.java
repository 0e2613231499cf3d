package uk.thinkuknow.classroom.board;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.StaffBrowser;
import uk.thinkuknow.classroom.player.LiveQuestion;
import uk.thinkuknow.classroom.room.ClassroomTest;
import uk.thinkuknow.classroom.room.GivenSession;
import uk.thinkuknow.curriculum.lesson.Step;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static uk.thinkuknow.classroom.board.ApiCalls.answered;
import static uk.thinkuknow.classroom.board.ApiCalls.post;
import static uk.thinkuknow.classroom.board.ApiCalls.seat;
import static uk.thinkuknow.classroom.board.ApiCalls.seatForm;
import static uk.thinkuknow.classroom.board.ApiCalls.send;
import static uk.thinkuknow.classroom.board.ApiCalls.takeSeat;
import static uk.thinkuknow.classroom.board.ApiCalls.viewed;

/** Tests the teacher's acts on a whole room: pause, lead, show an answer, lock. */
@QuarkusTest
class RoomActsTest extends ClassroomTest {
    private StaffBrowser teacher;

    @BeforeEach
    void signInTheTeacher() {
        teacher = StaffBrowser.as(session.teacher() + " teacher");
    }

    @Test
    void aPausedRoomSaysSoAndStillAcceptsAnswers() {
        var seat = seat(session, 7);
        act("pause", "paused", "yes");
        news(seat).body("state", equalTo("paused"));
        send(seat, answered(lesson)).then().statusCode(200);
        act("pause", "paused", "no");
        news(seat).body("state", equalTo("open"));
    }

    @Test
    void theClassIsLedToAStepAndReleasedAgain() {
        var seat = seat(session, 7);
        var third = lesson.steps().get(2).key();
        act("go-to", "step", third);
        news(seat).body("step", equalTo(third));
        progress().body("stands.at", equalTo(3));
        act("go-to", "step", "");
        news(seat).body("step", nullValue());
    }

    @Test
    void theClassCannotBeLedToAStepTheLessonDoesNotHave() {
        teacher.post(room(), room() + "/go-to", "step", "no-such-step").then().statusCode(404);
    }

    @Test
    void anAnswerDatedBeforeTheRevealIsStoredAndOneAfterItIsRefused() {
        var early = seat(session, 7);
        var late = seat(session, 8);
        waitAMoment();
        act("show-answer", "step", firstQuestion().key());
        news(early).body("revealed", contains(question()));
        var before = answered(lesson);
        before.put("agoMs", 60_000);
        send(early, before).then().statusCode(200);
        send(late, answered(lesson), viewed(lesson, 1))
                .then()
                .statusCode(422)
                .body("refused.why", contains("closed"))
                .body("stored", org.hamcrest.Matchers.hasSize(1));
    }

    @Test
    void anAnswerShownOnTheWallClosesTheQuestionOnTheDevices() {
        var late = seat(session, 8);
        var wall = room() + "/projector?step=" + place();
        teacher.post(wall, room() + "/show-answer", "step", firstQuestion().key(), "back", "wall-" + place())
                .then()
                .statusCode(303)
                .header("Location", endsWith("/projector?step=" + place() + "&answer=shown"));
        news(late).body("revealed", contains(question()));
        send(late, answered(lesson)).then().statusCode(422).body("refused.why", contains("closed"));
    }

    /** A poll or a scale has no answer to show, so it must stay open. */
    @Test
    void aQuestionWithoutARightAnswerCannotBeRevealed() throws java.sql.SQLException {
        try (var db = database.getConnection()) {
            long version = number("SELECT MAX(v.id) FROM module_version v JOIN module m ON m.id = v.module_id"
                    + " WHERE m.module_key = 'who-is-really-there'");
            lesson = curriculum.version(version).lesson();
            session = GivenSession.start(db, codes, version, 5, clock.instant());
            signInTheTeacher();
        }
        var unmarked = LiveQuestion.of(lesson).stream()
                .filter(question -> !question.isMarked())
                .findFirst()
                .orElseThrow();
        teacher.post(room(), room() + "/show-answer", "step", unmarked.key())
                .then()
                .statusCode(404);
        var page = teacher.get(room()).then().extract().body().asString();
        assertTrue(page.contains("name=\"step\" value=\"" + firstQuestion().key() + "\"><button"));
        assertFalse(page.contains("name=\"step\" value=\"" + unmarked.key() + "\"><button"));
        teacher.get(room() + "/projector?step=" + unmarked.step())
                .then()
                .statusCode(200)
                .body(not(containsString("id=\"answer\"")));
    }

    @Test
    void revealingAnAnswerTwiceChangesNothingMore() {
        var seat = seat(session, 7);
        act("show-answer", "step", firstQuestion().key());
        int n = news(seat).extract().path("n");
        act("show-answer", "step", firstQuestion().key());
        news(seat).body("n", equalTo(n)).body("revealed", contains(question()));
    }

    @Test
    void aLockedRoomGivesNoNewSeatsAndLeavesTakenOnes() {
        var key = UUID.randomUUID();
        var first = post("/api/classroom/seats", seatForm(session, 7, key));
        act("lock", "locked", "yes");
        cards().body("locked", equalTo(true));
        takeSeat(session, 8).then().statusCode(409).body("why", equalTo("locked"));
        post("/api/classroom/seats", seatForm(session, 7, key))
                .then()
                .statusCode(201)
                .body("seat", equalTo(first.<String>path("seat")));
        var second = seatForm(session, 7, UUID.randomUUID());
        second.put("resume", true);
        post("/api/classroom/seats", second).then().statusCode(202);
        act("lock", "locked", "no");
        cards().body("locked", nullValue());
        takeSeat(session, 8).then().statusCode(201);
    }

    @Test
    void anotherComputerShowsTheSameStateOfTheRoom() {
        seat(session, 7);
        act("pause", "paused", "yes");
        act("lock", "locked", "yes");
        act("go-to", "step", lesson.steps().get(2).key());
        act("show-answer", "step", firstQuestion().key());
        StaffBrowser.as(session.teacher() + " teacher")
                .get(room() + "/progress")
                .then()
                .body("stands.paused", equalTo(true))
                .body("stands.locked", equalTo(true))
                .body("stands.at", equalTo(3))
                .body("stands.revealed", contains(place()))
                .body("cards.card", contains(7));
    }

    @Test
    void aRoomOfAnotherSchoolCannotBePaused() throws java.sql.SQLException {
        GivenSession other;
        try (var db = database.getConnection()) {
            other = GivenSession.start(db, codes, GivenSession.anyModule(db), 2, clock.instant());
        }
        var seat = seat(other, 1);
        teacher.post(room(), "/sessions/" + other.publicId() + "/pause", "paused", "yes")
                .then()
                .statusCode(404);
        news(seat).body("state", equalTo("open")).body("revealed", empty());
    }

    /** The card list that a tablet gets before the child picks a card. */
    private ValidatableResponse cards() {
        return post("/api/classroom", java.util.Map.of("code", session.code()))
                .then()
                .statusCode(200);
    }

    private void act(String act, String name, String value) {
        teacher.post(room(), room() + "/" + act, name, value).then().statusCode(303);
    }

    private ValidatableResponse progress() {
        return teacher.get(room() + "/progress").then().statusCode(200);
    }

    private static ValidatableResponse news(String seat) {
        return given().header("Seat", seat).get("/api/room").then().statusCode(200);
    }

    private String room() {
        return "/sessions/" + session.publicId();
    }

    private Step.Ask firstQuestion() {
        var key = LiveQuestion.of(lesson).stream()
                .filter(LiveQuestion::isMarked)
                .findFirst()
                .orElseThrow()
                .key();
        return asks().filter(ask -> ask.key().equals(key)).findFirst().orElseThrow();
    }

    private Stream<Step.Ask> asks() {
        return lesson.steps().stream().filter(Step.Ask.class::isInstance).map(Step.Ask.class::cast);
    }

    private String question() {
        return firstQuestion().question().key();
    }

    private int place() {
        return lesson.steps().indexOf(firstQuestion()) + 1;
    }

    private static void waitAMoment() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
