package uk.thinkuknow.classroom.room;

import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** Stores the events of seats, with one INSERT for a whole batch. */
@Singleton
class EventRows {
    private static final String ROW = "(?,?,?,?,?,?,?,?,?,?)";

    /** Replaces a late answer by one that is not; late is assigned last, because the others read it. */
    private static final String IF_ANSWERED = """
             ON DUPLICATE KEY UPDATE
              answer = IF(event.late AND NOT VALUES(late), VALUES(answer), event.answer),
              correct = IF(event.late AND NOT VALUES(late), VALUES(correct), event.correct),
              at = IF(event.late AND NOT VALUES(late), VALUES(at), event.at),
              step = IF(event.late AND NOT VALUES(late), VALUES(step), event.step),
              generation = IF(event.late AND NOT VALUES(late), VALUES(generation), event.generation),
              event_key = IF(event.late AND NOT VALUES(late), VALUES(event_key), event.event_key),
              late = event.late AND VALUES(late)
            RETURNING event_key""";

    private final DataSource database;

    EventRows(DataSource database) {
        this.database = database;
    }

    /**
     * Stores events in one round trip. ON DUPLICATE KEY UPDATE forgives duplicates only; INSERT IGNORE would also cut
     * values that are too long and report them as stored.
     */
    List<Event.Outcome> insert(List<Event> events) throws SQLException {
        var sql = new StringBuilder(160 + events.size() * (ROW.length() + 1))
                .append(
                        "INSERT INTO event (seat_id, event_key, generation, kind, step, question, answer, correct, at, late) VALUES ")
                .append(ROW);
        for (int i = 1; i < events.size(); i++) {
            sql.append(',').append(ROW);
        }
        sql.append(IF_ANSWERED);
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement(sql.toString())) {
            int parameter = 1;
            for (var event : events) {
                insert.setLong(parameter++, event.seat());
                insert.setBytes(parameter++, Keys.bytes(event.key()));
                insert.setInt(parameter++, event.generation());
                insert.setString(parameter++, event.kind().name());
                insert.setString(parameter++, event.step());
                var given = event.given();
                insert.setString(parameter++, given == null ? null : given.question());
                insert.setString(parameter++, given == null ? null : given.chosen());
                insert.setObject(parameter++, given == null ? null : given.correct(), Types.BOOLEAN);
                insert.setObject(parameter++, Keys.utc(event.at()));
                insert.setBoolean(parameter++, event.late());
            }
            var outcomes = new ArrayList<Event.Outcome>(events.size());
            try (var rows = insert.executeQuery()) {
                for (var event : events) {
                    if (!rows.next()) {
                        throw new SQLException("rows missing");
                    }
                    boolean mine = Keys.key(rows.getBytes(1)).equals(event.key());
                    outcomes.add(mine ? Event.Outcome.STORED : Event.Outcome.ANSWERED_BEFORE);
                }
            }
            return outcomes;
        }
    }
}
