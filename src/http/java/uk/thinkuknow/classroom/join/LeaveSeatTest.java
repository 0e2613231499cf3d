package uk.thinkuknow.classroom.join;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.AtOnce;
import uk.thinkuknow.StaffBrowser;
import uk.thinkuknow.classroom.board.ApiCalls;
import uk.thinkuknow.classroom.board.ClassroomService;
import uk.thinkuknow.classroom.room.ClassroomTest;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static uk.thinkuknow.classroom.board.ApiCalls.answered;
import static uk.thinkuknow.classroom.board.ApiCalls.lookUp;
import static uk.thinkuknow.classroom.board.ApiCalls.seat;
import static uk.thinkuknow.classroom.board.ApiCalls.send;
import static uk.thinkuknow.classroom.board.ApiCalls.takeSeat;
import static uk.thinkuknow.classroom.board.ApiCalls.viewed;

/**
 * Tests that a tablet that is handed over frees its card. The signer must check the mark if the child had not finished,
 * unless tablets are shared or the session has ended.
 */
@QuarkusTest
class LeaveSeatTest extends ClassroomTest {
    @Inject
    ClassroomService classroom;

    @Test
    void aCardThatWasHandedOverCanBePickedAgainAtOnceAndIsToCheck() throws SQLException {
        var seat = seat(session, 7);
        var answer = answered(lesson);
        send(seat, answer).then().statusCode(200);
        handOver(seat);
        taken(7).body("classes[0].cards[6].taken", is(false));
        assertEquals(1, toCheck(7));
        assertEquals("left", stateOf(7));
        var form = ApiCalls.seatForm(session, 7, UUID.randomUUID());
        ApiCalls.post("/api/classroom/seats", form)
                .then()
                .statusCode(201)
                .body("done", hasItem(answer.get("question")));
        assertEquals(1, toCheck(7), "the mark of the child who left is still to check");
    }

    @Test
    void aFinishedCardIsFreedAndNotToCheck() throws SQLException {
        var seat = seat(session, 7);
        send(seat, viewed(lesson, 0), finished()).then().statusCode(200);
        handOver(seat);
        taken(7).body("classes[0].cards[6].taken", is(false));
        assertEquals(0, toCheck(7));
        assertEquals("finished", stateOf(7));
    }

    @Test
    void whereTabletsAreSharedAFreedCardIsNotToCheck() throws SQLException {
        classroom.share(session.id(), true);
        handOver(seat(session, 7));
        taken(7).body("classes[0].cards[6].taken", is(false));
        assertEquals(0, toCheck(7));
    }

    @Test
    void eventsFromBeforeTheHandoverAreStoredAndLaterOnesAreNot() throws Exception {
        var seat = seat(session, 7);
        Thread.sleep(300);
        handOver(seat);
        var before = viewed(lesson, 0);
        before.put("agoMs", 60_000);
        send(seat, before).then().statusCode(200).body("stored", hasSize(1));
        send(seat, viewed(lesson, 1)).then().statusCode(409).body("why", equalTo("moved"));
        given().header("Seat", seat).get("/api/room").then().body("state", equalTo("moved"));
    }

    @Test
    void anAnswerOfTheCardsOwnDeviceReplacesOneThatALostDeviceSentLate() throws Exception {
        var lost = seat(session, 7);
        Thread.sleep(50);
        handOver(lost);
        var late = answered(lesson);
        late.put("agoMs", 60_000);
        send(lost, late).then().statusCode(200).body("stored", hasSize(1));
        var lateFinish = new java.util.HashMap<>(finished());
        lateFinish.put("agoMs", 60_000);
        send(lost, lateFinish).then().statusCode(200);
        var own = takeSeat(session, 7)
                .then()
                .statusCode(201)
                .body("done", hasSize(0))
                .extract()
                .<String>path("seat");
        var answer = answered(lesson);
        send(own, answer).then().statusCode(200).body("stored", hasSize(1));
        assertEquals(1, stored(answer.get("key")));
        send(lost, late).then().statusCode(422).body("refused[0].why", equalTo("answered"));
        var again = answered(lesson);
        send(own, again).then().statusCode(422).body("refused[0].why", equalTo("answered"));
        assertEquals(1, stored(answer.get("key")));
        update("UPDATE seat SET to_check = FALSE WHERE session_id = " + session.id());
        handOver(own);
        assertEquals(1, toCheck(7), "the child who left had not finished");
    }

    private long stored(Object key) throws SQLException {
        return number("SELECT COUNT(*) FROM event WHERE event_key = UNHEX(REPLACE('" + key + "','-',''))");
    }

    @Test
    void leavingAgainDoesNotFreeTheCardOfTheNextDevice() throws SQLException {
        var first = seat(session, 7);
        handOver(first);
        var second = takeSeat(session, 7).then().statusCode(201).extract().<String>path("seat");
        handOver(first);
        taken(7).body("classes[0].cards[6].taken", is(true));
        send(second, viewed(lesson, 0)).then().statusCode(200);
    }

    @Test
    void ofManyDevicesThatWantTheFreedCardOneGetsIt() {
        handOver(seat(session, 7));
        var statuses = AtOnce.each(
                Collections.nCopies(8, 7), card -> takeSeat(session, card).statusCode());
        assertEquals(1, Collections.frequency(statuses, 201), statuses.toString());
    }

    @Test
    void aSeatIsFreedByOneCallAtATime() throws Exception {
        var seat = seat(session, 7);
        assertEquals(
                List.of(204, 429),
                twiceAtOnce(() -> given().header("Seat", seat)
                        .delete("/api/classroom/seats")
                        .statusCode()));
        taken(7).body("classes[0].cards[6].taken", is(false));
        handOver(seat);
    }

    @Test
    void aSeatIsTakenWithItsOwnKeyByOneCallAtATime() throws Exception {
        var form = ApiCalls.seatForm(session, 7, UUID.randomUUID());
        ApiCalls.post("/api/classroom/seats", form).then().statusCode(201);
        form.put("holds", List.of(seat(session, 8)));
        assertEquals(
                List.of(201, 429),
                twiceAtOnce(() -> ApiCalls.post("/api/classroom/seats", form).statusCode()));
        taken(7).body("classes[0].cards[6].taken", is(true)).body("classes[0].cards[7].taken", is(false));
        ApiCalls.post("/api/classroom/seats", form).then().statusCode(201);
    }

    /** The statuses of a call made twice, in order; neither can end before the other was answered. */
    private List<Integer> twiceAtOnce(Supplier<Integer> call) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor();
                var holder = database.getConnection();
                var lock = holder.createStatement()) {
            holder.setAutoCommit(false);
            lock.executeQuery("select id from seat where session_id = " + session.id() + " for update");
            var one = CompletableFuture.supplyAsync(call, threads);
            var other = CompletableFuture.supplyAsync(call, threads);
            CompletableFuture.anyOf(one, other).get(60, TimeUnit.SECONDS);
            holder.rollback();
            return Stream.of(one.get(), other.get()).sorted().toList();
        }
    }

    @Test
    void aForgedTokenFreesNoSeat() {
        var seat = seat(session, 7);
        handOver("nobody's");
        handOver(seat.substring(0, seat.length() - 2) + "xx");
        taken(7).body("classes[0].cards[6].taken", is(true));
    }

    @Test
    void anotherSitesPageCannotFreeASeat() {
        var seat = seat(session, 7);
        given().header("Origin", "https://elsewhere.example")
                .header("Seat", seat)
                .delete("/api/classroom/seats")
                .then()
                .statusCode(403);
        taken(7).body("classes[0].cards[6].taken", is(true));
    }

    @Test
    void leavingDeletesOnlyTheCookieOfTheSameSeat() {
        var first = seat(session, 7);
        var next = seat(session, 8);
        given().cookie("seat", next)
                .header("Seat", first)
                .delete("/api/classroom/seats")
                .then()
                .statusCode(204)
                .header("Set-Cookie", nullValue());
        given().cookie("seat", next)
                .header("Seat", next)
                .delete("/api/classroom/seats")
                .then()
                .statusCode(204)
                .header("Set-Cookie", startsWith("seat=;"));
    }

    @Test
    void handingOverATabletAfterTheSessionHasEndedMarksNothingToCheck() throws SQLException {
        var seat = seat(session, 7);
        var room = "/sessions/" + session.publicId();
        StaffBrowser.as(session.teacher() + " teacher").post(room, room + "/end");
        handOver(seat);
        assertEquals(0, toCheck(7));
    }

    @Test
    void aHandedOverCardIsToCheckEvenIfItsChildSawEveryStep() {
        var seat = seat(session, 7);
        send(
                        seat,
                        lesson.steps().stream()
                                .map(step -> viewed(lesson, lesson.steps().indexOf(step)))
                                .toArray())
                .then()
                .statusCode(200);
        handOver(seat);
        assertEquals(
                true,
                classroom.activity(session.id()).stream()
                        .filter(each -> Integer.valueOf(7).equals(each.card()))
                        .findFirst()
                        .orElseThrow()
                        .toCheck());
    }

    private static void handOver(String seat) {
        given().header("Seat", seat).delete("/api/classroom/seats").then().statusCode(204);
    }

    private ValidatableResponse taken(int card) {
        return lookUp(session).then().statusCode(200).body("classes[0].cards[" + (card - 1) + "].number", is(card));
    }

    private long toCheck(int card) throws SQLException {
        return number("SELECT COUNT(*) FROM seat WHERE to_check AND card_number = " + card + " AND session_id = "
                + session.id());
    }

    private String stateOf(int card) {
        return classroom.progress(session.id()).cards().stream()
                .filter(each -> each.card() == card)
                .findFirst()
                .orElseThrow()
                .state();
    }

    private static Map<String, Object> finished() {
        return Map.of("key", UUID.randomUUID().toString(), "kind", "finished", "agoMs", 0);
    }
}
