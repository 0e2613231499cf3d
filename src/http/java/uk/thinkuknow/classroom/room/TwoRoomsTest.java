package uk.thinkuknow.classroom.room;

import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.StaffBrowser;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static uk.thinkuknow.classroom.board.ApiCalls.seat;

/** Tests the page on which one teacher runs two sessions at once. */
@QuarkusTest
class TwoRoomsTest extends ClassroomTest {
    private GivenSession other;
    private StaffBrowser teacher;

    @BeforeEach
    void twoBandsInOneRoom() throws SQLException {
        try (var db = database.getConnection()) {
            other = GivenSession.start(db, codes, GivenSession.anyModule(db), 6, clock.instant());
        }
        update("UPDATE session b JOIN session a ON a.id = " + session.id()
                + " SET b.school_id = a.school_id, b.started_by = a.started_by WHERE b.id = " + other.id());
        update("UPDATE class_group b JOIN class_group a ON a.id = " + session.classId()
                + " SET b.school_id = a.school_id, b.name = '2A Oak' WHERE b.id = " + other.classId());
        teacher = StaffBrowser.as(session.teacher() + " teacher");
    }

    @Test
    void oneScreenHasBothRoomsWithTheirCodesAndTiles() {
        teacher.get(both())
                .then()
                .statusCode(200)
                .body(containsString(spaced(session.code())))
                .body(containsString(spaced(other.code())))
                .body(containsString("data-key=\"" + session.classPublicId() + "/30\""))
                .body(containsString("data-key=\"" + other.classPublicId() + "/6\""));
        teacher.get("/sessions/" + session.publicId()).then().body(containsString(both()));
    }

    @Test
    void bothRoomsArePausedAtOnceAndOneContinuesAlone() {
        var one = seat(session, 7);
        var two = seat(other, 3);
        teacher.post(both(), both() + "/pause", "paused", "yes").then().statusCode(303);
        state(one, "paused");
        state(two, "paused");
        teacher.post(
                        both(),
                        "/sessions/" + other.publicId() + "/pause",
                        "paused",
                        "no",
                        "back",
                        "" + session.publicId())
                .then()
                .statusCode(303);
        state(one, "paused");
        state(two, "open");
    }

    @Test
    void theWallShowsBothClassesAndGetsTheUpdatesOfBothRooms() {
        teacher.get("/sessions/" + session.publicId() + "/projector?with=" + other.publicId())
                .then()
                .statusCode(200)
                .body(containsString("5B Rowan"))
                .body(containsString("data-room=\"/sessions/" + session.publicId() + "/progress\""))
                .body(containsString("2A Oak"))
                .body(containsString("data-room=\"/sessions/" + other.publicId() + "/progress\""));
    }

    @Test
    void aRoomOfAnotherSchoolCannotBeShownBesideOurs() throws SQLException {
        GivenSession strange;
        try (var db = database.getConnection()) {
            strange = GivenSession.start(db, codes, GivenSession.anyModule(db), 2, clock.instant());
        }
        teacher.get("/sessions/" + session.publicId() + "/with/" + strange.publicId())
                .then()
                .statusCode(404);
    }

    private String both() {
        return "/sessions/" + session.publicId() + "/with/" + other.publicId();
    }

    private static String spaced(String code) {
        return code.substring(0, 4) + " " + code.substring(4);
    }

    private static void state(String seat, String state) {
        given().header("Seat", seat).get("/api/room").then().statusCode(200).body("state", equalTo(state));
    }
}
