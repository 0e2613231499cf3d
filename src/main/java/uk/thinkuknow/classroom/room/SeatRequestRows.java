package uk.thinkuknow.classroom.room;

import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.RetryOnConflict;

/** Second devices that ask for a card already taken, in the database. */
@Singleton
public class SeatRequestRows {
    private final DataSource database;

    SeatRequestRows(DataSource database) {
        this.database = database;
    }

    /** A request as it stands: when it was first asked, what was answered, and when the seat's device was last known alive. */
    record SeatRequest(
            Instant askedAt,
            @Nullable String answer,
            @Nullable Instant holderHeardAt) {}

    /** A seat that another device asks for. */
    public record Asked(long seat, Instant askedAt) {}

    /** Notes that a device asks, or asks again. */
    SeatRequest ask(long session, long seat, UUID key, Instant now) throws SQLException {
        var sql = """
                INSERT INTO seat_request (seat_id, seat_key, session_id, asked_at, last_asked_at) VALUES (?,?,?,?,?)
                ON DUPLICATE KEY UPDATE last_asked_at = VALUES(last_asked_at)
                RETURNING asked_at, answer, holder_heard_at""";
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement(sql)) {
            insert.setLong(1, seat);
            insert.setBytes(2, Keys.bytes(key));
            insert.setLong(3, session);
            insert.setObject(4, Keys.utc(now));
            insert.setObject(5, Keys.utc(now));
            try (var row = insert.executeQuery()) {
                row.next();
                return new SeatRequest(
                        Keys.instant(row.getObject(1, LocalDateTime.class)),
                        row.getString(2),
                        Keys.instantOrNull(row.getObject(3, LocalDateTime.class)));
            }
        }
    }

    void answer(long seat, UUID key, String answer) throws SQLException {
        RetryOnConflict.repeat(() -> {
            try (var connection = database.getConnection();
                    var update = connection.prepareStatement(
                            "UPDATE seat_request SET answer = ? WHERE seat_id = ? AND seat_key = ? AND answer IS NULL")) {
                update.setString(1, answer);
                update.setLong(2, seat);
                update.setBytes(3, Keys.bytes(key));
                return update.executeUpdate();
            }
        });
    }

    /** The key of the device that has asked for a seat for the longest, and still does. */
    Optional<UUID> firstFor(long session, long seat, Instant since) throws SQLException {
        var sql = """
                SELECT seat_key FROM seat_request
                WHERE session_id = ? AND seat_id = ? AND answer IS NULL AND last_asked_at > ?
                ORDER BY asked_at, seat_key LIMIT 1""";
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(sql)) {
            select.setLong(1, session);
            select.setLong(2, seat);
            select.setObject(3, Keys.utc(since));
            try (var row = select.executeQuery()) {
                return row.next() ? Optional.of(Keys.key(row.getBytes(1))) : Optional.empty();
            }
        }
    }

    /** The seats of a session that are asked for, each with its longest-standing request. */
    public List<Asked> of(long session, Instant since) throws SQLException {
        var sql = """
                SELECT seat_id, MIN(asked_at) FROM seat_request
                WHERE session_id = ? AND answer IS NULL AND last_asked_at > ? GROUP BY seat_id ORDER BY 2""";
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(sql)) {
            select.setLong(1, session);
            select.setObject(2, Keys.utc(since));
            var asked = new ArrayList<Asked>();
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    asked.add(new Asked(rows.getLong(1), Keys.instant(rows.getObject(2, LocalDateTime.class))));
                }
            }
            return asked;
        }
    }

    /** The seats of all sessions that are asked for now: session and seat. */
    List<long[]> all(Instant since) throws SQLException {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(
                        "SELECT DISTINCT session_id, seat_id FROM seat_request WHERE last_asked_at > ? AND answer IS NULL")) {
            select.setObject(1, Keys.utc(since));
            var all = new ArrayList<long[]>();
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    all.add(new long[] {rows.getLong(1), rows.getLong(2)});
                }
            }
            return all;
        }
    }

    /** Tells the other instances when this one last heard of the devices whose seats are asked for. */
    void heard(Collection<Heard> heard) throws SQLException {
        try (var connection = database.getConnection();
                var update = connection.prepareStatement(
                        "UPDATE seat_request SET holder_heard_at = ? WHERE seat_id = ? AND (holder_heard_at IS NULL OR holder_heard_at < ?)")) {
            for (var one : heard) {
                update.setObject(1, Keys.utc(one.at()));
                update.setLong(2, one.seat());
                update.setObject(3, Keys.utc(one.at()));
                update.executeUpdate();
            }
        }
    }

    /** When the device of a seat was last heard of. */
    record Heard(long seat, Instant at) {}
}
