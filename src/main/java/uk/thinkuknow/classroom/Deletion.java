package uk.thinkuknow.classroom;

import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javax.sql.DataSource;
import uk.thinkuknow.shared.InTheWay;
import uk.thinkuknow.shared.London;

/**
 * Deletes what children did, 30 days after the session: seats, answers, requests and rooms. What was signed stays, and what
 * others count when they hear of it.
 */
@Singleton
class Deletion {
    static final int DAYS = 30;
    private static final int SESSIONS_AT_ONCE = 20;

    private static final int TRIES = 4;

    private final DataSource database;
    private final Event<AnswersDeleted> gone;
    private final Clock clock;

    Deletion(DataSource database, Event<AnswersDeleted> gone, Clock clock) {
        this.database = database;
        this.gone = gone;
        this.clock = clock;
    }

    /** Every night; one instance more or one night less makes no difference to what is left. */
    @Scheduled(
            cron = "0 20 2 * * ?",
            timeZone = "Europe/London",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void nightly() throws SQLException {
        int sessions = deleteAll();
        Log.infof("what children did in %d sessions of more than %d days ago was deleted", sessions, DAYS);
    }

    /** How many sessions had something to delete. */
    int deleteAll() throws SQLException {
        int deleted = 0;
        deleteCounted();
        for (var some = due(); !some.isEmpty(); some = due()) {
            delete(some);
            deleted += some.size();
        }
        return deleted;
    }

    /** Hands and heads of sessions without devices, which have no room. */
    private void deleteCounted() throws SQLException {
        for (var table : List.of("hand_count", "head_count")) {
            try (var connection = database.getConnection();
                    var delete = connection.prepareStatement("DELETE c FROM " + table
                            + " c JOIN session s ON s.id = c.session_id WHERE s.local_date < ?")) {
                delete.setObject(1, London.today(clock).minusDays(DAYS));
                delete.executeUpdate();
            }
        }
    }

    private List<Long> due() throws SQLException {
        var sql = """
                SELECT r.session_id FROM room r JOIN session s ON s.id = r.session_id
                WHERE s.local_date < ? LIMIT\s""" + SESSIONS_AT_ONCE;
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(sql)) {
            select.setObject(1, London.today(clock).minusDays(DAYS));
            var due = new ArrayList<Long>();
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    due.add(rows.getLong(1));
                }
            }
            return due;
        }
    }

    /**
     * The room goes last: while it is there, whatever an interrupted night has left is found the next time. It is locked
     * first, so that of two instances the second finds nothing; then the answers are, so that none comes in between.
     */
    private void delete(List<Long> sessions) throws SQLException {
        for (int tried = 1; ; tried++) {
            try {
                QuarkusTransaction.requiringNew().call(() -> {
                    deleteStillThere(sessions);
                    return null;
                });
                return;
            } catch (RuntimeException e) {
                if (tried == TRIES || !InTheWay.is(e)) {
                    throw e;
                }
            }
        }
    }

    private void deleteStillThere(List<Long> wanted) throws SQLException {
        try (var connection = database.getConnection()) {
            var sessions = locked(connection, wanted);
            if (sessions.isEmpty()) {
                return;
            }
            gone.fire(new AnswersDeleted(sessions));
            var these = these(sessions);
            run(
                    connection,
                    "DELETE e FROM seat s JOIN event e ON e.seat_id = s.id WHERE s.session_id IN " + these,
                    sessions);
            run(
                    connection,
                    "DELETE g FROM seat s JOIN seat_generation g ON g.seat_id = s.id WHERE s.session_id IN " + these,
                    sessions);
            run(connection, "DELETE FROM seat_request WHERE session_id IN " + these, sessions);
            run(connection, "DELETE FROM room_pulse WHERE session_id IN " + these, sessions);
            run(connection, "DELETE FROM seat WHERE session_id IN " + these, sessions);
            run(connection, "DELETE FROM room WHERE session_id IN " + these, sessions);
        }
    }

    private static List<Long> locked(Connection connection, List<Long> wanted) throws SQLException {
        var there = ask(
                connection,
                "SELECT session_id FROM room WHERE session_id IN " + these(wanted) + " ORDER BY session_id FOR UPDATE",
                wanted);
        if (!there.isEmpty()) {
            ask(
                    connection,
                    "SELECT COUNT(*) FROM seat s JOIN event e ON e.seat_id = s.id WHERE s.session_id IN " + these(there)
                            + " FOR UPDATE",
                    there);
        }
        return there;
    }

    private static String these(List<Long> sessions) {
        return "(" + String.join(",", Collections.nCopies(sessions.size(), "?")) + ")";
    }

    private static List<Long> ask(Connection connection, String sql, List<Long> sessions) throws SQLException {
        try (var select = connection.prepareStatement(sql)) {
            for (int i = 0; i < sessions.size(); i++) {
                select.setLong(i + 1, sessions.get(i));
            }
            var said = new ArrayList<Long>();
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    said.add(rows.getLong(1));
                }
            }
            return said;
        }
    }

    private static void run(Connection connection, String sql, List<Long> sessions) throws SQLException {
        try (var delete = connection.prepareStatement(sql)) {
            for (int i = 0; i < sessions.size(); i++) {
                delete.setLong(i + 1, sessions.get(i));
            }
            delete.executeUpdate();
        }
    }
}
