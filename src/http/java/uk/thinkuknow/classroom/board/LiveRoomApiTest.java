package uk.thinkuknow.classroom.board;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.Eventually;
import uk.thinkuknow.StaffBrowser;
import uk.thinkuknow.TestIdentity;
import uk.thinkuknow.classroom.player.LiveQuestion;
import uk.thinkuknow.classroom.room.ClassroomTest;
import uk.thinkuknow.classroom.room.GivenSession;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static uk.thinkuknow.classroom.board.ApiCalls.answered;
import static uk.thinkuknow.classroom.board.ApiCalls.post;
import static uk.thinkuknow.classroom.board.ApiCalls.seat;
import static uk.thinkuknow.classroom.board.ApiCalls.seatForm;
import static uk.thinkuknow.classroom.board.ApiCalls.send;
import static uk.thinkuknow.classroom.board.ApiCalls.viewed;

/** Tests the progress of each card, as the teacher's live room gets it. */
@QuarkusTest
class LiveRoomApiTest extends ClassroomTest {
    @Inject
    RoomProgressCache reports;

    @Test
    void theProgressOfThirtyCardsIsUnderAThousandBytesCompressedAndNotSentAgainUnchanged() {
        IntStream.rangeClosed(1, 30).forEach(card -> send(seat(session, card), answered(lesson)));
        var url = "/sessions/" + session.publicId() + "/progress";
        var mine = given().header(TestIdentity.HEADER, session.teacher() + " teacher");
        var answer = mine.get(url);
        answer.then()
                .log()
                .ifValidationFails()
                .statusCode(200)
                .body("cards", hasSize(30))
                .body("cards[0].state", equalTo("working"));
        var tag = answer.header("ETag");
        given().header(TestIdentity.HEADER, session.teacher() + " teacher")
                .header("If-None-Match", tag)
                .get(url)
                .then()
                .statusCode(304);
        assertTrue(uk.thinkuknow.web.Gzip.of(answer.body().asByteArray()).length < 1000);
    }

    @Test
    void theProgressCountsTheAnswersByOption() {
        IntStream.rangeClosed(1, 12).forEach(card -> send(seat(session, card), answered(lesson)));
        var step = answered(lesson).get("step");
        var question = LiveQuestion.of(lesson).stream()
                .filter(each -> each.key().equals(step))
                .findFirst()
                .orElseThrow();
        int right = question.options()
                .indexOf(question.options().stream()
                        .filter(LiveQuestion.LiveOption::right)
                        .findFirst()
                        .orElseThrow());
        given().header(TestIdentity.HEADER, session.teacher() + " teacher")
                .get("/sessions/" + session.publicId() + "/progress")
                .then()
                .body("answers", hasSize(1))
                .body("answers[0].step", equalTo(question.step()))
                .body("answers[0].answered", equalTo(12))
                .body("answers[0].counts", hasSize(question.options().size()))
                .body("answers[0].counts[" + right + "]", equalTo(12));
    }

    /** The teacher needs to see the step the child is on, not earlier answers. */
    @Test
    void aCardShowsTheAnswerToTheQuestionOfItsCurrentStep() {
        var seat = seat(session, 7);
        var answered = answered(lesson);
        int place = placeOf(answered.get("step"));
        send(seat, viewed(lesson, place - 1), answered);
        card().body("step", equalTo(place)).body("here", equalTo("right"));
        send(seat, viewed(lesson, place));
        card().body("step", equalTo(place + 1)).body("here", nullValue()).body("lastRight", equalTo(true));
    }

    @Test
    void aCardIsOnTheStepThatTheClassWasLedBackTo() {
        var seat = seat(session, 7);
        var answered = answered(lesson);
        int place = placeOf(answered.get("step"));
        send(seat, viewed(lesson, place - 1), answered, viewed(lesson, place));
        StaffBrowser.as(session.teacher() + " teacher")
                .post(
                        "/sessions/" + session.publicId(),
                        "/sessions/" + session.publicId() + "/go-to",
                        "step",
                        "" + answered.get("step"))
                .then()
                .statusCode(303);
        card().body("step", equalTo(place)).body("here", equalTo("right"));
    }

    @Test
    void whatIsKeptOfARoomIsForgottenEvenIfNobodyAsksAgain() throws Exception {
        reports.progress(session.id());
        assertTrue(reports.isKept(session.id()));
        Eventually.holds("forgotten", () -> !reports.isKept(session.id()));
    }

    private int placeOf(@Nullable Object step) {
        return IntStream.range(0, lesson.steps().size())
                        .filter(i -> lesson.steps().get(i).key().equals(step))
                        .findFirst()
                        .orElseThrow()
                + 1;
    }

    private ValidatableResponse card() {
        reports.forget(session.id());
        return given().header(TestIdentity.HEADER, session.teacher() + " teacher")
                .get("/sessions/" + session.publicId() + "/progress")
                .then()
                .rootPath("cards[0]");
    }

    @Test
    void anotherSchoolsRoomIsNotFound() throws java.sql.SQLException {
        GivenSession other;
        try (var db = database.getConnection()) {
            other = GivenSession.start(db, codes, GivenSession.anyModule(db), 2, clock.instant());
        }
        given().header(TestIdentity.HEADER, session.teacher() + " teacher")
                .get("/sessions/" + other.publicId() + "/progress")
                .then()
                .statusCode(404);
    }

    @Test
    void theTeacherHandsACardToASecondDeviceByAForm() {
        seat(session, 7);
        var form = seatForm(session, 7, UUID.randomUUID());
        form.put("resume", true);
        post("/api/classroom/seats", form).then().statusCode(202);
        var mine = StaffBrowser.as(session.teacher() + " teacher");
        var room = "/sessions/" + session.publicId();
        int seat = mine.get(room + "/progress").path("waiting[0].seat");
        mine.post(room, room + "/seats/" + seat + "/let-through").then().statusCode(303);
        post("/api/classroom/seats", form).then().statusCode(201);
    }
}
