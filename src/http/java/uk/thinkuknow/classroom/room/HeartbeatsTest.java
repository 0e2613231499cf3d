package uk.thinkuknow.classroom.room;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.Eventually;
import uk.thinkuknow.StaffBrowser;

import static org.hamcrest.Matchers.equalTo;
import static uk.thinkuknow.classroom.board.ApiCalls.seat;

/** Tests that instances share when they last heard each device. */
@QuarkusTest
class HeartbeatsTest extends ClassroomTest {

    @Test
    void aDeviceThatOnlyAnotherInstanceHeardIsNotSilent() throws Exception {
        update("INSERT INTO seat (session_id, class_id, card_number, seat_key, generation, taken_at) VALUES ("
                + session.id() + "," + session.classId() + ",7,UNHEX(REPLACE(UUID(),'-','')),1,'2026-01-01 10:00:00')");
        progress("silent");
        update("INSERT INTO room_pulse (session_id, instance, seats) SELECT session_id, 77, CONCAT(id, ':', "
                + clock.millis() + ", ':2') FROM seat WHERE session_id = " + session.id());
        Thread.sleep(1000);
        progress("working").body("cards[0].waiting", equalTo(2));
    }

    @Test
    void thisInstanceStoresThatItHeardADevice() throws Exception {
        seat(session, 7);
        io.restassured.RestAssured.given()
                .header("Seat", seat(session, 8))
                .get("/api/room")
                .then()
                .statusCode(200);
        Eventually.holds(
                "the stored heartbeat",
                () -> number("SELECT COUNT(*) FROM room_pulse WHERE session_id = " + session.id()) > 0);
    }

    private io.restassured.response.ValidatableResponse progress(String state) {
        return StaffBrowser.as(session.teacher() + " teacher")
                .get("/sessions/" + session.publicId() + "/progress")
                .then()
                .body("cards[0].state", equalTo(state));
    }
}
