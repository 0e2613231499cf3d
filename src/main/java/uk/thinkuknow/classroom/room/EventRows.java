package uk.thinkuknow.classroom.room;

import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The events in the database. */
@Singleton
public class EventRows {
    private static final String ROW = "(?,?,?,?,?,?,?,?,?)";

    private final DataSource database;

    EventRows(DataSource database) {
        this.database = database;
    }

    /**
     * Stores events in one round trip. Only a duplicate is forgiven, by a change that changes nothing; INSERT IGNORE
     * would forgive cut values too, and they would be acknowledged.
     */
    List<Event.Outcome> insert(List<Event> events) throws SQLException {
        var sql = new StringBuilder(160 + events.size() * (ROW.length() + 1))
                .append(
                        "INSERT INTO event (seat_id, event_key, generation, kind, step, question, answer, correct, at) VALUES ")
                .append(ROW);
        for (int i = 1; i < events.size(); i++) {
            sql.append(',').append(ROW);
        }
        sql.append(" ON DUPLICATE KEY UPDATE event_key = event.event_key RETURNING event_key");
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement(sql.toString())) {
            int parameter = 1;
            for (var event : events) {
                insert.setLong(parameter++, event.seat());
                insert.setBytes(parameter++, Keys.bytes(event.key()));
                insert.setInt(parameter++, event.generation());
                insert.setString(parameter++, event.kind().name());
                insert.setString(parameter++, event.step());
                insert.setString(parameter++, event.question());
                insert.setString(parameter++, event.answer());
                insert.setObject(parameter++, event.correct(), Types.BOOLEAN);
                insert.setObject(parameter++, Keys.utc(event.at()));
            }
            var outcomes = new ArrayList<Event.Outcome>(events.size());
            try (var rows = insert.executeQuery()) {
                for (var event : events) {
                    if (!rows.next()) {
                        throw new SQLException("fewer rows came back than were stored");
                    }
                    boolean mine = Keys.key(rows.getBytes(1)).equals(event.key());
                    outcomes.add(mine ? Event.Outcome.STORED : Event.Outcome.ANSWERED_BEFORE);
                }
            }
            return outcomes;
        }
    }

    /** How far a seat has come: the step it saw last, and the questions it has answered. */
    public Reached reachedBy(long seat) throws SQLException {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(
                        "SELECT step, question FROM event WHERE seat_id = ? ORDER BY at, event_key")) {
            select.setLong(1, seat);
            String step = null;
            var done = new LinkedHashSet<String>();
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    step = rows.getString(1);
                    var question = rows.getString(2);
                    if (question != null) {
                        done.add(question);
                    }
                }
            }
            return new Reached(step, done);
        }
    }

    /** Has the seat come to the end of its lesson? */
    public boolean hasFinished(long seat) throws SQLException {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(
                        "SELECT 1 FROM event WHERE seat_id = ? AND kind = 'finished' LIMIT 1")) {
            select.setLong(1, seat);
            try (var row = select.executeQuery()) {
                return row.next();
            }
        }
    }

    Optional<Instant> lastOf(long seat) throws SQLException {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement("SELECT MAX(at) FROM event WHERE seat_id = ?")) {
            select.setLong(1, seat);
            try (var row = select.executeQuery()) {
                return row.next()
                        ? Optional.ofNullable(Keys.instantOrNull(row.getObject(1, LocalDateTime.class)))
                        : Optional.empty();
            }
        }
    }

    /** Where a seat is: never what it answered, for the next holder must not see that. */
    public record Reached(@Nullable String step, Set<String> done) {
        public static final Reached NOTHING = new Reached(null, Set.of());
    }
}
