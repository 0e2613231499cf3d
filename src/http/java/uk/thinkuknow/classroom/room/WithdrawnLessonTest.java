package uk.thinkuknow.classroom.room;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.Eventually;
import uk.thinkuknow.StaffBrowser;
import uk.thinkuknow.curriculum.lesson.GivenFolder;
import uk.thinkuknow.curriculum.library.CurriculumService;
import uk.thinkuknow.schools.calendars.GivenManagers;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.not;

/** Tests what happens to a running session when its lesson is withdrawn. */
@QuarkusTest
class WithdrawnLessonTest {
    @Inject
    DataSource database;

    @Inject
    JoinCodes codes;

    @Inject
    CurriculumService curriculum;

    @Inject
    GivenManagers managers;

    @Inject
    Clock clock;

    @Test
    void theSessionEndsItsRegisterOpensAndTheLessonCannotBeStartedAgain() throws Exception {
        var version = curriculum.publish(GivenFolder.of("withdrawn-while-taught"));
        GivenSession session;
        try (var db = database.getConnection()) {
            session = GivenSession.start(db, codes, version, 30, clock.instant());
        }
        var seat = given().contentType("application/json")
                .body(Map.of(
                        "code", session.code(),
                        "key", UUID.randomUUID(),
                        "class", session.classPublicId().value(),
                        "card", 7))
                .post("/api/classroom/seats")
                .jsonPath()
                .getString("seat");
        var page = "/modules/withdrawn-while-taught";
        StaffBrowser.as("mina manager")
                .post(page, page + "/withdraw", "why", "Step 1 is out of date")
                .then()
                .statusCode(303);
        Eventually.holds("the end of the room", () -> stateFor(seat).equals("withdrawn"));
        var teacher = StaffBrowser.as(session.teacher() + " teacher");
        var room = "/sessions/" + session.publicId();
        teacher.get(room).then().statusCode(303).header("Location", endsWith("/register"));
        teacher.get(room + "/register")
                .then()
                .statusCode(200)
                .body(containsString("The programme has withdrawn this lesson"));
        teacher.post(
                        "/sessions/new",
                        "/sessions/start",
                        "key",
                        "k" + session.teacher(),
                        "module",
                        "withdrawn-while-taught",
                        "class",
                        session.classPublicId().value(),
                        "devices",
                        "yes")
                .then()
                .statusCode(422)
                .body(containsString("has withdrawn “Ask for help”"));
    }

    @Test
    void onlySessionsInTheAreaOfTheManagerEnd() throws Exception {
        var version = curriculum.publish(GivenFolder.of("withdrawn-in-an-area"));
        GivenSession session;
        try (var db = database.getConnection()) {
            session = GivenSession.start(db, codes, version, 30, clock.instant());
        }
        var teacher = StaffBrowser.as(session.teacher() + " teacher");
        var room = "/sessions/" + session.publicId();
        var page = "/modules/withdrawn-in-an-area";
        managers.of("another")
                .post(page, page + "/withdraw", "why", "Not here")
                .then()
                .statusCode(303);
        teacher.get(room).then().statusCode(200);
        teacher.get(page).then().body(not(containsString("Not here")));
        managers.of("given")
                .post(page, page + "/withdraw", "why", "Step 1 is wrong")
                .then()
                .statusCode(303);
        teacher.get(room).then().statusCode(303).header("Location", endsWith("/register"));
        teacher.get(page).then().body(containsString("Step 1 is wrong"));
        teacher.get("/sessions/new").then().statusCode(200).body(not(containsString("withdrawn-in-an-area")));
    }

    private static String stateFor(String seat) {
        return given().header("Seat", seat).get("/api/room").jsonPath().getString("state");
    }
}
