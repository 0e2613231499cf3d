package uk.thinkuknow.classroom.room;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.Refused;
import uk.thinkuknow.common.Sql;

/** Reads and writes the seats in the database; no other class writes this table. */
@Singleton
public class SeatRows {
    private static final String COLUMNS =
            "id, class_id, card_number, visitor, visitor_number, seat_key, generation, taken_at, freed_at";

    private final DataSource database;

    SeatRows(DataSource database) {
        this.database = database;
    }

    /**
     * Takes each place that is free, in one round trip.
     *
     * @return for each claim, in order, the seat as it now is: with another's key if the place was taken before
     */
    List<Seat> claim(List<SeatClaim> claims) throws SQLException {
        var sql = new StringBuilder(
                "INSERT INTO seat (session_id, class_id, card_number, visitor, visitor_number, seat_key, generation, taken_at) VALUES ");
        for (int i = 0; i < claims.size(); i++) {
            sql.append(i == 0 ? "(?,?,?,?,?,?,1,?)" : ",(?,?,?,?,?,?,1,?)");
        }
        sql.append(" ON DUPLICATE KEY UPDATE id = seat.id RETURNING ").append(COLUMNS);
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement(sql.toString())) {
            int parameter = 1;
            for (var claim : claims) {
                var place = claim.place();
                insert.setLong(parameter++, claim.session());
                insert.setObject(parameter++, place.classId(), Types.BIGINT);
                insert.setObject(parameter++, place.card(), Types.INTEGER);
                insert.setString(parameter++, place.visitor());
                insert.setObject(parameter++, place.visitorNumber(), Types.INTEGER);
                insert.setBytes(parameter++, Keys.bytes(claim.key()));
                insert.setObject(parameter++, Keys.utc(claim.at()));
            }
            var seats = new ArrayList<Seat>(claims.size());
            try (var rows = insert.executeQuery()) {
                while (rows.next()) {
                    seats.add(seat(rows));
                }
            }
            return seats;
        }
    }

    List<Seat> of(long session) throws SQLException {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(
                        "SELECT " + COLUMNS + " FROM seat WHERE session_id = ? ORDER BY id")) {
            select.setLong(1, session);
            var seats = new ArrayList<Seat>();
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    seats.add(seat(rows));
                }
            }
            return seats;
        }
    }

    /** When earlier generations of a session's seats ended: by seat, then by generation. */
    Map<Long, Map<Integer, Instant>> endsOf(long session) throws SQLException {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(
                        "SELECT g.seat_id, g.generation, g.ended_at FROM seat s JOIN seat_generation g ON g.seat_id = s.id WHERE s.session_id = ?")) {
            select.setLong(1, session);
            var ends = new HashMap<Long, Map<Integer, Instant>>();
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    ends.computeIfAbsent(rows.getLong(1), any -> new HashMap<>())
                            .put(rows.getInt(2), Keys.instant(rows.getObject(3, LocalDateTime.class)));
                }
            }
            return ends;
        }
    }

    /** Takes a seat whose holder has left it, unless somebody else was quicker. */
    public void retake(long session, Seat freed, UUID key, Instant at) throws SQLException {
        Transactions.run(database, connection -> {
            try (var update = connection.prepareStatement(
                    "UPDATE seat SET seat_key = ?, taken_at = ?, freed_at = NULL WHERE id = ? AND generation = ? AND freed_at IS NOT NULL")) {
                update.setBytes(1, Keys.bytes(key));
                update.setObject(2, Keys.utc(at));
                update.setLong(3, freed.id());
                update.setInt(4, freed.generation());
                if (update.executeUpdate() == 1) {
                    bumpRevision(connection, session);
                }
            }
        });
    }

    /**
     * Frees a seat because its device went on to another child; its holder has moved.
     *
     * @param check whether its mark is to be checked
     */
    public void free(long session, SeatToken held, Instant at, boolean check) throws SQLException {
        endGeneration(
                session,
                held.seat(),
                held.generation(),
                at,
                "UPDATE seat SET generation = generation + 1, freed_at = ?" + (check ? ", to_check = TRUE" : "")
                        + " WHERE id = ? AND session_id = ? AND generation = ? AND freed_at IS NULL",
                null);
    }

    /**
     * Takes a seat from its device; its mark is to be checked.
     *
     * @param key one that no device knows, so that the old device cannot get the seat back by asking again
     */
    public void takeAway(long session, Seat held, Instant at, UUID key) throws SQLException {
        endGeneration(
                session,
                held.id(),
                held.generation(),
                at,
                "UPDATE seat SET generation = generation + 1, freed_at = ?, to_check = TRUE, seat_key = ?"
                        + " WHERE id = ? AND session_id = ? AND generation = ? AND freed_at IS NULL",
                key);
    }

    /** Hands a seat over to the device that asked for it; its old holder has moved. */
    void handOver(long session, Seat seat, UUID key, Instant at) throws SQLException {
        endGeneration(
                session,
                seat.id(),
                seat.generation(),
                at,
                "UPDATE seat SET generation = generation + 1, taken_at = ?, freed_at = NULL, seat_key = ? WHERE id = ? AND session_id = ? AND generation = ?",
                key);
    }

    /**
     * Puts the child at a seat on another card, or lets two seats change places.
     *
     * @param there the seat at the other card, if it has one
     * @throws Refused if a seat has changed hands since it was read
     */
    public void move(long session, Seat seat, Seat.Place to, Optional<Seat> there, Instant at) throws SQLException {
        Transactions.run(database, connection -> {
            if (there.isPresent()) {
                place(connection, there.get(), null, at);
            }
            place(connection, seat, to, at);
            if (there.isPresent()) {
                place(connection, there.get(), seat.place(), null);
            }
            bumpRevision(connection, session);
        });
    }

    /** @param ended when its generation ended; null if that is written already */
    private static void place(Connection connection, Seat seat, Seat.@Nullable Place place, @Nullable Instant ended)
            throws SQLException {
        var sql = "UPDATE seat SET class_id = ?, card_number = ?, visitor = NULL, visitor_number = NULL, generation = ?"
                + " WHERE id = ? AND generation = ? AND freed_at IS NULL";
        try (var update = connection.prepareStatement(sql)) {
            update.setObject(1, place == null ? null : place.classId(), Types.BIGINT);
            update.setObject(2, place == null ? null : place.card(), Types.INTEGER);
            update.setInt(3, seat.generation() + 1);
            update.setLong(4, seat.id());
            update.setInt(5, ended == null ? seat.generation() + 1 : seat.generation());
            if (update.executeUpdate() != 1) {
                throw new Refused("That card has just changed hands. Look again.");
            }
        }
        if (ended != null) {
            noteEnd(connection, seat.id(), seat.generation(), ended);
        }
    }

    /** Deletes all seats of sessions, and when their generations ended. */
    static void delete(Connection connection, List<Long> sessions) throws SQLException {
        var these = "(" + Sql.marks(sessions.size()) + ")";
        Sql.update(
                connection,
                "DELETE g FROM seat s JOIN seat_generation g ON g.seat_id = s.id WHERE s.session_id IN " + these,
                sessions);
        Sql.update(connection, "DELETE FROM seat WHERE session_id IN " + these, sessions);
    }

    private void endGeneration(long session, long seat, int generation, Instant at, String sql, @Nullable UUID key)
            throws SQLException {
        Transactions.run(database, connection -> {
            int changed;
            try (var update = connection.prepareStatement(sql)) {
                int parameter = 1;
                update.setObject(parameter++, Keys.utc(at));
                if (key != null) {
                    update.setBytes(parameter++, Keys.bytes(key));
                }
                update.setLong(parameter++, seat);
                update.setLong(parameter++, session);
                update.setInt(parameter, generation);
                changed = update.executeUpdate();
            }
            if (changed == 1) {
                noteEnd(connection, seat, generation, at);
                bumpRevision(connection, session);
            }
        });
    }

    private static void noteEnd(Connection connection, long seat, int generation, Instant at) throws SQLException {
        try (var insert = connection.prepareStatement(
                "INSERT INTO seat_generation (seat_id, generation, ended_at) VALUES (?,?,?)")) {
            insert.setLong(1, seat);
            insert.setInt(2, generation);
            insert.setObject(3, Keys.utc(at));
            insert.executeUpdate();
        }
    }

    private static void bumpRevision(Connection connection, long session) throws SQLException {
        try (var update = connection.prepareStatement("UPDATE room SET revision = revision + 1 WHERE session_id = ?")) {
            update.setLong(1, session);
            update.executeUpdate();
        }
    }

    private static Seat seat(ResultSet row) throws SQLException {
        return new Seat(
                row.getLong(1),
                new Seat.Place(
                        row.getObject(2, Long.class),
                        row.getObject(3, Integer.class),
                        row.getString(4),
                        row.getObject(5, Integer.class)),
                Keys.key(row.getBytes(6)),
                row.getInt(7),
                Keys.instant(row.getObject(8, LocalDateTime.class)),
                Keys.instantOrNull(row.getObject(9, LocalDateTime.class)));
    }
}
