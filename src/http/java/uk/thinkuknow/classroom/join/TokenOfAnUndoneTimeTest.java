package uk.thinkuknow.classroom.join;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.classroom.room.ClassroomTest;
import uk.thinkuknow.classroom.room.SeatToken;
import uk.thinkuknow.classroom.room.SeatTokens;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static uk.thinkuknow.classroom.board.ApiCalls.lookUp;
import static uk.thinkuknow.classroom.board.ApiCalls.post;
import static uk.thinkuknow.classroom.board.ApiCalls.seat;
import static uk.thinkuknow.classroom.board.ApiCalls.seatForm;
import static uk.thinkuknow.classroom.board.ApiCalls.send;
import static uk.thinkuknow.classroom.board.ApiCalls.takeSeat;
import static uk.thinkuknow.classroom.board.ApiCalls.viewed;

/**
 * Tests that a tablet from before a restore is nobody in the sessions after it: these get the numbers of the sessions and
 * seats that the restore undid, and the tablet's token is signed.
 */
@QuarkusTest
class TokenOfAnUndoneTimeTest extends ClassroomTest {
    @Inject
    SeatTokens tokens;

    @Test
    void aTokenFromBeforeTheSeatWasTakenReadsAndChangesNothing() {
        var undone = before(seat(session, 7), Duration.ofMillis(1));
        isNobodys(undone);
        given().header("Seat", undone).delete("/api/classroom/seats").then().statusCode(204);
        lookUp(session).then().body("classes[0].cards[6].taken", is(true));
        var form = seatForm(session, 8, UUID.randomUUID());
        form.put("holds", List.of(undone));
        post("/api/classroom/seats", form).then().statusCode(201);
        lookUp(session).then().body("classes[0].cards[6].taken", is(true));
    }

    @Test
    void aTokenFromBeforeTheSessionIsNoneOfADeviceThatHadTheSeat() {
        var first = seat(session, 7);
        given().header("Seat", first).delete("/api/classroom/seats").then().statusCode(204);
        takeSeat(session, 7).then().statusCode(201);
        given().header("Seat", first).get("/api/room").then().body("state", equalTo("moved"));
        isNobodys(before(first, Duration.ofMinutes(2)));
    }

    private void isNobodys(String token) {
        assertEquals(401, given().header("Seat", token).get("/api/room").statusCode());
        assertEquals(401, given().header("Seat", token).get("/api/worry").statusCode());
        send(token, viewed(lesson, 0)).then().statusCode(401);
        post("/api/worry", Map.of("seat", token, "key", UUID.randomUUID(), "words", "Who reads this?", "mine", true))
                .then()
                .statusCode(401);
    }

    /** The token of the same numbers that the same seat had when they were given out the first time. */
    private String before(String seat, Duration earlier) {
        var token = tokens.read(seat);
        return tokens.sign(new SeatToken(
                token.session(), token.seat(), token.generation(), token.takenAtMillis() - earlier.toMillis()));
    }
}
