package uk.thinkuknow.classroom.answers;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.classroom.board.MovableClock;
import uk.thinkuknow.classroom.room.ClassroomTest;
import uk.thinkuknow.common.RetentionSweep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static uk.thinkuknow.classroom.board.ApiCalls.seat;
import static uk.thinkuknow.classroom.board.ApiCalls.send;
import static uk.thinkuknow.classroom.board.ApiCalls.viewed;

/**
 * Tests {@code AnswerRetention}: more than 30 days after the session it deletes seats, answers, rooms and counted hands
 * and heads.
 */
@QuarkusTest
class AnswerRetentionTest extends ClassroomTest {
    private static final String ANY_SESSION_LEFT = "SELECT COUNT(*) FROM session WHERE id = ";

    @Inject
    HandCounts counts;

    @Inject
    jakarta.enterprise.event.Event<AnswersExpired> gone;

    private long lastSeat;

    @Test
    void moreThanThirtyDaysAfterTheSessionItsSeatsAndAnswersAreDeleted() throws SQLException {
        send(seat(session, 7), viewed(lesson, 0)).then().statusCode(200);
        var today = new MovableClock(clock.instant());
        var deletion = new AnswerRetention(database, gone, today);
        today.move(Duration.ofDays(30));
        RetentionSweep.deleteAll(deletion);
        assertEquals(1, seats());
        assertEquals(1, events());
        today.move(Duration.ofDays(1));
        RetentionSweep.deleteAll(deletion);
        assertEquals(0, seats());
        assertEquals(0, number("SELECT COUNT(*) FROM room WHERE session_id = " + session.id()));
        assertEquals(0, number("SELECT COUNT(*) FROM event WHERE seat_id = " + lastSeat));
        assertEquals(1, number(ANY_SESSION_LEFT + session.id()), "the session itself stays, because it counts");
    }

    @Test
    void moreThanThirtyDaysAfterTheSessionItsCountedHandsAndHeadsAreDeleted() throws SQLException {
        counts.storeHands(session.id(), "a-step", "an-answer", 12);
        counts.storeHeads(
                session.id(), number("SELECT class_id FROM session_class WHERE session_id = " + session.id()), 28);
        var today = new MovableClock(clock.instant());
        var deletion = new AnswerRetention(database, gone, today);
        today.move(Duration.ofDays(30));
        RetentionSweep.deleteAll(deletion);
        assertEquals(List.of(1L, 1L), counted());
        today.move(Duration.ofDays(1));
        RetentionSweep.deleteAll(deletion);
        assertEquals(List.of(0L, 0L), counted());
    }

    private List<Long> counted() throws SQLException {
        return List.of(
                number("SELECT COUNT(*) FROM hand_count WHERE session_id = " + session.id()),
                number("SELECT COUNT(*) FROM head_count WHERE session_id = " + session.id()));
    }

    private long seats() throws SQLException {
        return number("SELECT COUNT(*) FROM seat WHERE session_id = " + session.id());
    }

    private long events() throws SQLException {
        lastSeat = number("SELECT MAX(id) FROM seat WHERE session_id = " + session.id());
        return number("SELECT COUNT(*) FROM event WHERE seat_id = " + lastSeat);
    }
}
