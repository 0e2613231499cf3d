package uk.thinkuknow.classroom.room;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.Sql;

/** Reads and writes the requests of second devices for cards that another device has. */
@Singleton
public class SeatRequestRows {
    /** Requests for one seat at a time; a class has few tablets, and a script any number of keys. */
    static final int WAITING_AT_MOST = 5;

    private final DataSource database;

    SeatRequestRows(DataSource database) {
        this.database = database;
    }

    /**
     * A request for a seat.
     *
     * @param askedAt when it was first asked
     * @param answer "through", "refused", or null if undecided
     * @param holderHeardAt when an instance last heard the device that has the seat, as stored for the others; null if
     *     none did
     */
    record SeatRequest(
            Instant askedAt,
            @Nullable String answer,
            @Nullable Instant holderHeardAt) {}

    /** A seat that another device asks for, and since when. */
    public record RequestedSeat(long seat, Instant askedAt) {}

    /**
     * Stores a request, or that it was repeated. Beside five others that wait it is not stored: it is asked again, and
     * stored when one of them was answered or has given up.
     */
    SeatRequest ask(long session, long seat, UUID key, Instant now) {
        if (others(seat, key, now) >= WAITING_AT_MOST) {
            return new SeatRequest(now, null, null);
        }
        var sql = """
                INSERT INTO seat_request (seat_id, seat_key, session_id, asked_at, last_asked_at) VALUES (?,?,?,?,?)
                ON DUPLICATE KEY UPDATE last_asked_at = VALUES(last_asked_at)
                RETURNING asked_at, answer, holder_heard_at""";
        return Sql.list(
                        database,
                        sql,
                        List.of(seat, Keys.bytes(key), session, Keys.utc(now), Keys.utc(now)),
                        row -> new SeatRequest(
                                Keys.instant(row.getObject(1, LocalDateTime.class)),
                                row.getString(2),
                                Keys.instantOrNull(row.getObject(3, LocalDateTime.class))))
                .getFirst();
    }

    private int others(long seat, UUID key, Instant now) {
        var sql =
                "SELECT COUNT(*) FROM seat_request WHERE seat_id = ? AND seat_key <> ? AND answer IS NULL AND last_asked_at > ?";
        var values = List.of(seat, Keys.bytes(key), Keys.utc(now.minus(SeatRequests.STILL_ASKING)));
        return Sql.first(database, sql, values, row -> row.getInt(1)).orElse(0);
    }

    void answer(long seat, UUID key, String answer) {
        Sql.update(
                database,
                "UPDATE seat_request SET answer = ? WHERE seat_id = ? AND seat_key = ? AND answer IS NULL",
                List.of(answer, seat, Keys.bytes(key)));
    }

    /** The key of the device that has asked longest for a seat and still asks. */
    Optional<UUID> firstFor(long session, long seat, Instant since) {
        var sql = """
                SELECT seat_key FROM seat_request
                WHERE session_id = ? AND seat_id = ? AND answer IS NULL AND last_asked_at > ?
                ORDER BY asked_at, seat_key LIMIT 1""";
        return Sql.first(database, sql, List.of(session, seat, Keys.utc(since)), row -> Keys.key(row.getBytes(1)));
    }

    /** The seats of a session that are asked for, each with its oldest request, and the number of devices at the door. */
    public record WaitingNow(List<RequestedSeat> seats, int atDoor) {
        public static final WaitingNow NOBODY = new WaitingNow(List.of(), 0);

        private WaitingNow and(WaitingNow more) {
            return new WaitingNow(
                    Stream.concat(seats.stream(), more.seats().stream()).toList(), atDoor + more.atDoor());
        }
    }

    /** Reads who waits in several sessions, in one statement, because watched rooms ask once a second; by session id. */
    public Map<Long, WaitingNow> waiting(Collection<Long> sessions, Instant since) {
        var marks = Sql.marks(sessions.size());
        var sql = """
                SELECT session_id, seat_id, MIN(asked_at) AS since, COUNT(*) FROM seat_request
                WHERE session_id IN (%1$s) AND answer IS NULL AND last_asked_at > ? GROUP BY session_id, seat_id
                UNION ALL
                SELECT session_id, 0, MIN(asked_at), COUNT(*) FROM door_request
                WHERE session_id IN (%1$s) AND let_in_at IS NULL AND last_asked_at > ? GROUP BY session_id
                ORDER BY since""".formatted(marks);
        var values = new ArrayList<Object>(sessions);
        values.add(Keys.utc(since));
        values.addAll(List.copyOf(values));
        var waiting = new HashMap<Long, WaitingNow>();
        Sql.each(database, sql, values, row -> waiting.merge(row.getLong(1), waitingIn(row), WaitingNow::and));
        return waiting;
    }

    private static WaitingNow waitingIn(ResultSet row) throws SQLException {
        return row.getLong(2) == 0
                ? new WaitingNow(List.of(), row.getInt(4))
                : new WaitingNow(
                        List.of(new RequestedSeat(row.getLong(2), Keys.instant(row.getObject(3, LocalDateTime.class)))),
                        0);
    }

    /** Session id and seat id of all seats asked for now. */
    List<long[]> all(Instant since) {
        return Sql.list(
                database,
                "SELECT DISTINCT session_id, seat_id FROM seat_request WHERE last_asked_at > ? AND answer IS NULL",
                List.of(Keys.utc(since)),
                row -> new long[] {row.getLong(1), row.getLong(2)});
    }

    /**
     * Stores when this instance last heard the devices whose seats are asked for, for the other instances.
     *
     * @param since requests that were not repeated since then have given up
     */
    void storeHeard(Collection<HeardDevice> heard, Instant since) {
        var sql =
                "UPDATE seat_request SET holder_heard_at = ? WHERE seat_id = ? AND last_asked_at > ? AND (holder_heard_at IS NULL OR holder_heard_at < ?)";
        Sql.run(database, connection -> {
            for (var one : heard) {
                var at = Keys.utc(one.at());
                Sql.update(connection, sql, List.of(at, one.seat(), Keys.utc(since), at));
            }
        });
    }

    /** When the device of a seat was last heard. */
    record HeardDevice(long seat, Instant at) {}
}
