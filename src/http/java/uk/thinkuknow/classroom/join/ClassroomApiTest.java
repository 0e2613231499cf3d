package uk.thinkuknow.classroom.join;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.LogCapture;
import uk.thinkuknow.classroom.room.ClassroomTest;
import uk.thinkuknow.classroom.room.ClassroomThreads;
import uk.thinkuknow.classroom.room.GivenSession;
import uk.thinkuknow.classroom.room.Rooms;
import uk.thinkuknow.classroom.room.SeatToken;
import uk.thinkuknow.classroom.room.SeatTokens;
import uk.thinkuknow.common.SecurityLog;
import uk.thinkuknow.common.SecurityLogMinute;

import static io.restassured.RestAssured.given;
import static java.util.Objects.requireNonNull;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.oneOf;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static uk.thinkuknow.classroom.board.ApiCalls.answered;
import static uk.thinkuknow.classroom.board.ApiCalls.lookUp;
import static uk.thinkuknow.classroom.board.ApiCalls.post;
import static uk.thinkuknow.classroom.board.ApiCalls.seat;
import static uk.thinkuknow.classroom.board.ApiCalls.seatForm;
import static uk.thinkuknow.classroom.board.ApiCalls.send;
import static uk.thinkuknow.classroom.board.ApiCalls.takeSeat;
import static uk.thinkuknow.classroom.board.ApiCalls.viewed;

/** Tests the calls of a child's lesson over HTTP: code, seat, progress and page. */
@QuarkusTest
class ClassroomApiTest extends ClassroomTest {
    @Inject
    Rooms rooms;

    @Inject
    CurrentVertxRequest request;

    @Inject
    SecurityLog security;

    @TestHTTPResource("/")
    URI base;

    /** Which codes, and from where, is not said. */
    @Test
    void theMinuteInWhichCodesWereGuessedEndsWithALine() throws Exception {
        var endings = new ArrayList<Runnable>();
        var threads = new ClassroomThreads() {
            @Override
            public void every(long millis, Runnable thing) {
                if (millis == 60_000) {
                    endings.add(thing);
                }
            }
        };
        var lookup = new JoinCodeLookup(codes, rooms, request, threads, clock, security);
        var log = new LogCapture();
        SecurityLogMinute.begin(security);
        log.listen();
        for (int i = 0; i <= JoinRateLimiter.WRONG_A_MINUTE + 1; i++) {
            var guess = lookup.room("203.0.113.80", "222222" + (2 + i / 8) + (2 + i % 8));
            if (i < JoinRateLimiter.WRONG_A_MINUTE) {
                guess.toCompletableFuture().get(30, TimeUnit.SECONDS);
            }
        }
        endings.forEach(Runnable::run);
        log.close();
        assertTrue(log.text().contains("codes guessed: 1 addresses were slowed, "), log.text());
        assertFalse(log.text().contains("203.0.113") || log.text().contains("22222"), log.text());
    }

    @Test
    void aRightCodeOpensTheCardList() {
        post("/api/classroom", Map.of("code", session.code().toLowerCase(Locale.ROOT)))
                .then()
                .statusCode(200)
                .body("title", equalTo(lesson.title()))
                .body("band", equalTo(lesson.band()))
                .body("language", equalTo(lesson.language()))
                .body("classes[0].name", equalTo("5B Rowan"))
                .body("classes[0].class", equalTo(session.classPublicId().value()))
                .body("classes[0].cards", hasSize(30))
                .body("classes[0].cards[0].number", is(1))
                .body("classes[0].cards[0].card", notNullValue())
                .body("classes[0].cards[0].name", notNullValue())
                .body("classes[0].cards[0].taken", is(false));
    }

    @Test
    void wrongClosedExpiredAndMistypedCodesGetTheSame404() throws SQLException {
        var answers = new ArrayList<String>();
        answers.add(answerTo("22222222"));
        answers.add(answerTo(session.code() + "2222222222222"));
        answers.add(answerTo("0"));
        answers.add(answerTo(""));
        update("UPDATE room SET open_until = '2026-01-01 00:00:00' WHERE session_id = " + session.id());
        answers.add(answerTo(session.code()));
        update(
                "UPDATE room SET open_until = '2099-01-01 00:00:00', state = 'ended', code_hash = NULL WHERE session_id = "
                        + session.id());
        answers.add(answerTo(session.code()));
        assertEquals(
                List.of("404 {\"why\":\"no-such-code\"}"),
                answers.stream().distinct().toList());
    }

    @Test
    void takingASeatReturnsATokenAndSetsItAsAnHttpOnlyCookie() {
        var taken = takeSeat(session, 7);
        taken.then()
                .statusCode(201)
                .body("card", is(7))
                .body("name", notNullValue())
                .body("lesson", equalTo("/lesson"))
                .body("step", equalTo(lesson.steps().getFirst().key()))
                .body("done", hasSize(0));
        var cookie = taken.getDetailedCookie("seat");
        assertEquals(taken.path("seat"), cookie.getValue());
        assertTrue(cookie.isHttpOnly());
        assertEquals("Lax", cookie.getSameSite());
        assertEquals(-1, cookie.getMaxAge());
        lookUp(session).then().body("classes[0].cards[6].taken", is(true));
    }

    @Test
    void deletingTheCookieAloneKeepsTheSeatAndItsAnswersAreStillAccepted() {
        var seat = seat(session, 8);
        var forgotten = given().cookie("seat", seat).delete("/api/classroom/seats");
        forgotten.then().statusCode(204);
        assertEquals(0, forgotten.getDetailedCookie("seat").getMaxAge());
        given().header("Origin", "https://elsewhere.example")
                .delete("/api/classroom/seats")
                .then()
                .statusCode(403);
        send(seat, answered(lesson)).then().statusCode(200).body("stored", hasSize(1));
        lookUp(session).then().body("classes[0].cards[7].taken", is(true));
    }

    @Test
    void anAnswerIsStoredOnceHoweverOftenItIsSent() throws SQLException {
        var seat = seat(session, 7);
        var event = answered(lesson);
        for (int i = 0; i < 3; i++) {
            send(seat, event).then().statusCode(200).body("stored", equalTo(List.of(event.get("key"))));
        }
        assertEquals(1, number(eventsOf(7)));
        assertEquals(1, number(eventsOf(7) + " AND e.correct"));
    }

    @Test
    void theFirstAnswerToAQuestionWins() {
        var seat = seat(session, 7);
        send(seat, answered(lesson)).then().statusCode(200);
        var second = answered(lesson);
        var view = viewed(lesson, 0);
        send(seat, view, second)
                .then()
                .statusCode(422)
                .body("stored", equalTo(List.of(view.get("key"))))
                .body("refused", hasSize(1))
                .body("refused[0].key", equalTo(second.get("key")))
                .body("refused[0].why", equalTo("answered"));
    }

    @Test
    void unknownStepsQuestionsAndAnswersAreRefusedAndTheRestIsStored() {
        var seat = seat(session, 7);
        var good = viewed(lesson, 0);
        var step = viewed(lesson, 0);
        step.put("step", "nowhere");
        var question = answered(lesson);
        question.put("question", "nothing");
        var answer = answered(lesson);
        answer.put("answer", Map.of("not", "an answer"));
        send(seat, step, good, question, answer)
                .then()
                .statusCode(422)
                .body("stored", equalTo(List.of(good.get("key"))))
                .body("refused.why", equalTo(List.of("unknown-step", "unknown-question", "bad-answer")));
    }

    @Test
    void aHundredEventsAreTakenAndOneMoreOrABodyOver64KilobytesIsNot() {
        var seat = seat(session, 7);
        var events = new ArrayList<Object>();
        for (int i = 0; i < 100; i++) {
            events.add(viewed(lesson, 0));
        }
        send(seat, events.toArray())
                .then()
                .statusCode(422)
                .body("stored", hasSize(10))
                .body("refused", hasSize(90));
        events.add(viewed(lesson, 0));
        send(seat, events.toArray()).then().statusCode(413);
        send(seat, "x".repeat(64 * 1024)).then().statusCode(413);
    }

    @Test
    void aDeviceStoresEachStepTenTimesAndOthersAndTheNextHolderAsManyAgain() throws SQLException {
        var seat = seat(session, 7);
        var first = viewed(lesson, 0);
        send(seat, first).then().statusCode(200);
        for (int i = 0; i < 30; i++) {
            send(seat, viewed(lesson, 0), Map.of("key", UUID.randomUUID().toString(), "kind", "finished"));
        }
        assertEquals(10, number(eventsOf(7) + " AND e.kind = 'viewed'"));
        assertEquals(10, number(eventsOf(7) + " AND e.kind = 'finished'"));
        send(seat, viewed(lesson, 0))
                .then()
                .statusCode(422)
                .body("stored", hasSize(0))
                .body("refused[0].why", equalTo("too-many"));
        send(seat, viewed(lesson, 1), answered(lesson)).then().statusCode(200).body("stored", hasSize(2));
        given().header("Seat", seat).delete("/api/classroom/seats").then().statusCode(204);
        var again = seat(session, 7);
        send(again, first).then().statusCode(200).body("stored", equalTo(List.of(first.get("key"))));
        send(again, viewed(lesson, 0)).then().statusCode(200);
    }

    @Test
    void aNewInstallationGivesTokensThatTellNoNumbers() {
        var bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(seat(session, 7)));
        for (int at = 0; at <= bytes.capacity() - Long.BYTES; at++) {
            assertNotEquals(session.id(), bytes.getLong(at));
        }
    }

    @Test
    void forgedTokensWrongBodiesAndOtherSitesCallsAreRefused() {
        var seat = seat(session, 7);
        send("forged" + seat.substring(6), viewed(lesson, 0)).then().statusCode(401);
        send("", viewed(lesson, 0)).then().statusCode(401);
        var noKey = viewed(lesson, 0);
        noKey.put("key", "1");
        send(seat, noKey).then().statusCode(400);
        post("/api/progress", "{").then().statusCode(400);
        post("/api/progress", "null").then().statusCode(400);
        given().contentType("text/plain")
                .body("{}")
                .post("/api/progress")
                .then()
                .statusCode(415);
        given().contentType("application/json")
                .header("Origin", "https://elsewhere.example")
                .body("{}")
                .post("/api/progress")
                .then()
                .statusCode(403);
        given().contentType("application/json")
                .header("Origin", "https://elsewhere.example")
                .body(seatForm(session, 9, UUID.randomUUID()))
                .post("/api/classroom/seats")
                .then()
                .statusCode(403);
        given().contentType("application/json")
                .header("Sec-Fetch-Site", "cross-site")
                .body("{}")
                .post("/api/classroom")
                .then()
                .statusCode(403);
        given().contentType("application/json")
                .header("Sec-Fetch-Site", "same-origin")
                .body("{\"code\":\"" + session.code() + "\"}")
                .post("/api/classroom")
                .then()
                .statusCode(200);
    }

    @Test
    void aWrongContentTypeMethodOrLengthIsRefusedWithAReason() {
        given().contentType("application/problem+json")
                .body("{}")
                .post("/api/classroom")
                .then()
                .statusCode(415)
                .body("why", equalTo("json-only"));
        given().get("/api/progress").then().statusCode(405).body("why", equalTo("not-this-way"));
        post("/api/classroom", "{\"code\":\"" + "N".repeat(70_000) + "\"}")
                .then()
                .statusCode(413)
                .body("why", equalTo("too-long"));
    }

    @Test
    void aBodyMayBeChunked() throws IOException {
        var body = "{\"code\":\"" + session.code() + "\"}";
        var parts = Integer.toHexString(5) + "\r\n" + body.substring(0, 5) + "\r\n"
                + Integer.toHexString(body.length() - 5) + "\r\n" + body.substring(5) + "\r\n0\r\n\r\n";
        var answer = exchange("POST /api/classroom HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                + "Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n" + parts);
        assertTrue(answer.startsWith("HTTP/1.1 200 OK"), answer);
    }

    @Test
    void aBodyWithoutEndIsCutOff() throws IOException {
        try (var socket = new Socket(base.getHost(), base.getPort())) {
            var out = socket.getOutputStream();
            out.write(("POST /api/classroom HTTP/1.1\r\nHost: localhost\r\n"
                            + "Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            var part = ("2000\r\n" + "N".repeat(0x2000) + "\r\n").getBytes(StandardCharsets.US_ASCII);
            assertThrows(IOException.class, () -> {
                for (long since = System.nanoTime(); System.nanoTime() - since < 20_000_000_000L; ) {
                    out.write(part);
                }
            });
        }
    }

    @Test
    void aSeatOfARoomThatClosedYesterdayIsRefused() throws SQLException {
        var seat = seat(session, 7);
        var another = takenByAnotherInstanceUntilYesterday();
        send(another, viewed(lesson, 0)).then().statusCode(410);
        given().header("Seat", another).get("/api/room").then().statusCode(410);
        given().header("Seat", another)
                .header("Accept", "text/event-stream")
                .get("/api/room")
                .then()
                .statusCode(410);
        given().header("Seat", another)
                .redirects()
                .follow(false)
                .get("/lesson")
                .then()
                .statusCode(303);
        send(seat, viewed(lesson, 0)).then().statusCode(200);
    }

    /** All classes share one writer. */
    @Test
    void aSeatThatSendsManyHundredEventsWaitsAndAnotherDoesNot() {
        var seat = seat(session, 7);
        var hundred = Collections.nCopies(100, viewed(lesson, 0)).toArray();
        for (int i = 0; i < 2; i++) {
            send(seat, hundred).then().statusCode(oneOf(200, 422));
        }
        send(seat, hundred).then().statusCode(429).body("why", equalTo("many"));
        send(seat, viewed(lesson, 1)).then().statusCode(200);
        send(seat(session, 8), hundred).then().statusCode(oneOf(200, 422));
    }

    @Test
    void aNullEventIsRefused() {
        given().contentType("application/json")
                .header("Sec-Fetch-Site", "same-origin")
                .header("Seat", seat(session, 7))
                .body("{\"events\":[null]}")
                .post("/api/progress")
                .then()
                .statusCode(400)
                .body("why", equalTo("not-readable"));
    }

    @Test
    void aRoomInMemoryIsOpenUntilMidnightAndNoLonger() {
        seat(session, 7);
        var room = requireNonNull(rooms.known(session.id()));
        var midnight = session.openUntil(clock.instant());
        assertTrue(room.isOpen(midnight.minusSeconds(1)));
        assertFalse(room.isOpen(midnight));
    }

    @Test
    void theLessonsPageIsSentToASeatAndOthersAreRedirectedToTheJoinPage() {
        var seat = seat(session, 7);
        var page = given().header("Seat", seat).get("/lesson");
        page.then().statusCode(200).header("Cache-Control", "private, no-cache").contentType("text/html");
        assertTrue(page.header("Vary").contains("Cookie") && page.header("Vary").contains("Seat"));
        given().cookie("seat", seat)
                .header("If-None-Match", page.header("ETag"))
                .get("/lesson")
                .then()
                .statusCode(304);
        given().header("Accept-Encoding", "gzip")
                .cookie("seat", seat)
                .get("/lesson")
                .then()
                .statusCode(200)
                .header("Content-Encoding", "gzip");
        given().redirects()
                .follow(false)
                .get("/lesson")
                .then()
                .statusCode(303)
                .header("Location", org.hamcrest.Matchers.endsWith("/"));
        given().redirects()
                .follow(false)
                .cookie("seat", "forged")
                .get("/lesson")
                .then()
                .statusCode(303);
    }

    /** Browsers send a GET without a length; other programs may send Content-Length: 0. */
    @Test
    void theLessonIsTheSameWithAndWithoutAContentLength() throws IOException {
        var seat = "Cookie: seat=" + seat(session, 7) + "\r\n";
        var tag = given().header("Cookie", seat.substring(8).strip())
                .get("/lesson")
                .header("ETag");
        for (var sent : List.of(
                seat,
                seat + "Accept-Encoding: gzip\r\n",
                seat + "If-None-Match: " + tag + "\r\n",
                "Cookie: seat=forged\r\n",
                "")) {
            var answer = lessonFor(sent);
            assertEquals(lessonFor(sent + "Content-Length: 0\r\n"), answer, sent);
            assertTrue(
                    answer.getFirst().matches("http/1.1 (200 ok|303 see other|304 not modified)"), answer.getFirst());
        }
    }

    /** The response as sent: status line, sorted headers without the date, and body. */
    private List<String> lessonFor(String headers) throws IOException {
        var answer = exchange("GET /lesson HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + headers + "\r\n");
        int end = answer.indexOf("\r\n\r\n");
        var lines = new ArrayList<>(
                answer.substring(0, end).toLowerCase(Locale.ROOT).lines().toList());
        lines.removeIf(line -> line.startsWith("date:"));
        lines.subList(1, lines.size()).sort(null);
        lines.add(answer.substring(end));
        return lines;
    }

    private String exchange(String request) throws IOException {
        try (var socket = new Socket(base.getHost(), base.getPort())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }

    @Test
    void theOpenApiDocumentListsTheStatusesOfTheChildrensCalls() {
        var paths =
                given().accept("application/json").get("/q/openapi?format=json").jsonPath();
        Map.of(
                        "/api/classroom", "200 400 403 404 413 415 429 503",
                        "/api/classroom/seats", "201 202 400 403 404 409 413 415 422 429 503",
                        "/api/progress", "200 400 401 403 409 410 413 415 422 429 503")
                .forEach((path, statuses) ->
                        assertEquals(statuses, statuses(paths.getMap("paths.'" + path + "'.post.responses")), path));
        assertEquals("200 204 401 410 503", statuses(paths.getMap("paths.'/api/room'.get.responses")));
        assertEquals("200 303 304 503", statuses(paths.getMap("paths.'/lesson'.get.responses")));
    }

    private static String statuses(Map<String, ?> responses) {
        return String.join(" ", responses.keySet().stream().sorted().toList());
    }

    private String answerTo(String code) {
        var answer = post("/api/classroom", Map.of("code", code));
        return answer.statusCode() + " " + answer.body().asString();
    }

    private String eventsOf(int card) {
        return "SELECT COUNT(*) FROM seat s JOIN event e ON e.seat_id = s.id WHERE s.session_id = " + session.id()
                + " AND s.card_number = " + card;
    }

    @jakarta.inject.Inject
    SeatTokens tokens;

    /** A seat in a room that this instance has never read and that closed yesterday. */
    private String takenByAnotherInstanceUntilYesterday() throws SQLException {
        GivenSession other;
        try (var db = database.getConnection()) {
            other = GivenSession.start(
                    db, codes, GivenSession.anyModule(db), 1, clock.instant().minusSeconds(90_000));
        }
        var key = UUID.randomUUID().toString().replace("-", "");
        long taken = clock.millis() - 90_000_000;
        update("INSERT INTO seat (session_id, class_id, card_number, seat_key, generation, taken_at) VALUES ("
                + other.id() + "," + other.classId() + ",1,UNHEX('" + key + "'),1,'"
                + LocalDateTime.ofInstant(Instant.ofEpochMilli(taken), ZoneOffset.UTC) + "')");
        long seat = number("SELECT id FROM seat WHERE session_id = " + other.id());
        return tokens.sign(new SeatToken(other.id(), seat, 1, taken));
    }
}
