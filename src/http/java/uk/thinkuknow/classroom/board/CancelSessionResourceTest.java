package uk.thinkuknow.classroom.board;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.Eventually;
import uk.thinkuknow.StaffBrowser;
import uk.thinkuknow.classroom.room.GivenSession;
import uk.thinkuknow.classroom.room.JoinCodes;
import uk.thinkuknow.identity.staff.PeopleService;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

/** Tests cancelling a session that was started by mistake. */
@QuarkusTest
class CancelSessionResourceTest {
    @Inject
    DataSource database;

    @Inject
    JoinCodes codes;

    @Inject
    PeopleService people;

    @Inject
    Clock clock;

    private GivenSession session;
    private StaffBrowser teacher;

    @BeforeEach
    void aSessionHasStarted() throws SQLException {
        try (var db = database.getConnection()) {
            session = GivenSession.start(db, codes, GivenSession.anyModule(db), 30, clock.instant());
        }
        teacher = StaffBrowser.as(session.teacher() + " teacher");
    }

    @Test
    void thePageSaysHowManyChildrenHaveJoined() {
        teacher.get(room() + "/mistake")
                .then()
                .statusCode(200)
                .body(containsString("Was this session started by mistake?"))
                .body(not(containsString("joined")));
        take(7).then().statusCode(201);
        teacher.get(room() + "/mistake").then().body(containsString("1 child has joined"));
    }

    @Test
    void aCancelledSessionTakesNoNewSeatsAndItsChildrensPagesSaySo() throws Exception {
        var seat = take(7).jsonPath().getString("seat");
        cancel("Wrong class").then().statusCode(303).header("Location", endsWith("/staff"));
        Eventually.holds("the end of the room", () -> stateFor(seat).equals("withdrawn"));
        take(8).then().statusCode(404);
        teacher.get(room()).then().statusCode(303).header("Location", endsWith("/register"));
        teacher.get(room() + "/register").then().statusCode(303).header("Location", endsWith("/mistake"));
        teacher.get(room() + "/mistake").then().body(containsString("“Wrong class”"));
        teacher.get("/sessions").then().body(containsString("Started by mistake"));
        teacher.get("/staff").then().body(not(containsString(session.publicId().value())));
    }

    @Test
    void aCancelledSessionCannotBeSignedAndAwaitsNoReturn() throws SQLException {
        teacher.post(room(), room() + "/end").then().statusCode(303);
        var register = teacher.open(room() + "/register");
        cancel("Wrong class").then().statusCode(303);
        register.send(
                        session.teacher() + " teacher",
                        room() + "/register/sign",
                        "heads-" + session.classPublicId(),
                        "30",
                        "kept-" + session.classPublicId(),
                        "heads")
                .then()
                .statusCode(409)
                .body(containsString("started by mistake"));
        assertEquals(0, count("SELECT COUNT(*) FROM return_line WHERE session_id = ?"));
        assertEquals(0, count("SELECT COUNT(*) FROM session WHERE id = ? AND state = 'ENDED'"));
    }

    @Test
    void withoutAReasonOrWithOneTooLongNothingIsCancelledAndTheTypedTextIsKept() {
        cancel(" ").then().statusCode(422).body(containsString("Say in a few words why"));
        cancel("x".repeat(201)).then().statusCode(422).body(containsString("x".repeat(201)));
        teacher.get(room()).then().statusCode(200);
    }

    @Test
    void cancellingTwiceChangesNothingMore() {
        var page = teacher.open(room() + "/mistake");
        for (var why : new String[] {"Wrong class", "Again"}) {
            page.send(session.teacher() + " teacher", room() + "/cancel", "why", why)
                    .then()
                    .statusCode(303);
        }
        assertEquals(1, people.trailOf("session " + session.publicId()).size());
        teacher.get(room() + "/mistake").then().body(containsString("“Wrong class”"));
    }

    @Test
    void aSignedSessionCannotBeCancelled() {
        teacher.post(room(), room() + "/end").then().statusCode(303);
        teacher.post(
                        room() + "/register",
                        room() + "/register/sign",
                        "heads-" + session.classPublicId(),
                        "30",
                        "kept-" + session.classPublicId(),
                        "heads")
                .then()
                .statusCode(303);
        cancel("Wrong class").then().statusCode(422).body(containsString("return is signed"));
    }

    @Test
    void aColleagueCannotCancelASessionAndAnotherSchoolDoesNotFindIt() throws SQLException {
        var colleague = "c" + UUID.randomUUID().toString().substring(0, 8);
        people.join(colleague, "Colleague", session.schoolId(), null);
        StaffBrowser.as(colleague + " teacher")
                .post(room() + "/mistake", room() + "/cancel", "why", "I want the class")
                .then()
                .statusCode(422)
                .body(containsString("who signs this session’s register"));
        try (var db = database.getConnection()) {
            var other = GivenSession.start(db, codes, GivenSession.anyModule(db), 5, clock.instant());
            var stranger = other.teacher() + " teacher";
            StaffBrowser.as(stranger).get(room() + "/mistake").then().statusCode(404);
            teacher.open(room() + "/mistake")
                    .send(stranger, room() + "/cancel", "why", "no")
                    .then()
                    .statusCode(404);
        }
    }

    private Response cancel(String why) {
        return teacher.post(room() + "/mistake", room() + "/cancel", "why", why);
    }

    private Response take(int card) {
        return given().contentType("application/json")
                .body(Map.of(
                        "code",
                        session.code(),
                        "key",
                        UUID.randomUUID(),
                        "class",
                        session.classPublicId().value(),
                        "card",
                        card))
                .post("/api/classroom/seats");
    }

    private static String stateFor(String seat) {
        return given().header("Seat", seat).get("/api/room").jsonPath().getString("state");
    }

    private int count(String sql) throws SQLException {
        try (var db = database.getConnection();
                var select = db.prepareStatement(sql)) {
            select.setLong(1, session.id());
            try (var row = select.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }

    private String room() {
        return "/sessions/" + session.publicId();
    }
}
