package uk.thinkuknow.classroom.join;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.Eventually;
import uk.thinkuknow.classroom.room.ClassroomTest;
import uk.thinkuknow.classroom.room.ClassroomThreads;
import uk.thinkuknow.classroom.room.Event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static uk.thinkuknow.classroom.board.ApiCalls.seat;
import static uk.thinkuknow.classroom.board.ApiCalls.send;
import static uk.thinkuknow.classroom.board.ApiCalls.viewed;

/** Tests that instances tell each other which events they have stored. */
@QuarkusTest
class EventNewsTest extends ClassroomTest {
    @Inject
    DataSource database;

    @Inject
    ClassroomThreads threads;

    /** Another instance, whose regular exchanges happen as well. */
    private final class OtherInstance implements EventNews.Watcher {
        final EventNews news = new EventNews(database, threads, new Random());
        final List<Event> told = new ArrayList<>();

        OtherInstance() {
            news.addWatcher(this);
        }

        @Override
        public boolean isWatching() {
            return true;
        }

        @Override
        public synchronized void told(long of, List<Event> events) {
            if (of == session.id()) {
                told.addAll(events);
            }
        }

        synchronized int count() {
            return told.size();
        }
    }

    private Event event(String step) {
        return new Event(
                7,
                UUID.randomUUID(),
                1,
                Event.Kind.answered,
                step,
                new Event.Given("q", "é", true),
                clock.instant(),
                false);
    }

    @Test
    void anotherInstanceIsToldOnceOfWhatAChildSends() throws Exception {
        var other = new OtherInstance();
        send(seat(session, 7), viewed(lesson, 0), viewed(lesson, 1)).then().statusCode(200);
        Eventually.holds("both events", () -> other.count() == 2);
        Thread.sleep(2500);
        assertEquals(2, other.count(), "not told again");
    }

    @Test
    void anInstanceThatIsAloneWritesNoEventsAndTellsThoseOfItsLastSecondToOneThatComes() throws Exception {
        var idle = new ClassroomThreads() {
            @Override
            public void queryEvery(long millis, Runnable query) {
                // only the test itself says when
            }
        };
        var alone = new EventNews(database, idle, new Random(84));
        var last = event("last");
        Eventually.holds("nobody else is there for a moment", () -> {
            run("delete from event_news");
            alone.stored(session.id(), List.of(event("before")), List.of(Event.Outcome.STORED));
            alone.exchange();
            alone.stored(session.id(), List.of(last), List.of(Event.Outcome.STORED));
            alone.exchange();
            return rows("instance = ? and events <> '[]'") == 0;
        });
        var other = new OtherInstance();
        Eventually.holds("it says that it is there", () -> rows("instance <> ?") > 0);
        alone.exchange();
        Eventually.holds("the last event", () -> other.count() > 0);
        assertEquals(List.of(last), other.told);
    }

    /** The number of rows that meet a condition about the instance of the test above. */
    private long rows(String condition) throws SQLException {
        try (var connection = database.getConnection();
                var asked = connection.prepareStatement("select count(*) from event_news where " + condition)) {
            asked.setLong(1, new Random(84).nextLong());
            try (var rows = asked.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }

    private void run(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    @Test
    void onlyStoredEventsAreToldAndTheyAreTheSameEvents() throws Exception {
        var one = new OtherInstance();
        var other = new OtherInstance();
        var stored = event("one");
        one.news.stored(
                session.id(),
                List.of(stored, event("two")),
                List.of(Event.Outcome.STORED, Event.Outcome.ANSWERED_BEFORE));
        assertEquals(List.of(stored), one.told, "its own at once");
        Eventually.holds("the event", () -> other.count() == 1);
        assertEquals(List.of(stored), other.told);
        assertEquals(1, one.count(), "its own not again");
    }
}
