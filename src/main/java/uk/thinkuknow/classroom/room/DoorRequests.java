package uk.thinkuknow.classroom.room;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import uk.thinkuknow.common.Sql;

/** Reads and writes the devices that wait until the teacher lets them into a room. */
@Singleton
public class DoorRequests {
    /** More devices than this are not stored: they ask again, and are stored when others were let in or gave up. */
    private static final int STORED_AT_MOST = 60;

    private final DataSource database;

    DoorRequests(DataSource database) {
        this.database = database;
    }

    /**
     * Stores that a device waits, or that it still does.
     *
     * @return whether the teacher has let it in
     */
    public boolean ask(long session, UUID key, Instant now) {
        var known = Sql.first(
                database,
                "SELECT let_in_at FROM door_request WHERE session_id = ? AND seat_key = ?",
                List.of(session, Keys.bytes(key)),
                row -> Keys.instantOrNull(row.getObject(1, LocalDateTime.class)) != null);
        if (known.orElse(false)) {
            return true;
        }
        if (known.isPresent() || waiting(session, now) < STORED_AT_MOST) {
            var sql = """
                    INSERT INTO door_request (session_id, seat_key, asked_at, last_asked_at) VALUES (?,?,?,?)
                    ON DUPLICATE KEY UPDATE last_asked_at = VALUES(last_asked_at)""";
            Sql.update(database, sql, List.of(session, Keys.bytes(key), Keys.utc(now), Keys.utc(now)));
        }
        return false;
    }

    private int waiting(long session, Instant now) {
        return Sql.first(
                        database,
                        "SELECT COUNT(*) FROM door_request WHERE session_id = ? AND let_in_at IS NULL AND last_asked_at > ?",
                        List.of(session, Keys.utc(now.minus(SeatRequests.STILL_ASKING))),
                        row -> row.getInt(1))
                .orElse(0);
    }

    /**
     * Lets in the devices that wait now; each takes its seat when it asks next.
     *
     * @return how many they are
     */
    public int letIn(long session, Instant now) {
        return Sql.update(
                database,
                "UPDATE door_request SET let_in_at = ? WHERE session_id = ? AND let_in_at IS NULL AND last_asked_at > ?",
                List.of(Keys.utc(now), session, Keys.utc(now.minus(SeatRequests.STILL_ASKING))));
    }

    /** Forgets all devices that wait or were let in, because the room was emptied. */
    public void clear(long session) {
        Sql.update(database, "DELETE FROM door_request WHERE session_id = ?", List.of(session));
    }
}
