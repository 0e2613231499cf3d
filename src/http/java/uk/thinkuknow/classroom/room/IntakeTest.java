package uk.thinkuknow.classroom.room;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.Eventually;

import static io.restassured.RestAssured.get;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static uk.thinkuknow.classroom.board.ApiCalls.seat;
import static uk.thinkuknow.classroom.board.ApiCalls.send;
import static uk.thinkuknow.classroom.board.ApiCalls.viewed;

/** Tests what happens to events when the database refuses a row, loses its connections, or hangs. */
@QuarkusTest
class IntakeTest extends ClassroomTest {
    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String url;

    @ConfigProperty(name = "quarkus.flyway.username")
    String owner;

    @ConfigProperty(name = "quarkus.flyway.password")
    String password;

    @ConfigProperty(name = "quarkus.datasource.jdbc.max-size")
    int connections;

    @Inject
    EventRows rows;

    @Test
    void oneBadRowDoesNotFailTheOthersOfItsBatch() throws Exception {
        try (var commit = new GroupCommit<>(
                "test",
                new GroupCommit.Limits(500, 200, Duration.ofSeconds(20), Duration.ZERO),
                rows::insert,
                Event.Outcome.NOT_TAKEN)) {
            var waiting = new ArrayList<Future<List<Event.Outcome>>>();
            for (int i = 0; i < 120; i++) {
                var step = i % 12 == 5 ? "x".repeat(50) : "step";
                waiting.add(commit.write(List.of(event(1_000_000 + i, step))).toCompletableFuture());
            }
            for (int i = 0; i < 120; i++) {
                var expected = i % 12 == 5 ? Event.Outcome.NOT_TAKEN : Event.Outcome.STORED;
                assertEquals(List.of(expected), waiting.get(i).get(), "request " + i);
            }
        }
        assertEquals(110, number("SELECT COUNT(*) FROM event WHERE seat_id BETWEEN 1000000 AND 1000119"));
        update("DELETE FROM event WHERE seat_id BETWEEN 1000000 AND 1000119");
    }

    @Test
    void lostConnectionsAreReplacedAndNothingIsLost() throws SQLException {
        var seat = seat(session, 7);
        send(seat, viewed(lesson, 0)).then().statusCode(200);
        killAllConnections();
        send(seat, viewed(lesson, 1)).then().statusCode(200);
        forgetConnectionsThatWereKilled();
        assertEquals(2, number(events()));
    }

    /**
     * The pool may still hand out a killed connection, to this test or the next one, so all are tried. Each is given back
     * even if another cannot be had, because every later test needs one: the pool does not tell who waits that another
     * thread's killed connection has made room.
     */
    private void forgetConnectionsThatWereKilled() throws SQLException {
        var held = new ArrayList<Connection>();
        for (int i = 0; i < connections; i++) {
            try {
                held.add(database.getConnection());
                try (var look = held.getLast().createStatement()) {
                    look.execute("SELECT 1");
                }
            } catch (SQLException e) {
                // the pool has dropped this one, or another thread had it
            }
        }
        for (var each : held) {
            each.close();
        }
    }

    @Test
    void aHungDatabaseFailsTheWaitingRequestsAndAcknowledgesNone() throws Exception {
        var seats = IntStream.rangeClosed(1, 10)
                .mapToObj(card -> seat(session, card))
                .toList();
        var events = new ArrayList<java.util.Map<String, Object>>();
        var answers = new ArrayList<Future<Response>>();
        try (var children = Executors.newVirtualThreadPerTaskExecutor();
                var db = DriverManager.getConnection(url, owner, password); // the application may not lock tables
                var lock = db.createStatement()) {
            lock.execute("LOCK TABLES event WRITE");
            for (var seat : seats) {
                var event = viewed(lesson, 0);
                events.add(event);
                Callable<Response> sending = () -> send(seat, event);
                answers.add(children.submit(sending));
            }
            long started = System.nanoTime();
            for (var answer : answers) {
                answer.get().then().statusCode(503).header("Retry-After", "2");
            }
            // 5 seconds; without a deadline it would be 50, for five tries of the writer
            assertTrue(System.nanoTime() - started < 30_000_000_000L, "the requests fail within their deadline");
            lock.execute("UNLOCK TABLES");
        }
        for (int i = 0; i < 10; i++) {
            send(seats.get(i), events.get(i)).then().statusCode(200);
        }
        assertEquals(10, number(events()));
        awaitThatJoiningIsAcceptedAgain();
    }

    @Test
    void joiningAndStaffPagesAreRefusedWhileAnswersWaitLongToBeStored() throws Exception {
        var seat = seat(session, 8);
        try (var children = Executors.newVirtualThreadPerTaskExecutor();
                var db = DriverManager.getConnection(url, owner, password);
                var lock = db.createStatement()) {
            lock.execute("LOCK TABLES event WRITE");
            var answer = children.submit(() -> send(seat, viewed(lesson, 0)));
            // at first only some requests are shed, so both pages are tried until they are
            while (get("/").statusCode() != 503 || get("/staff").statusCode() != 503) {
                assertFalse(answer.isDone(), "the answer waited until its deadline, and no request was refused");
            }
            get("/help").then().statusCode(200);
            lock.execute("UNLOCK TABLES");
            answer.get().then().statusCode(200);
        }
        awaitThatJoiningIsAcceptedAgain();
    }

    /** The tests after this one join too. */
    private static void awaitThatJoiningIsAcceptedAgain() throws Exception {
        Eventually.holds("joining", () -> get("/").statusCode() != 503);
    }

    private String events() {
        return "SELECT COUNT(*) FROM seat s JOIN event e ON e.seat_id = s.id WHERE s.session_id = " + session.id();
    }

    private void killAllConnections() throws SQLException {
        try (var db = database.getConnection();
                var asked = db.createStatement();
                var rows = asked.executeQuery(
                        "SELECT id FROM information_schema.processlist WHERE db = DATABASE() AND id <> CONNECTION_ID() AND user <> 'system user'")) {
            var ids = new ArrayList<Long>();
            while (rows.next()) {
                ids.add(rows.getLong(1));
            }
            for (var id : ids) {
                asked.execute("KILL CONNECTION " + id);
            }
        }
    }

    private Event event(long seat, String step) {
        return new Event(seat, UUID.randomUUID(), 1, Event.Kind.viewed, step, null, clock.instant(), false);
    }
}
