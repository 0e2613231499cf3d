package uk.thinkuknow.classroom.room;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.Refused;
import uk.thinkuknow.common.Sql;

/** Reads and writes the table of seats and the ends of their generations; no other class writes them. */
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
     * @return for each claim, in order, the seat as it is now; its key is another one if the place was taken already
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

    List<Seat> of(long session) {
        return Sql.list(
                database,
                "SELECT " + COLUMNS + " FROM seat WHERE session_id = ? ORDER BY id",
                List.of(session),
                SeatRows::seat);
    }

    /** When earlier generations of a session's seats ended: seat id → generation → time. */
    Map<Long, Map<Integer, Instant>> endsOf(long session) {
        var ends = new HashMap<Long, Map<Integer, Instant>>();
        Sql.each(
                database,
                "SELECT g.seat_id, g.generation, g.ended_at FROM seat s JOIN seat_generation g ON g.seat_id = s.id WHERE s.session_id = ?",
                List.of(session),
                row -> ends.computeIfAbsent(row.getLong(1), any -> new HashMap<>())
                        .put(row.getInt(2), Keys.instant(row.getObject(3, LocalDateTime.class))));
        return ends;
    }

    /**
     * The step that a seat saw last and the questions it has answered. The answers are left out, because the card's
     * next holder must not see them.
     *
     * @param step the step it saw last; null before the first
     * @param done keys of the questions it has answered
     */
    public record SeatProgress(@Nullable String step, Set<String> done) {
        public static final SeatProgress NOTHING = new SeatProgress(null, Set.of());
    }

    /**
     * Reads where a seat's lesson continues on a device that gets the seat. What a device sent after it had lost the seat
     * does not count for the next one.
     */
    public SeatProgress reachedBy(long seat) {
        var steps = new ArrayList<String>();
        var done = new LinkedHashSet<String>();
        Sql.each(
                database,
                "SELECT step, question FROM event WHERE seat_id = ? AND NOT late ORDER BY at, event_key",
                List.of(seat),
                row -> {
                    steps.add(row.getString(1));
                    if (row.getString(2) != null) {
                        done.add(row.getString(2));
                    }
                });
        return new SeatProgress(steps.isEmpty() ? null : steps.getLast(), done);
    }

    /** Returns whether the seat finished its lesson. */
    public boolean hasFinished(long seat) {
        var sql = "SELECT 1 FROM event WHERE seat_id = ? AND kind = 'finished' AND NOT late LIMIT 1";
        return !Sql.list(database, sql, List.of(seat), row -> true).isEmpty();
    }

    /** The time of a seat's latest event. */
    Optional<Instant> lastEventOf(long seat) {
        return Optional.ofNullable(Sql.list(
                        database,
                        "SELECT MAX(at) FROM event WHERE seat_id = ?",
                        List.of(seat),
                        row -> Keys.instantOrNull(row.getObject(1, LocalDateTime.class)))
                .getFirst());
    }

    /** Takes a seat that its device left, unless another device was faster. */
    public void retake(long session, Seat freed, UUID key, Instant at) {
        var sql =
                "UPDATE seat SET seat_key = ?, taken_at = ?, freed_at = NULL WHERE id = ? AND generation = ? AND freed_at IS NOT NULL";
        var values = List.of(Keys.bytes(key), Keys.utc(at), freed.id(), freed.generation());
        Transactions.run(database, connection -> {
            if (Sql.update(connection, sql, values) == 1) {
                bumpRevision(connection, session);
            }
        });
    }

    /**
     * Frees a seat that its device gives up for another card or another child.
     *
     * @param check whether the signer must check its mark
     */
    public void free(long session, SeatToken held, Instant at, boolean check) {
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
     * Frees seats that a device gives up or left without a sign of life, each at an instant of its own: several at the
     * same instant are the teacher's act.
     */
    public void freeEach(long session, List<SeatToken> held, Instant at) {
        for (int i = 0; i < held.size(); i++) {
            free(session, held.get(i), at.plus(i, ChronoUnit.MICROS), true);
        }
    }

    /**
     * Takes a seat from its device; the signer must check its mark.
     *
     * @param key a new key that no device has, so that the old device cannot get the seat back with its own
     */
    public void takeAway(long session, Seat held, Instant at, UUID key) {
        endGeneration(
                session,
                held.id(),
                held.generation(),
                at,
                "UPDATE seat SET generation = generation + 1, freed_at = ?, to_check = TRUE, seat_key = ?"
                        + " WHERE id = ? AND session_id = ? AND generation = ? AND freed_at IS NULL",
                key);
    }

    /** Gives a seat to the device that asked for it; the old device's events from now on are refused. */
    void handOver(long session, Seat seat, UUID key, Instant at) {
        endGeneration(
                session,
                seat.id(),
                seat.generation(),
                at,
                "UPDATE seat SET generation = generation + 1, taken_at = ?, freed_at = NULL, seat_key = ? WHERE id = ? AND session_id = ? AND generation = ?",
                key);
    }

    /**
     * Moves the child at a seat to another card, or swaps two seats.
     *
     * @param there the seat at the other card, if it has one
     * @throws Refused if a seat has changed hands since it was read
     */
    public void move(long session, Seat seat, Seat.Place to, Optional<Seat> there, Instant at) {
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

    /**
     * Puts a seat at another place, or at none while two seats are swapped, as a new generation.
     *
     * @param ended when the generation before ended; null if that is stored already
     */
    private static void place(Connection connection, Seat seat, Seat.@Nullable Place place, @Nullable Instant ended)
            throws SQLException {
        var sql = "UPDATE seat SET class_id = ?, card_number = ?, visitor = NULL, visitor_number = NULL, generation = ?"
                + " WHERE id = ? AND generation = ? AND freed_at IS NULL";
        var now = ended == null ? seat.generation() + 1 : seat.generation();
        var values = Arrays.asList(
                place == null ? null : place.classId(),
                place == null ? null : place.card(),
                seat.generation() + 1,
                seat.id(),
                now);
        if (Sql.update(connection, sql, values) != 1) {
            throw new Refused("room.changedHands");
        }
        if (ended != null) {
            noteEnd(connection, seat.id(), seat.generation(), ended);
        }
    }

    /** Deletes all seats of these sessions and the ends of their generations. */
    static void delete(Connection connection, List<Long> sessions) throws SQLException {
        var these = "(" + Sql.marks(sessions.size()) + ")";
        Sql.update(
                connection,
                "DELETE g FROM seat s JOIN seat_generation g ON g.seat_id = s.id WHERE s.session_id IN " + these,
                sessions);
        Sql.update(connection, "DELETE FROM seat WHERE session_id IN " + these, sessions);
    }

    private void endGeneration(long session, long seat, int generation, Instant at, String sql, @Nullable UUID key) {
        var values = new ArrayList<Object>(List.of(Keys.utc(at)));
        if (key != null) {
            values.add(Keys.bytes(key));
        }
        values.addAll(List.of(seat, session, generation));
        Transactions.run(database, connection -> {
            if (Sql.update(connection, sql, values) == 1) {
                noteEnd(connection, seat, generation, at);
                bumpRevision(connection, session);
            }
        });
    }

    private static void noteEnd(Connection connection, long seat, int generation, Instant at) throws SQLException {
        Sql.update(
                connection,
                "INSERT INTO seat_generation (seat_id, generation, ended_at) VALUES (?,?,?)",
                List.of(seat, generation, Keys.utc(at)));
    }

    private static void bumpRevision(Connection connection, long session) throws SQLException {
        Sql.update(connection, "UPDATE room SET revision = revision + 1 WHERE session_id = ?", List.of(session));
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
