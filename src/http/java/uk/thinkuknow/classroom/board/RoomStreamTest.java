package uk.thinkuknow.classroom.board;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.Eventually;
import uk.thinkuknow.StaffBrowser;
import uk.thinkuknow.TestIdentity;
import uk.thinkuknow.classroom.join.EventNews;
import uk.thinkuknow.classroom.room.ClassroomTest;
import uk.thinkuknow.classroom.room.ClassroomThreads;
import uk.thinkuknow.classroom.room.Heartbeats;
import uk.thinkuknow.classroom.room.Rooms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static uk.thinkuknow.classroom.board.ApiCalls.answered;
import static uk.thinkuknow.classroom.board.ApiCalls.seat;
import static uk.thinkuknow.classroom.board.ApiCalls.send;
import static uk.thinkuknow.classroom.board.ApiCalls.viewed;

/** Tests the streams and long polls of children's pages and of the live room. */
@QuarkusTest
class RoomStreamTest extends ClassroomTest {
    /** Half the time for which a stream stays open. */
    private static final long HALF_A_WAIT_MILLIS = 10_000;

    @Inject
    RoomProgressCache reports;

    @Inject
    EventNews news;

    @Inject
    ClassroomThreads threads;

    @Inject
    Heartbeats heartbeats;

    @Inject
    Rooms rooms;

    @TestHTTPResource("/")
    URI base;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** The application would wait for open streams when it stops. */
    @AfterEach
    void closeStreams() {
        http.shutdownNow();
    }

    @Test
    void aChildsStreamSendsTheStateOfTheRoomAndThenItsChanges() throws Exception {
        var said = stream("/api/room", "Seat", seat(session, 7));
        assertTrue(next(said).contains("\"state\":\"open\""));
        act("pause", "paused", "yes");
        assertTrue(next(said).contains("\"state\":\"paused\""));
    }

    @Test
    void aStreamStaysOpenAndOnlyACallIsASignOfLife() throws Exception {
        var seat = seat(session, 7);
        var lines = new LinkedBlockingQueue<String>();
        var request = HttpRequest.newBuilder(base.resolve("/api/room?waiting=2&stays=1"))
                .header("Accept", "text/event-stream")
                .header("Seat", seat)
                .build();
        var ended = read(request, lines::add);
        Eventually.holds("a first comment", () -> lines.contains(":"));
        var heard = heard();
        Eventually.holds(
                "a comment every second",
                () -> lines.stream().filter(":"::equals).count() > 2);
        assertEquals(heard, heard(), "what the server sends is no sign of life");
        io.restassured.RestAssured.given()
                .header("Seat", seat)
                .get("/api/room?waiting=2")
                .then()
                .statusCode(200);
        assertTrue(heard() > heard, "a call is one");
        assertEquals(1, lines.stream().filter(line -> line.startsWith("data:")).count());
        assertTrue(!ended.isDone(), "the stream is open");
        act("seats/free", "", "");
        Eventually.holds("moved", () -> lines.stream().anyMatch(line -> line.contains("\"state\":\"moved\"")));
        ended.get(Eventually.PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }

    @Test
    void aSeatHasThreeStreamsAndTheOldestEndsForAFourth() throws Exception {
        var seat = seat(session, 7);
        var request = HttpRequest.newBuilder(base.resolve("/api/room?stays=1"))
                .header("Accept", "text/event-stream")
                .header("Seat", seat);
        var streams = new java.util.ArrayList<CompletableFuture<HttpResponse<String>>>();
        for (int i = 0; i < 4; i++) {
            streams.add(http.sendAsync(request.build(), HttpResponse.BodyHandlers.ofString()));
            Thread.sleep(300);
        }
        streams.getFirst().get(Eventually.PATIENCE.toSeconds(), TimeUnit.SECONDS);
        assertTrue(streams.stream().skip(1).noneMatch(java.util.concurrent.Future::isDone), "the others are open");
        assertEquals(
                200,
                http.send(request.HEAD().build(), HttpResponse.BodyHandlers.discarding())
                        .statusCode(),
                "HEAD is answered at once");
    }

    /** Pages of the version before 1.4.0 show that they are there by opening another. */
    @Test
    void aStreamOfAPageThatDoesNotSayThatItStaysEndsAtTheFirstComment() throws Exception {
        var request = HttpRequest.newBuilder(base.resolve("/api/room"))
                .header("Accept", "text/event-stream")
                .header("Seat", seat(session, 7))
                .build();
        var body = http.send(request, HttpResponse.BodyHandlers.ofString()).body();
        assertTrue(body.startsWith("data:{") && body.endsWith("}\n\n"), body);
    }

    private long heard() {
        return heartbeats.of(java.util.List.of(rooms.of(session.id()))).values().stream()
                .mapToLong(Heartbeats.Heartbeat::heardMillis)
                .max()
                .orElse(0);
    }

    @Test
    void aStreamWithAnInvalidSeatIsRefusedBeforeItBegins() throws Exception {
        var answer = http.send(
                HttpRequest.newBuilder(base.resolve("/api/room"))
                        .header("Accept", "text/event-stream")
                        .header("Seat", "none")
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertEquals(401, answer.statusCode());
    }

    @Test
    void theTeachersStreamSendsANewAnswer() throws Exception {
        var child = seat(session, 7);
        var said = stream(room() + "/progress", TestIdentity.HEADER, session.teacher() + " teacher");
        next(said);
        send(child, answered(lesson)).then().statusCode(200);
        awaitAnswer(said);
    }

    /** With a stopped clock the repeat after 10 seconds never comes. */
    @Test
    void theLiveRoomGetsAChangeWithoutWaitingForTheRegularRepeat() throws Exception {
        var child = seat(session, 7);
        var said = new LinkedBlockingQueue<String>();
        var watching = new LiveFeed(reports, news, threads, new MovableClock(clock.instant()))
                .of(session.id(), false)
                .subscribe()
                .with(shown -> said.add(new String(shown.json(), StandardCharsets.UTF_8)));
        next(said);
        send(child, answered(lesson)).then().statusCode(200);
        awaitAnswer(said);
        watching.cancel();
    }

    @Test
    void aScreenThatComesBackWithinTenSecondsIsToldWhatIsInMemory() throws Exception {
        send(seat(session, 7), answered(lesson)).then().statusCode(200);
        var moved = new MovableClock(clock.instant());
        var feed = new LiveFeed(reports, news, threads, moved);
        assertTrue(opened(feed).contains("\"answered\":1"));
        update("DELETE FROM event WHERE seat_id IN (SELECT id FROM seat WHERE session_id = " + session.id() + ")");
        assertTrue(opened(feed).contains("\"answered\":1"), "not read again");
        moved.move(Duration.ofSeconds(11));
        Eventually.holds("nobody watches", () -> !feed.isWatching());
        assertTrue(!opened(feed).contains("\"answered\":1"), "read again");
    }

    /** What a screen is told first. */
    private String opened(LiveFeed feed) throws InterruptedException {
        var said = new LinkedBlockingQueue<String>();
        var watching = feed.of(session.id(), false)
                .subscribe()
                .with(shown -> said.add(new String(shown.json(), StandardCharsets.UTF_8)));
        var first = next(said);
        watching.cancel();
        return first;
    }

    @Test
    void aLiveRoomThatAsksForChangesGetsTheCardsThatChanged() throws Exception {
        var first = seat(session, 7);
        var second = seat(session, 8);
        send(first, viewed(lesson, 0)).then().statusCode(200);
        var said = stream(room() + "/progress?changes=true", TestIdentity.HEADER, session.teacher() + " teacher");
        var all = next(said);
        assertTrue(all.contains("\"card\":7") && all.contains("\"card\":8") && !all.contains("gone"), all);
        send(second, answered(lesson)).then().statusCode(200);
        var change = next(said);
        assertTrue(change.contains("\"card\":8") && change.contains("\"answered\":1"), change);
        assertTrue(!change.contains("\"card\":7") && change.contains("\"gone\":[]"), change);
    }

    /** What is in memory is added event by event; the database is asked without it. */
    @Test
    void aWatchedRoomShowsWhatTheDatabaseHas() throws Exception {
        var said = stream(room() + "/progress", TestIdentity.HEADER, session.teacher() + " teacher");
        next(said);
        for (int card = 1; card <= 6; card++) {
            var seat = seat(session, card);
            send(seat, viewed(lesson, 0), viewed(lesson, card), answered(lesson))
                    .then()
                    .statusCode(200);
            send(seat, viewed(lesson, 0), answered(lesson)).then().statusCode(422); // answered before
        }
        Eventually.holds("the same", () -> {
            reports.forget(session.id());
            var stored = StaffBrowser.as(session.teacher() + " teacher")
                    .get(room() + "/progress")
                    .body()
                    .asString();
            return stored.contains("\"card\":6")
                    && stored.equals(next(said).substring("data:".length()).strip());
        });
    }

    @Test
    void theLiveRoomFollowsACardFromStepToStepAndBackWithItsClass() throws Exception {
        var said = stream(room() + "/progress", TestIdentity.HEADER, session.teacher() + " teacher");
        var child = seat(session, 7);
        for (int step = 0; step < 3; step++) {
            send(child, viewed(lesson, step)).then().statusCode(200);
            awaitStep(said, step + 1);
        }
        act("go-to", "step", lesson.steps().get(1).key());
        awaitStep(said, 2);
    }

    private static void awaitStep(BlockingQueue<String> said, int step) throws Exception {
        Eventually.holds("step " + step, () -> next(said).matches(".*\"step\":" + step + "[,}].*"));
    }

    @Test
    void aLongPollOfTheTeacherWaitsForTheNextChange() throws Exception {
        var teacher = StaffBrowser.as(session.teacher() + " teacher");
        var child = seat(session, 7);
        var tag = teacher.get(room() + "/progress").header("ETag");
        var waiting = http.sendAsync(
                HttpRequest.newBuilder(base.resolve(room() + "/progress?wait=true"))
                        .header(TestIdentity.HEADER, session.teacher() + " teacher")
                        .header("If-None-Match", tag)
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        Thread.sleep(1500);
        assertTrue(!waiting.isDone(), "nothing has changed yet");
        send(child, answered(lesson)).then().statusCode(200);
        var answer = waiting.get(Eventually.PATIENCE.toSeconds(), TimeUnit.SECONDS);
        assertTrue(answer.body().contains("\"answered\":1"), answer.body());
    }

    @Test
    void theTeacherSeesHowManyAnswersAreWaitingOnADevice() {
        var child = seat(session, 7);
        io.restassured.RestAssured.given()
                .header("Seat", child)
                .get("/api/room?waiting=3")
                .then()
                .statusCode(200);
        StaffBrowser.as(session.teacher() + " teacher")
                .get(room() + "/progress")
                .then()
                .body("cards[0].waiting", org.hamcrest.Matchers.is(3));
    }

    private BlockingQueue<String> stream(String path, String header, String value) {
        var said = new LinkedBlockingQueue<String>();
        var request = HttpRequest.newBuilder(base.resolve(path))
                .header("Accept", "text/event-stream")
                .header(header, value)
                .build();
        read(request, line -> {
            if (line.startsWith("data:")) {
                said.add(line);
            }
        });
        return said;
    }

    /** In a thread of its own: the common pool has one on two processors, and the stream of an earlier test may hold it. */
    private CompletableFuture<Void> read(HttpRequest request, Consumer<String> line) {
        return CompletableFuture.runAsync(
                () -> {
                    try {
                        http.send(request, HttpResponse.BodyHandlers.ofLines())
                                .body()
                                .forEach(line);
                    } catch (IOException | InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                },
                Thread::startVirtualThread);
    }

    private static String next(BlockingQueue<String> said) throws InterruptedException {
        // a waiting page gets the state after twice this time in any case
        var one = said.poll(HALF_A_WAIT_MILLIS, TimeUnit.MILLISECONDS);
        assertNotNull(one, "nothing was said");
        return one;
    }

    /** On a slow machine the old state may be repeated first. */
    private static void awaitAnswer(BlockingQueue<String> said) throws Exception {
        Eventually.holds("the answer", () -> next(said).contains("\"answered\":1"));
    }

    private void act(String act, String name, String value) {
        StaffBrowser.as(session.teacher() + " teacher")
                .post(room(), room() + "/" + act, name, value)
                .then()
                .statusCode(303);
    }

    private String room() {
        return "/sessions/" + session.publicId();
    }
}
