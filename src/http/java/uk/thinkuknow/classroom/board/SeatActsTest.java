package uk.thinkuknow.classroom.board;

import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.StaffBrowser;
import uk.thinkuknow.classroom.room.ClassroomTest;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static uk.thinkuknow.classroom.board.ApiCalls.answered;
import static uk.thinkuknow.classroom.board.ApiCalls.post;
import static uk.thinkuknow.classroom.board.ApiCalls.seat;
import static uk.thinkuknow.classroom.board.ApiCalls.seatForm;
import static uk.thinkuknow.classroom.board.ApiCalls.send;
import static uk.thinkuknow.classroom.board.ApiCalls.takeSeat;

/** Tests the teacher's acts on one card: freeing it, and moving a child to another card. */
@QuarkusTest
class SeatActsTest extends ClassroomTest {
    private StaffBrowser teacher;

    @BeforeEach
    void signInTheTeacher() {
        teacher = StaffBrowser.as(session.teacher() + " teacher");
    }

    @Test
    void aFreedCardCanBePickedAgainAndItsOldDeviceIsTold() {
        var key = UUID.randomUUID();
        var old = take(7, key);
        free(card(7));
        state(old, "moved");
        send(old, answered(lesson)).then().statusCode(409).body("why", equalTo("moved"));
        again(key).then().statusCode(422);
        takeSeat(session, 7).then().statusCode(201).body("seat", not(equalTo(old)));
    }

    @Test
    void answersFromBeforeTheCardWasFreedAreStoredAndTheMarkIsToBeChecked() throws SQLException {
        var old = seat(session, 7);
        pause();
        free(card(7));
        var before = answered(lesson);
        before.put("agoMs", 60_000);
        send(old, before).then().statusCode(200);
        assertEquals(1, number("SELECT to_check FROM seat WHERE session_id = " + session.id()));
    }

    @Test
    void aChildOnTheWrongCardIsMovedWithAllAnswersAndItsTabletFollows() {
        var key = UUID.randomUUID();
        var old = take(7, key);
        send(old, answered(lesson)).then().statusCode(200);
        move(card(7), 12);
        state(old, "moved");
        var now = again(key).then().statusCode(201).body("card", is(12)).extract();
        assertEquals(List.of(answered(lesson).get("question")), now.path("done"));
        state(now.path("seat"), "open");
        progress().body("cards.find { it.card == 12 }.answered", is(1));
        progress().body("cards.find { it.card == 7 }", nullValue());
        takeSeat(session, 7).then().statusCode(201);
    }

    @Test
    void movingAChildToATakenCardSwapsTheTwoCards() {
        var seven = UUID.randomUUID();
        var twelve = UUID.randomUUID();
        send(take(7, seven), answered(lesson)).then().statusCode(200);
        take(12, twelve);
        move(card(7), 12);
        again(seven).then().statusCode(201).body("card", is(12));
        again(twelve).then().statusCode(201).body("card", is(7));
        progress().body("cards.find { it.card == 12 }.answered", is(1));
        progress().body("cards.find { it.card == 7 }.answered", nullValue());
    }

    @Test
    void aVisitorCanBeMovedToACard() {
        var key = UUID.randomUUID();
        var form = seatForm(session, 7, key);
        form.put("card", null);
        form.put("visitor", "class");
        post("/api/classroom/seats", form).then().statusCode(201);
        move("v/1", 9);
        again(key).then().statusCode(201).body("card", is(9));
    }

    @Test
    void freeingACardAndMovingAChildAreAudited() throws SQLException {
        seat(session, 7);
        move(card(7), 12);
        free(card(12));
        assertEquals(
                2,
                number("SELECT COUNT(*) FROM audit_entry WHERE subject = 'session " + session.publicId()
                        + "' AND act IN ('freed a card for another device', 'moved a child to another card')"));
    }

    private String take(int card, UUID key) {
        return post("/api/classroom/seats", seatForm(session, card, key))
                .then()
                .statusCode(201)
                .extract()
                .path("seat");
    }

    /** The page asks for its seat again with its key, without a card. */
    private io.restassured.response.Response again(UUID key) {
        return post("/api/classroom/seats", new HashMap<>(Map.of("code", session.code(), "key", key.toString())));
    }

    private void free(String key) {
        teacher.post(room(), room() + "/card/free", "key", key).then().statusCode(303);
    }

    private void move(String key, int to) {
        teacher.post(room(), room() + "/card/move", "key", key, "to", card(to))
                .then()
                .statusCode(303);
    }

    private String card(int number) {
        return session.classPublicId() + "/" + number;
    }

    private String room() {
        return "/sessions/" + session.publicId();
    }

    private static void state(String seat, String state) {
        given().header("Seat", seat).get("/api/room").then().statusCode(200).body("state", equalTo(state));
    }

    private io.restassured.response.ValidatableResponse progress() {
        return teacher.get(room() + "/progress")
                .then()
                .log()
                .ifValidationFails()
                .statusCode(200);
    }

    private static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
