package uk.thinkuknow.classroom.join;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.AtOnce;
import uk.thinkuknow.classroom.answers.SeatActivity;
import uk.thinkuknow.classroom.board.ClassroomService;
import uk.thinkuknow.classroom.player.RoomProgress;
import uk.thinkuknow.classroom.room.ClassroomTest;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static uk.thinkuknow.classroom.board.ApiCalls.answered;
import static uk.thinkuknow.classroom.board.ApiCalls.lookUp;
import static uk.thinkuknow.classroom.board.ApiCalls.post;
import static uk.thinkuknow.classroom.board.ApiCalls.seat;
import static uk.thinkuknow.classroom.board.ApiCalls.seatForm;
import static uk.thinkuknow.classroom.board.ApiCalls.send;
import static uk.thinkuknow.classroom.board.ApiCalls.takeSeat;
import static uk.thinkuknow.classroom.board.ApiCalls.viewed;

/** Tests taking, changing and handing over seats through the API. */
@QuarkusTest
class SeatsTest extends ClassroomTest {
    @Inject
    ClassroomService classroom;

    @Test
    void aDeviceThatAsksAgainWithItsKeyGetsTheSameSeat() {
        var form = seatForm(session, 7, UUID.randomUUID());
        String first = take(form).path("seat");
        assertEquals(first, take(form).then().statusCode(201).extract().path("seat"));
        form.put("card", 8);
        take(form).then().statusCode(201).body("card", is(7));
    }

    @Test
    void aSecondDeviceDoesNotGetATakenCard() {
        seat(session, 7);
        takeSeat(session, 7).then().statusCode(409).body("why", equalTo("taken"));
    }

    @Test
    void tenDevicesAtOnceEachGetTheirOwnSeat() {
        lookUp(session); // loads the classes of RestAssured, which wait for each other if many threads load them at
        // once
        var cards = IntStream.rangeClosed(1, 10).boxed().toList();
        var seats = AtOnce.each(
                cards,
                card -> takeSeat(session, card).then().statusCode(201).extract().<String>path("seat"));
        assertEquals(10, new HashSet<>(seats).size());
    }

    /** Fewer than the ten seats that a room gives in a second. All ask before one of them has the card. */
    @RepeatedTest(3)
    void ofManyDevicesThatWantOneCardOneGetsIt() {
        lookUp(session);
        var statuses = new ConcurrentHashMap<Integer, Integer>();
        var start = new CyclicBarrier(8);
        try (var devices = Executors.newFixedThreadPool(8)) {
            for (int i = 0; i < 8; i++) {
                devices.submit(() -> {
                    start.await();
                    return statuses.merge(takeSeat(session, 7).statusCode(), 1, Integer::sum);
                });
            }
        }
        assertEquals(Map.of(201, 1, 409, 7), statuses);
    }

    @Test
    void cardsAndClassesThatAreNotInTheSessionAreRefused() {
        takeSeat(session, 31).then().statusCode(422);
        takeSeat(session, 0).then().statusCode(422);
        var form = seatForm(session, 7, UUID.randomUUID());
        form.put("class", "another1234");
        take(form).then().statusCode(422);
        form.put("code", "22222222");
        take(form).then().statusCode(404);
    }

    @Test
    void sixVisitorsAtOnceGetDifferentNumbersAndAnUnknownKindIsRefused() throws SQLException {
        var kinds = List.of("class", "guest", "class", "guest", "class", "guest");
        var numbers = AtOnce.each(
                kinds,
                kind -> visitor(kind)
                        .then()
                        .statusCode(201)
                        .body("card", nullValue())
                        .extract()
                        .<String>path("name"));
        assertEquals(6, new HashSet<>(numbers).size());
        assertEquals(3, number("SELECT COUNT(*) FROM seat WHERE visitor = 'guest' AND session_id = " + session.id()));
        visitor("nobody").then().statusCode(422);
    }

    @Test
    void whereTabletsAreNotSharedANewSeatOnADeviceFreesTheOldOneToBeChecked() throws SQLException {
        var old = seat(session, 7);
        var form = seatForm(session, 8, UUID.randomUUID());
        form.put("holds", List.of(old));
        take(form).then().statusCode(201);
        lookUp(session).then().body("classes[0].cards[6].taken", is(false)).body("classes[0].cards[7].taken", is(true));
        assertEquals(
                1,
                number("SELECT COUNT(*) FROM seat WHERE to_check AND card_number = 7 AND session_id = "
                        + session.id()));
        given().header("Seat", old).get("/api/room").then().statusCode(200).body("state", equalTo("moved"));
        String next = takeSeat(session, 7).then().statusCode(201).extract().path("seat");
        send(next, viewed(lesson, 0)).then().statusCode(200);
    }

    @Test
    void whereTabletsAreSharedThreeCardsStayOnOneAndAFourthFreesTheOldest() throws SQLException {
        classroom.share(session.id(), true);
        var first = seat(session, 7);
        var second = on(8, first);
        var third = on(9, first, second);
        for (var held : List.of(first, second, third)) {
            given().header("Seat", held)
                    .get("/api/room")
                    .then()
                    .body("state", equalTo("open"))
                    .body("sharing", is(true));
            send(held, answered(lesson)).then().statusCode(200).body("stored", hasSize(1));
        }
        on(10, third, first, second, first);
        given().header("Seat", first).get("/api/room").then().body("state", equalTo("moved"));
        given().header("Seat", second).get("/api/room").then().body("state", equalTo("open"));
        lookUp(session).then().body("classes[0].cards.findAll { it.taken }.number", equalTo(List.of(8, 9, 10)));
        assertEquals(List.of(1L, 1L, 1L, 0L), List.of(answersOf(7), answersOf(8), answersOf(9), answersOf(10)));
        assertEquals(1, number("SELECT COUNT(*) FROM seat WHERE to_check AND session_id = " + session.id()));
    }

    @Test
    void onceSharingIsOffANewCardFreesAllOthersOfItsTablet() {
        classroom.share(session.id(), true);
        var first = seat(session, 7);
        var second = on(8, first);
        classroom.share(session.id(), false);
        given().header("Seat", second).get("/api/room").then().body("sharing", nullValue());
        on(9, first, second);
        lookUp(session).then().body("classes[0].cards.findAll { it.taken }.number", equalTo(List.of(9)));
    }

    private String on(int card, String... holds) {
        var form = seatForm(session, card, UUID.randomUUID());
        form.put("holds", List.of(holds));
        return take(form).then().statusCode(201).extract().path("seat");
    }

    private long answersOf(int card) throws SQLException {
        return number(
                "SELECT COUNT(*) FROM event e JOIN seat s ON s.id = e.seat_id WHERE e.kind = 'answered' AND s.session_id = "
                        + session.id() + " AND s.card_number = " + card);
    }

    @Test
    void aSeatThatTheDeviceDoesNotNameIsNotFreed() {
        seat(session, 7);
        seat(session, 8);
        lookUp(session).then().body("classes[0].cards[6].taken", is(true)).body("classes[0].cards[7].taken", is(true));
    }

    @Test
    void eventsFromBeforeADeviceChangedItsCardAreStoredAndLaterOnesAreNot() throws InterruptedException {
        var old = seat(session, 7);
        Thread.sleep(50);
        on(8, old);
        var before = viewed(lesson, 0);
        before.put("agoMs", 60_000); // the event is dated at the taking of its seat, which was before the move
        send(old, before).then().statusCode(200).body("stored", hasSize(1));
        var earlier = viewed(lesson, 1);
        earlier.put("agoMs", 60_000);
        var after = viewed(lesson, 1);
        send(old, earlier, after)
                .then()
                .statusCode(409)
                .body("why", equalTo("moved"))
                .body("stored", equalTo(List.of(earlier.get("key"))));
    }

    @Test
    void aSecondDeviceThatTheTeacherLetsThroughContinuesWhereTheFirstWas() {
        var first = seat(session, 7);
        var answer = answered(lesson);
        send(first, answer).then().statusCode(200);
        var form = resume(7);
        take(form).then().statusCode(202).header("Retry-After", "3");
        var waiting = classroom.progress(session.id()).waiting();
        assertEquals(
                List.of(7), waiting.stream().map(RoomProgress.Waiting::card).toList());
        classroom.letThrough(session.id(), waiting.getFirst().seat());
        take(form).then().statusCode(201).body("card", is(7)).body("done", hasItem(answer.get("question")));
        send(first, viewed(lesson, 0)).then().statusCode(409).body("why", equalTo("moved"));
        given().header("Seat", first)
                .get("/api/room?since=99")
                .then()
                .statusCode(200)
                .body("state", equalTo("moved"));
        assertTrue(classroom.progress(session.id()).waiting().isEmpty());
    }

    @Test
    void aRefusedDeviceIsToldSoAndTheFirstKeepsItsSeat() {
        var first = seat(session, 7);
        var form = resume(7);
        take(form).then().statusCode(202);
        classroom.refuse(
                session.id(),
                classroom.progress(session.id()).waiting().getFirst().seat());
        take(form).then().statusCode(409).body("why", equalTo("refused"));
        send(first, viewed(lesson, 0)).then().statusCode(200);
    }

    @Test
    void atMostFiveDevicesWaitForOneCardAndTheOthersAskAgain() throws Exception {
        seat(session, 7);
        var first = resume(7);
        for (int i = 0; i < 12; i++) {
            take(i == 0 ? first : resume(7)).then().statusCode(202).header("Retry-After", "3");
        }
        assertEquals(5, number("SELECT COUNT(*) FROM seat_request WHERE session_id = " + session.id()));
        classroom.letThrough(
                session.id(),
                classroom.progress(session.id()).waiting().getFirst().seat());
        take(first).then().statusCode(201);
    }

    @Test
    void aDeviceThatHoldsTheSeatGetsItAgainWithoutAskingTheTeacher() {
        var seat = seat(session, 7);
        var form = seatForm(session, 7, UUID.randomUUID());
        form.put("holds", List.of(seat));
        take(form).then().statusCode(201).body("card", is(7));
    }

    @Test
    void aWaitingPageIsToldAtOnceThatTheSessionIsOver() throws Exception {
        var seat = seat(session, 7);
        int n = given().header("Seat", seat)
                .get("/api/room")
                .then()
                .statusCode(200)
                .body("state", equalTo("open"))
                .extract()
                .path("n");
        var later = new java.util.concurrent.FutureTask<>(
                () -> given().header("Seat", seat).get("/api/room?since=" + n));
        Thread.ofVirtual().start(later);
        Thread.sleep(500);
        assertTrue(!later.isDone());
        update("UPDATE room SET state = 'ended', code_hash = NULL, revision = revision + 1 WHERE session_id = "
                + session.id());
        later.get(RoomNewsSender.WAIT_MILLIS / 2, java.util.concurrent.TimeUnit.MILLISECONDS)
                .then()
                .statusCode(200)
                .body("state", equalTo("ended"))
                .body("n", is(n + 1));
        send(seat, viewed(lesson, 0)).then().statusCode(200);
        takeSeat(session, 9).then().statusCode(404);
    }

    @Test
    void theTeacherSeesHowFarEachCardHasCome() {
        var seven = seat(session, 7);
        send(seven, viewed(lesson, 0), viewed(lesson, 1), answered(lesson))
                .then()
                .statusCode(200);
        seat(session, 8);
        visitor("guest");
        var cards = classroom.progress(session.id()).cards();
        assertEquals(3, cards.size());
        var card = cards.stream().filter(one -> one.card() == 7).findFirst().orElseThrow();
        assertEquals("working", card.state());
        assertEquals(1, card.answered());
        assertEquals(1, card.right());
        var activity = classroom.activity(session.id());
        assertEquals(3, activity.size());
        assertEquals(
                new HashSet<>(java.util.Arrays.asList(7, 8, null)),
                new HashSet<>(activity.stream().map(SeatActivity::card).toList()));
    }

    private Map<String, Object> resume(int card) {
        var form = seatForm(session, card, UUID.randomUUID());
        form.put("resume", true);
        return form;
    }

    private Response visitor(String kind) {
        var form = new HashMap<String, Object>();
        form.put("code", session.code());
        form.put("key", UUID.randomUUID().toString());
        form.put("card", null);
        form.put("visitor", kind);
        return post("/api/classroom/seats", form);
    }

    private static Response take(Map<String, Object> form) {
        return post("/api/classroom/seats", form);
    }
}
