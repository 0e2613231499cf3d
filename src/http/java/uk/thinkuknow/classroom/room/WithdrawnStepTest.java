package uk.thinkuknow.classroom.room;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.Eventually;
import uk.thinkuknow.StaffBrowser;
import uk.thinkuknow.curriculum.lesson.GivenFolder;
import uk.thinkuknow.identity.staff.PeopleService;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static uk.thinkuknow.classroom.board.ApiCalls.seat;
import static uk.thinkuknow.classroom.board.ApiCalls.send;
import static uk.thinkuknow.classroom.board.ApiCalls.viewed;

/** Tests what happens to a running session when a step of its lesson is withdrawn. */
@QuarkusTest
class WithdrawnStepTest extends ClassroomTest {
    private static int names;

    private String module;

    @Inject
    PeopleService people;

    private StaffBrowser manager;

    @BeforeEach
    void startALessonOfItsOwn() throws SQLException {
        module = "loses-a-step-" + ++names;
        long version = curriculum.publish(GivenFolder.of(module));
        lesson = curriculum.version(version).lesson();
        try (var db = database.getConnection()) {
            session = GivenSession.start(db, codes, version, 30, clock.instant());
        }
        manager = StaffBrowser.as("mina manager");
    }

    @Test
    void runningRoomsContinueWithANewVersionWithoutTheStep() throws Exception {
        var seat = seat(session, 7);
        var before = lessonOf(seat);
        withdraw().then().statusCode(303);
        Eventually.holds("news that name the lesson as it is now", () -> !before.equals(lessonOf(seat)));
        var page = given().header("Seat", seat)
                .get("/lesson")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertFalse(page.contains("data-step=\"" + first() + "\""));
        assertTrue(page.contains("data-step=\"" + lesson.steps().getLast().key() + "\""));
        send(seat, viewed(lesson, 0))
                .then()
                .statusCode(422)
                .body("refused[0].why", org.hamcrest.Matchers.equalTo("unknown-step"));
    }

    @Test
    void theTeacherIsToldWhichCardsHadSeenTheStepAndTheManagerHowMany() {
        send(seat(session, 7), viewed(lesson, 0)).then().statusCode(200);
        send(seat(session, 9), viewed(lesson, 0)).then().statusCode(200);
        seat(session, 11);
        withdraw().then().statusCode(303);
        StaffBrowser.as(session.teacher() + " teacher")
                .get("/sessions/" + session.publicId())
                .then()
                .statusCode(200)
                .body(containsString("It had been seen by card 7, 9."));
        manager.get("/modules/" + module + "/steps")
                .then()
                .statusCode(200)
                .body(containsString("Given School"))
                .body(containsString("tuk-n\">2</td>"));
    }

    @Test
    void onlyManagersOfTheAreaSeeTheSessionsThatSawIt() {
        send(seat(session, 7), viewed(lesson, 0)).then().statusCode(200);
        withdraw().then().statusCode(303);
        people.join("wales" + session.teacher(), "Wyn", null, "wales");
        for (var other : List.of("wales" + session.teacher() + " manager", "ada administrator")) {
            StaffBrowser.as(other)
                    .get(page())
                    .then()
                    .statusCode(200)
                    .body(containsString("It is out of date"))
                    .body(not(containsString("Given School")));
        }
    }

    @Test
    void withoutAReasonNothingIsWithdrawn() {
        manager.post(page(), page() + "/withdraw", "step", first(), "why", " ")
                .then()
                .statusCode(422)
                .body(containsString("Say why"));
        assertEquals(1, curriculum.newest(module).orElseThrow().number());
    }

    @Test
    void theNewVersionKeepsTheReviewOfTheOldOne() {
        curriculum.recordReview(curriculum.newest(module).orElseThrow().versionId(), "A Reviewer", clock.instant());
        withdraw().then().statusCode(303);
        var fresh = curriculum.newest(module).orElseThrow();
        assertEquals(2, fresh.number());
        assertTrue(fresh.reviewed());
    }

    private io.restassured.response.Response withdraw() {
        return manager.post(page(), page() + "/withdraw", "step", first(), "why", "It is out of date");
    }

    private String page() {
        return "/modules/" + module + "/steps";
    }

    private String first() {
        return lesson.steps().getFirst().key();
    }

    private static String lessonOf(String seat) {
        return given().header("Seat", seat).get("/api/room").jsonPath().getString("lesson");
    }
}
