package uk.thinkuknow.classroom.room;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.AtOnce;
import uk.thinkuknow.Eventually;
import uk.thinkuknow.StaffBrowser;
import uk.thinkuknow.classroom.answers.SeatActivity;
import uk.thinkuknow.classroom.board.ClassroomService;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static uk.thinkuknow.classroom.board.ApiCalls.lookUp;
import static uk.thinkuknow.classroom.board.ApiCalls.post;
import static uk.thinkuknow.classroom.board.ApiCalls.seat;
import static uk.thinkuknow.classroom.board.ApiCalls.seatForm;
import static uk.thinkuknow.classroom.board.ApiCalls.takeSeat;

/** Tests who may take a seat: at most ten in a second, and no more than the cards and five visitors. */
@QuarkusTest
class DoorTest extends ClassroomTest {
    private static final int CARDS = 30;

    @Inject
    Rooms rooms;

    @Inject
    ClassroomService classroom;

    @Test
    void moreThanTenCardsInOneSecondWaitUntilTheTeacherLetsThemIn() throws Exception {
        var busy = tenSeatsAreTakenInOneSecond();
        var late = IntStream.rangeClosed(1, 3)
                .mapToObj(card -> seatForm(session, card, UUID.randomUUID()))
                .toList();
        late.forEach(form -> take(form).then().statusCode(202).body("why", equalTo("door")));
        Thread.sleep(Duration.between(clock.instant(), busy.plusSeconds(1)).plusMillis(1));
        takeSeat(session, 4).then().statusCode(201);
        late.forEach(form -> take(form).then().statusCode(202));
        progress().body("stands.door.waiting", is(3)).body("stands.door.full", is(false));
        act("/door/let-in");
        late.forEach(form -> take(form).then().statusCode(201));
        progress().body("stands.door", nullValue());
    }

    /** Returns when they are taken: some seconds from now, so that the second does not end during a test on a slow machine. */
    private Instant tenSeatsAreTakenInOneSecond() {
        var soon = clock.instant().plusSeconds(3);
        var entrance = rooms.of(session.id()).entrance();
        for (int i = 0; i < Entrance.A_SECOND; i++) {
            var key = UUID.randomUUID();
            assertTrue(entrance.reserve(key, Entrance.NONE, soon));
            entrance.release(key);
        }
        return soon;
    }

    @Test
    void cardsAndVisitorsTogetherAreAtMostTheCardsAndFive() throws Exception {
        fill(CARDS, 0);
        var forms = IntStream.rangeClosed(1, 9).mapToObj(i -> visitor()).toList();
        assertEquals(Map.of(201, 5L, 202, 4L), statuses(forms));
        assertEquals(CARDS + 5, held());
        progress().body("stands.door.waiting", is(4)).body("stands.door.full", is(true));
        StaffBrowser.as(session.teacher() + " teacher")
                .get(page())
                .then()
                .body(containsString("4 devices wait to come in."))
                .body(containsString("Every place is taken: 30 cards and 5 visitors."));
    }

    @Test
    void theTeacherLetsInMoreThanThePlacesAndTheNextOneWaitsAgain() throws Exception {
        fill(CARDS, 5);
        var form = visitor();
        take(form).then().statusCode(202).header("Retry-After", "3");
        act("/door/let-in");
        take(form).then().statusCode(201).body("name", equalTo("Visitor 6"));
        assertEquals(CARDS + 6, held());
        take(visitor()).then().statusCode(202);
    }

    @Test
    void aSeatShownManyTimesAtOnceGivesNoMorePlaces() throws Exception {
        var mine = take(visitor()).then().statusCode(201).extract().<String>path("seat");
        fill(CARDS, 0);
        var forms = IntStream.rangeClosed(1, 8)
                .mapToObj(i -> {
                    var form = visitor();
                    form.put("holds", List.of(mine));
                    return form;
                })
                .toList();
        statuses(forms);
        assertTrue(held() <= CARDS + 5, held() + " seats");
    }

    @Test
    void aCardThatChangedDevicesVeryOftenAndManyBadgesWaitForTheTeacher() throws Exception {
        seat(session, 7);
        update("UPDATE seat SET generation = 11, freed_at = UTC_TIMESTAMP(6) WHERE session_id = " + session.id());
        rooms.refresh(session.id());
        var form = seatForm(session, 7, UUID.randomUUID());
        take(form).then().statusCode(202).body("why", equalTo("door"));
        act("/door/let-in");
        take(form).then().statusCode(201);
        fill(0, 20);
        update("UPDATE seat SET freed_at = UTC_TIMESTAMP(6) WHERE visitor IS NOT NULL AND session_id = "
                + session.id());
        rooms.refresh(session.id());
        take(visitor()).then().statusCode(202).body("why", equalTo("door"));
    }

    @Test
    void oneClaimAtATimeReplacesASeat() throws Exception {
        take(visitor()).then().statusCode(201);
        fill(CARDS, 0);
        var room = rooms.of(session.id());
        var visitor = room.seats().stream()
                .filter(seat -> seat.place().card() == null)
                .findFirst()
                .orElseThrow();
        var entrance = room.entrance();
        var now = clock.instant().plusSeconds(5);
        for (int i = 0; i < 4; i++) {
            assertTrue(entrance.reserve(UUID.randomUUID(), Entrance.NONE, now));
        }
        var first = UUID.randomUUID();
        assertTrue(entrance.reserve(first, visitor.id(), now));
        assertFalse(entrance.reserve(UUID.randomUUID(), visitor.id(), now), "the room is full");
        entrance.release(first);
        assertTrue(entrance.reserve(UUID.randomUUID(), visitor.id(), now));
    }

    @Test
    void aSilentVisitorsPlaceIsFreeForTheNextOne() throws Exception {
        fill(CARDS, 5);
        var room = rooms.of(session.id());
        var silent = room.seats().stream()
                .filter(seat -> Integer.valueOf(1).equals(seat.place().visitorNumber()))
                .findFirst()
                .orElseThrow();
        Eventually.holds("the place of the silent visitor", () -> {
            silence(room, silent);
            return take(visitor()).statusCode() == 201;
        });
        assertEquals(CARDS + 5, held());
        assertEquals(1, number("SELECT to_check FROM seat WHERE id = " + silent.id()));
    }

    @Test
    void aSilentCardCanBePickedOnAnotherDeviceUntilTheFirstIsHeardAgain() throws Exception {
        var first = seat(session, 7);
        var room = rooms.of(session.id());
        takeSeat(session, 7).then().statusCode(409);
        var card = room.at(Seat.Place.ofCard(session.classId(), 7));
        Eventually.holds("a card that looks free", () -> {
            silence(room, card);
            return !lookUp(session).<Boolean>path("classes[0].cards[6].taken");
        });
        given().header("Seat", first).get("/api/room").then().body("state", equalTo("open"));
        takeSeat(session, 7).then().statusCode(409);
        Eventually.holds("the silent card on another device", () -> {
            silence(room, card);
            return takeSeat(session, 7).statusCode() == 201;
        });
        given().header("Seat", first).get("/api/room").then().body("state", equalTo("moved"));
        takeSeat(session, 7).then().statusCode(409);
    }

    @Test
    void freeAllEmptiesTheRoomAndChildrenPickTheirCardsAgain() throws Exception {
        var first = seat(session, 7);
        take(visitor()).then().statusCode(201);
        assertEquals(2, classroom.activity(session.id()).size());
        act("/seats/free");
        assertEquals(0, held());
        progress().body("cards.card", equalTo(List.of(7)));
        given().header("Seat", first).get("/api/room").then().body("state", equalTo("moved"));
        letInWithCard7();
        assertEquals(
                List.of(7),
                classroom.activity(session.id()).stream()
                        .map(SeatActivity::card)
                        .toList(),
                "a visitor who saw nothing is not in the register");
        assertEquals(2, number("SELECT SUM(to_check) FROM seat WHERE session_id = " + session.id()));
    }

    private void letInWithCard7() {
        var form = seatForm(session, 7, UUID.randomUUID());
        take(form).then().statusCode(202).body("why", equalTo("door"));
        act("/door/let-in");
        take(form).then().statusCode(201).body("card", is(7));
    }

    @Test
    void afterAllAreFreedDevicesWaitForAMinuteUntilTheTeacherLetsThemIn() throws Exception {
        fill(3, 0);
        act("/seats/free");
        var forms = IntStream.rangeClosed(1, 4)
                .mapToObj(card -> seatForm(session, card, UUID.randomUUID()))
                .toList();
        forms.forEach(form -> take(form).then().statusCode(202).body("why", equalTo("door")));
        take(visitor()).then().statusCode(202);
        progress().body("stands.door.waiting", is(5)).body("stands.door.full", is(false));
        act("/door/let-in");
        take(forms.getFirst()).then().statusCode(201);
        take(seatForm(session, 5, UUID.randomUUID())).then().statusCode(202);
        update("UPDATE seat SET freed_at = freed_at - INTERVAL 61 SECOND WHERE session_id = " + session.id());
        rooms.of(session.id()).seats().stream()
                .filter(seat -> !seat.isHeld())
                .forEach(seat -> rooms.of(session.id()).put(freedAMinuteEarlier(seat)));
        take(seatForm(session, 5, UUID.randomUUID())).then().statusCode(201);
    }

    /** The same generation: the room keeps what it knows unless a reading is older. */
    private static Seat freedAMinuteEarlier(Seat seat) {
        return new Seat(
                seat.id(),
                seat.place(),
                seat.key(),
                seat.generation(),
                seat.takenAt(),
                seat.freedAt().minusSeconds(61));
    }

    /** Otherwise one device would close the door of its room to all others for a minute. */
    @Test
    void aDeviceThatGivesUpSeveralCardsAtOnceKeepsNobodyWaiting() {
        var held = List.of(seat(session, 1), seat(session, 2));
        var form = seatForm(session, 3, UUID.randomUUID());
        form.put("holds", held);
        take(form).then().statusCode(201);
        take(seatForm(session, 10, UUID.randomUUID())).then().statusCode(201);
        take(visitor()).then().statusCode(201);
    }

    @Test
    void aCardThatItsTeacherFreesAloneIsPickedAtOnce() throws Exception {
        fill(2, 0);
        var teacher = StaffBrowser.as(session.teacher() + " teacher");
        for (int card = 1; card <= 2; card++) {
            teacher.post(page(), page() + "/card/free", "key", session.classPublicId() + "/" + card)
                    .then()
                    .statusCode(303);
        }
        takeSeat(session, 1).then().statusCode(201);
    }

    @Test
    void anotherClassThatIsAddedBringsItsCardsAndItsPlaces() throws Exception {
        StaffBrowser.as(session.teacher() + " teacher")
                .get(page() + "?add=class")
                .then()
                .body(containsString("No other class of this age and year is free"));
        var other = otherClass(20);
        StaffBrowser.as(session.teacher() + " teacher")
                .get(page() + "?add=class")
                .then()
                .body(containsString("<option value=\"" + other + "\">6A Ash</option>"));
        rooms.of(session.id());
        act("/classes/add", "class", other);
        Eventually.holds(
                "the cards of both classes",
                () -> lookUp(session).<List<?>>path("classes").size() == 2);
        lookUp(session).then().body("classes[1].cards.size()", is(20));
        assertEquals(CARDS + 20 + 5, rooms.of(session.id()).entrance().free());
        act("/classes/add", "class", other);
        assertEquals(2, number("SELECT COUNT(*) FROM session_class WHERE session_id = " + session.id()));
    }

    @Test
    void aClassThatIsInAnotherSessionNowCannotBeChosen() throws Exception {
        var busy = otherClass(20);
        update(
                "INSERT INTO session (public_id, start_key, school_id, module_version_id, audience, devices, state, started_by,"
                        + " started_at, local_date, year_key, term_key) SELECT LEFT(UUID(), 10), LEFT(UUID(), 10), school_id,"
                        + " module_version_id, audience, devices, state, started_by, started_at, local_date, year_key, term_key"
                        + " FROM session WHERE id = " + session.id());
        update("INSERT INTO session_class (session_id, class_id, for_low, for_high, in_force_low, in_force_high)"
                + " SELECT (SELECT MAX(id) FROM session WHERE school_id = " + session.schoolId() + "), g.id, 1, 0, 1, 0"
                + " FROM class_group g WHERE g.public_id = '" + busy + "'");
        StaffBrowser.as(session.teacher() + " teacher")
                .get(page() + "?add=class")
                .then()
                .body(containsString("No other class of this age and year is free"))
                .body(not(containsString(busy)));
        act("/classes/add", "class", busy);
        assertEquals(1, number("SELECT COUNT(*) FROM session_class WHERE session_id = " + session.id()));
    }

    @Test
    void anotherSchoolsClassCannotBeAdded() throws Exception {
        var elsewhere = session.classPublicId().value();
        aSessionHasStarted();
        StaffBrowser.as(session.teacher() + " teacher")
                .post(page(), page() + "/classes/add", "class", elsewhere)
                .then()
                .statusCode(404);
    }

    private String otherClass(int cards) throws SQLException {
        var id = uk.thinkuknow.common.PublicId.draw().value();
        update("INSERT INTO class_group (public_id, school_id, year_key, name, band_key) VALUES ('" + id + "',"
                + session.schoolId() + ",'2026-27','6A Ash','8-10')");
        update("INSERT INTO card (class_id, number, picture, issued_on) SELECT g.id, c.number, c.picture, c.issued_on"
                + " FROM class_group g JOIN card c ON c.class_id = " + session.classId() + " AND c.number <= " + cards
                + " WHERE g.public_id = '" + id + "'");
        return id;
    }

    /** Puts devices on the first cards and so many visitors, as if they had come one after the other. */
    private void fill(int cards, int visitors) throws SQLException {
        for (int card = 1; card <= cards; card++) {
            insert(session.classId() + "," + card + ",NULL,NULL");
        }
        for (int number = 1; number <= visitors; number++) {
            insert("NULL,NULL,'guest'," + number);
        }
        rooms.of(session.id());
        rooms.refresh(session.id());
    }

    private void insert(String place) throws SQLException {
        update(
                "INSERT INTO seat (session_id, class_id, card_number, visitor, visitor_number, seat_key, generation, taken_at)"
                        + " VALUES (" + session.id() + "," + place
                        + ",UNHEX(REPLACE(UUID(),'-','')),1,UTC_TIMESTAMP(6) - INTERVAL 5 SECOND)");
    }

    private void silence(Room room, Seat seat) {
        room.entrance().setSilent(java.util.Set.of(seat.id()), clock.instant().plusMillis(1));
    }

    private Map<String, Object> visitor() {
        var form = new HashMap<String, Object>();
        form.put("code", session.code());
        form.put("key", UUID.randomUUID().toString());
        form.put("card", null);
        form.put("visitor", "guest");
        return form;
    }

    private Map<Integer, Long> statuses(List<Map<String, Object>> forms) {
        lookUp(session); // loads the classes of RestAssured, which wait for each other if many threads load them at
        // once
        return AtOnce.each(forms, form -> take(form).statusCode()).stream()
                .collect(Collectors.groupingBy(status -> status, Collectors.counting()));
    }

    private static Response take(Map<String, Object> form) {
        return post("/api/classroom/seats", form);
    }

    private long held() throws SQLException {
        return number("SELECT COUNT(*) FROM seat WHERE freed_at IS NULL AND session_id = " + session.id());
    }

    private String page() {
        return "/sessions/" + session.publicId();
    }

    private void act(String act, String... namesAndValues) {
        int status = StaffBrowser.as(session.teacher() + " teacher")
                .post(page(), page() + act, namesAndValues)
                .statusCode();
        assertTrue(status == 303, act + " was answered " + status);
    }

    private io.restassured.response.ValidatableResponse progress() {
        return StaffBrowser.as(session.teacher() + " teacher")
                .get(page() + "/progress")
                .then()
                .statusCode(200);
    }
}
