package uk.thinkuknow.classroom.worry;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.AtOnce;
import uk.thinkuknow.Eventually;
import uk.thinkuknow.classroom.room.GivenRoom;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Tests sending a worry from a child's page. */
@QuarkusTest
class WorryApiTest {
    @Inject
    GivenWorry given;

    @Inject
    GivenRoom rooms;

    @Inject
    WorryIntake intake;

    @Inject
    DataSource database;

    @Inject
    Clock clock;

    @Test
    void aWorrySentTwiceWithOneKeyIsStoredOnceAndEmailedToLeadAndDeputy() {
        var place = given.school();
        var seat = given.seat(place, 7);
        var key = UUID.randomUUID();
        given.send(seat, key, "Somebody keeps writing to me.")
                .then()
                .statusCode(201)
                .body("key", equalTo("" + key));
        given.send(seat, key, "Somebody keeps writing to me.")
                .then()
                .statusCode(201)
                .body("key", equalTo("" + key));
        assertEquals(1, given.count(place));
        assertEquals(
                List.of(place.lead() + "@school.example", place.deputy() + "@school.example"),
                given.alertRecipients(given.newest(place)));
    }

    @Test
    void whetherASeatMaySendAWorryIsForgottenEvenIfNobodyAsksAgain() throws Exception {
        open(given.seat(given.school(), 7)).then().statusCode(200);
        assertTrue(intake.checksKept() > 0);
        Eventually.holds("forgotten", () -> intake.checksKept() == 0);
    }

    @Test
    void worriesOfVisitorsFromOneNetworkAreOneRowAndTwoEmailsAndNoneIsLost() {
        var place = given.school();
        for (int i = 1; i <= 5; i++) {
            var visitor = given.visitor(place);
            given.send(visitor, UUID.randomUUID(), "visitor " + i).then().statusCode(201);
            given.send(visitor, UUID.randomUUID(), "again " + i).then().statusCode(201);
        }
        var card = given.sent(place, 7, "a real one");
        assertEquals(11, given.count(place));
        assertEquals(2, given.alertRecipients(card).size());
        assertEquals(4, given.lettersOf(place));
        var list =
                place.asLead().get("/worries").then().statusCode(200).extract().asString();
        assertEquals(2, list.split("tuk-card--now", -1).length - 1, "the card, and the visitors together");
        assertEquals(11, list.split("href=\"/worries/[a-z0-9]{10}\"", -1).length - 1, "each can be opened");
    }

    @Test
    void onceTheFirstIsOpenedTheNextWorryOfItsDeviceIsEmailedAgain() {
        var place = given.school();
        var seat = given.seat(place, 7);
        given.send(seat, UUID.randomUUID(), "first").then().statusCode(201);
        var page = "/worries/" + given.newest(place);
        place.asLead().post(page, page + "/open").then().statusCode(303);
        given.send(seat, UUID.randomUUID(), "second").then().statusCode(201);
        assertEquals(2, given.alertRecipients(given.newest(place)).size());
    }

    @Test
    void aWorrySentManyTimesAtOnceWithOneKeyIsStoredOnce() throws Exception {
        var place = given.school();
        var seat = given.seat(place, 7);
        var key = UUID.randomUUID();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = IntStream.range(0, 6)
                    .mapToObj(i ->
                            threads.submit(() -> given.send(seat, key, "once").statusCode()))
                    .toList();
            var told = new TreeSet<Integer>();
            for (var answer : answers) {
                told.add(answer.get());
            }
            assertTrue(Set.of(201, 429).containsAll(told) && told.contains(201), told.toString());
        }
        given.send(seat, key, "once").then().statusCode(201);
        assertEquals(1, given.count(place));
    }

    /** Each that waits for the seat's row would have a connection of its own, until there are none. */
    @Test
    void aSeatThatSendsManyWorriesAtOnceLeavesTheConnectionsToAnotherChild() throws Exception {
        var place = given.school();
        var flooding = given.seat(place, 7);
        var other = given.seat(place, 8);
        try (var holder = database.getConnection();
                var lock = holder.createStatement()) {
            holder.setAutoCommit(false);
            var row = lock.executeQuery("select id from seat where card_number = 7 and session_id = "
                    + place.session().id());
            row.next();
            lock.executeQuery("select id from seat where id = " + row.getLong(1) + " for update");
            var flood = AtOnce.begin(Collections.nCopies(80, flooding), seat -> {
                var answer = given.send(seat, UUID.randomUUID(), "one of many");
                return answer.statusCode() == 429 ? answer.<String>path("why") : "" + answer.statusCode();
            });
            for (int i = 0; i < 3; i++) {
                given.send(other, UUID.randomUUID(), "a real one").then().statusCode(201);
            }
            var told = flood.get();
            assertTrue(Collections.frequency(told, "many") > 70, told.toString());
            holder.rollback();
        }
        assertEquals(3, given.count(place));
    }

    @Test
    void aSeatThatChecksAllTheTimeIsAnsweredWithoutHinderingAnotherChild() throws Exception {
        var place = given.school();
        var flooding = given.seat(place, 7);
        var other = given.seat(place, 8);
        var flood = AtOnce.begin(
                Collections.nCopies(400, flooding), seat -> open(seat).statusCode());
        for (int i = 0; i < 5; i++) {
            given.send(other, UUID.randomUUID(), "a real one").then().statusCode(201);
        }
        var told = new TreeSet<>(flood.get());
        assertEquals(Set.of(200, 429), told);
        open(other).then().statusCode(429).body("why", equalTo("enough"));
    }

    @Test
    void fiveWorriesFromASeatAreAcceptedAndNoMore() {
        var place = given.school();
        var seat = given.seat(place, 7);
        for (int i = 0; i < 5; i++) {
            given.send(seat, UUID.randomUUID(), "worry " + i).then().statusCode(201);
        }
        given.send(seat, UUID.randomUUID(), "one more").then().statusCode(429);
        given.send(given.seat(place, 8), UUID.randomUUID(), "another card")
                .then()
                .statusCode(201);
        assertEquals(6, given.count(place));
    }

    @Test
    void aDeviceThatLostItsCardUsesUpNoWorryOfTheNextOneAndTheLeadSeesThatItHadLost() {
        var place = given.school();
        var lost = given.seat(place, 7);
        given.send(lost, UUID.randomUUID(), "before").then().statusCode(201);
        given.freeAll(place);
        for (int i = 0; i < 4; i++) {
            given.send(lost, UUID.randomUUID(), "not from this card").then().statusCode(201);
        }
        given.send(lost, UUID.randomUUID(), "one more").then().statusCode(429);
        var ofLost = given.newest(place);
        var next = given.seat(place, 7);
        for (int i = 0; i < 5; i++) {
            given.send(next, UUID.randomUUID(), "worry " + i).then().statusCode(201);
        }
        given.send(next, UUID.randomUUID(), "one more").then().statusCode(429);
        read(place, ofLost).body(containsString("a device that no longer had this card"));
        read(place, given.newest(place)).body(not(containsString("a device that no longer had this card")));
    }

    private ValidatableResponse read(GivenWorry.Place place, String worry) {
        place.asLead()
                .post("/worries/" + worry, "/worries/" + worry + "/open")
                .then()
                .statusCode(303);
        return place.asLead().get("/worries/" + worry).then().statusCode(200);
    }

    @Test
    void howManyEarlierDevicesOfACardSentNeverUsesUpTheNextOnesAndOnlyItsSecondWaits() {
        var place = given.school();
        var seat = given.seat(place, 7);
        given.send(seat, UUID.randomUUID(), "first").then().statusCode(201);
        copies(place, 50);
        given.freeAll(place);
        var next = given.seat(place, 7);
        open(next).then().statusCode(200);
        given.send(next, UUID.randomUUID(), "a real one").then().statusCode(201);
        var key = UUID.randomUUID();
        given.send(next, key, "and another").then().statusCode(429).body("why", equalTo("many"));
        given.run(
                "update worry set sent_at = sent_at - interval 61 second where session_id = ?1",
                place.session().id());
        given.send(next, key, "and another").then().statusCode(201);
        for (int i = 0; i < 3; i++) {
            given.send(next, UUID.randomUUID(), "more").then().statusCode(201);
        }
        given.send(next, UUID.randomUUID(), "one more").then().statusCode(429).body("why", equalTo("enough"));
        assertEquals(56, given.count(place));
    }

    @Test
    void whileARoomSendsManyEachCardSendsOneAndAVisitorAllFive() {
        var place = given.school();
        given.send(given.seat(place, 7), UUID.randomUUID(), "first").then().statusCode(201);
        copies(place, 30);
        var other = given.seat(place, 8);
        given.send(other, UUID.randomUUID(), "a real one").then().statusCode(201);
        given.send(other, UUID.randomUUID(), "and another")
                .then()
                .statusCode(429)
                .body("why", equalTo("many"));
        var visitor = given.visitor(place);
        for (int i = 0; i < 5; i++) {
            given.send(visitor, UUID.randomUUID(), "visitor " + i).then().statusCode(201);
        }
        given.send(visitor, UUID.randomUUID(), "one more")
                .then()
                .statusCode(429)
                .body("why", equalTo("enough"));
    }

    /** Copies the place's worry, each as if another device had sent it. No drawn id has a zero. */
    private void copies(GivenWorry.Place place, int copies) {
        for (int copy = 0; copy < copies; copy++) {
            given.run(
                    "insert into worry (public_id, school_id, session_id, seat_id, generation, device, key_id, sender, words, sent_at, state, alerts)"
                            + " select concat(left(public_id, 7), '0', lpad(?2, 2, '0')), school_id, session_id, seat_id, 100 + ?2, device, key_id,"
                            + " sender, words, sent_at, state, alerts from worry where session_id = ?1 and generation = 1",
                    place.session().id(),
                    copy);
        }
    }

    @Test
    void aWorryAQuarterOfAnHourAfterAnotherOfItsDeviceWritesEmailsAgain() {
        var place = given.school();
        var seat = given.seat(place, 7);
        given.send(seat, UUID.randomUUID(), "first").then().statusCode(201);
        given.send(seat, UUID.randomUUID(), "second").then().statusCode(201);
        assertEquals(2, given.lettersOf(place));
        given.run(
                "update worry set sent_at = sent_at - interval 16 minute where session_id = ?1",
                place.session().id());
        given.send(seat, UUID.randomUUID(), "third").then().statusCode(201);
        assertEquals(4, given.lettersOf(place));
        open(seat).then().statusCode(200);
        given.send(seat, UUID.randomUUID(), "fourth").then().statusCode(201);
        given.send(seat, UUID.randomUUID(), "fifth").then().statusCode(201);
        open(seat).then().statusCode(429);
    }

    @Test
    void worriesAreAcceptedUntilAnHourAfterTheEnd() throws Exception {
        var place = given.school();
        var seat = given.seat(place, 7);
        given.end(place, clock.instant().minus(Duration.ofMinutes(59)));
        open(seat).then().statusCode(200);
        given.send(seat, UUID.randomUUID(), "after the bell").then().statusCode(201);
        given.end(place, clock.instant().minus(Duration.ofMinutes(60)));
        Eventually.holds("checked again after three seconds", () -> open(seat).statusCode() == 410);
        given.send(seat, UUID.randomUUID(), "too late").then().statusCode(410);
        assertEquals(1, given.count(place));
    }

    @Test
    void withoutALeadTheChildIsToldAtOnceAndNothingIsStored() {
        var place = given.schoolWithoutALead();
        var seat = given.seat(place, 7);
        open(seat).then().statusCode(503).body("why", equalTo("nobody"));
        given.send(seat, UUID.randomUUID(), "hello?").then().statusCode(503).body("why", equalTo("nobody"));
        assertEquals(0, given.count(place));
    }

    @Test
    void aLeadWithADisabledAccountCannotReceiveAWorry() {
        var place = given.schoolWithALeadOnly();
        given.run("update staff set disabled_at = now(6) where username = ?1", place.lead());
        open(given.seat(place, 7)).then().statusCode(503).body("why", equalTo("nobody"));
    }

    @Test
    void wrongTokensAndFormsAreRefusedAndNothingIsStored() {
        var place = given.school();
        var seat = given.seat(place, 7);
        var key = UUID.randomUUID();
        given.send("nobody's seat", key, "words").then().statusCode(401);
        open("nobody's seat").then().statusCode(401);
        given.send(seat, key, "  ").then().statusCode(422).body("why", equalTo("empty"));
        given.send(seat, key, "x".repeat(2001)).then().statusCode(422).body("why", equalTo("too-long"));
        given.send(seat, key, "x".repeat(20_000)).then().statusCode(413);
        rooms.post("/api/worry", GivenWorry.form(seat, key, "words", null))
                .then()
                .statusCode(422);
        given().contentType("application/json")
                .body("{not json")
                .post("/api/worry")
                .then()
                .statusCode(400);
        given().contentType("text/plain")
                .body("words")
                .post("/api/worry")
                .then()
                .statusCode(415);
        assertEquals(0, given.count(place));
    }

    @Test
    void anotherSitesPageCannotSendAWorry() {
        var place = given.school();
        var form = GivenWorry.form(given.seat(place, 7), UUID.randomUUID(), "words", true);
        given().contentType("application/json")
                .header("Origin", "https://elsewhere.example")
                .body(form)
                .post("/api/worry")
                .then()
                .statusCode(403);
        assertEquals(0, given.count(place));
    }

    @Test
    void aWorryThatCannotBeCommittedInThreeSecondsIsRefusedNotStoredLaterAndCanBeSentAgain() throws Exception {
        var place = given.school();
        var seat = given.seat(place, 7);
        var key = UUID.randomUUID();
        try (var holder = database.getConnection();
                var lock = holder.createStatement()) {
            holder.setAutoCommit(false);
            lock.executeQuery(
                    "select id from seat where session_id = " + place.session().id() + " for update");
            // a busy machine may be late once or twice, but not always
            Eventually.holds("an answer within three seconds", () -> {
                long began = System.nanoTime();
                given.send(seat, key, "is anybody there?")
                        .then()
                        .statusCode(503)
                        .body("why", equalTo("not-now"));
                return System.nanoTime() - began < Duration.ofSeconds(3).toNanos();
            });
            holder.rollback();
        }
        Thread.sleep(1500);
        assertEquals(0, given.count(place), "a refused worry is not stored later either");
        given.send(seat, key, "is anybody there?").then().statusCode(not(503)).statusCode(201);
        assertEquals(1, given.count(place));
    }

    private static io.restassured.response.Response open(String seat) {
        return given().header("Seat", seat).get("/api/worry");
    }
}
