package uk.thinkuknow.classroom.room;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.Language;
import uk.thinkuknow.common.PublicId;
import uk.thinkuknow.common.RetryOnConflict;
import uk.thinkuknow.common.Sql;
import uk.thinkuknow.counting.CardSet;
import uk.thinkuknow.curriculum.help.HelpBook;
import uk.thinkuknow.schools.school.Deck;

/** The rooms in the database. */
@Singleton
public class RoomRows {
    private static final int DUPLICATE = 1062;
    private static final String STANDING =
            "r.state, r.revision, r.sharing, r.locked, r.paused, r.step, r.revealed, s.module_version_id";
    private static final String NATION = """
            (SELECT g.nation FROM school_area_v a JOIN authority_v y ON y.authority_key = a.authority_key
              JOIN region_v g ON g.region_key = y.region_key
              WHERE a.school_id = s.school_id AND a.in_force = 1)""";
    private static final String ROOM = "SELECT r.session_id, s.public_id, r.code_hash, r.open_until, " + STANDING + ", "
            + NATION + ", s.language FROM room r JOIN session_v s ON s.id = r.session_id WHERE ";

    private final DataSource database;
    private final Deck deck;

    RoomRows(DataSource database, Deck deck) {
        this.database = database;
        this.deck = deck;
    }

    /**
     * Changes an open room and counts the change.
     *
     * @param unless the condition, of {@code compared}, without which nothing changes
     */
    public void change(long session, String what, String unless, @Nullable Object value, @Nullable Object compared)
            throws SQLException {
        var sql = "UPDATE room SET " + what + ", revision = revision + 1 WHERE session_id = ? AND state = 'open' AND "
                + unless;
        change(sql, value, session, compared);
    }

    /** Opens a room under a code; false if another open room has that code. */
    public boolean open(long session, CodeHash code, int serial, Instant openUntil, boolean sharing)
            throws SQLException {
        var sql =
                "INSERT INTO room (session_id, code_hash, code_serial, open_until, state, sharing, revision) VALUES (?,?,?,?,'open',?,1)";
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement(sql)) {
            insert.setLong(1, session);
            insert.setBytes(2, code.bytes());
            insert.setInt(3, serial);
            insert.setObject(4, Keys.utc(openUntil));
            insert.setBoolean(5, sharing);
            insert.executeUpdate();
            return true;
        } catch (SQLException e) {
            if (e.getErrorCode() == DUPLICATE) {
                return false;
            }
            throw e;
        }
    }

    /** Closes a room: its code opens nothing any more, while events are still taken. */
    public void close(long session) throws SQLException {
        change(
                "UPDATE room SET state = 'ended', code_hash = NULL, revision = revision + 1 WHERE session_id = ? AND state = 'open'",
                session);
    }

    /** Closes a room whose session was cancelled, or whose lesson withdrawn: its children are told to look at their teacher. */
    public void withdraw(long session) throws SQLException {
        change(
                "UPDATE room SET state = 'withdrawn', code_hash = NULL, revision = revision + 1 WHERE session_id = ? AND state <> 'withdrawn'",
                session);
    }

    /** Says whether cards share a tablet in a room. */
    public void share(long session, boolean sharing) throws SQLException {
        change(
                sharing
                        ? "UPDATE room SET sharing = TRUE, revision = revision + 1 WHERE session_id = ? AND NOT sharing"
                        : "UPDATE room SET sharing = FALSE, revision = revision + 1 WHERE session_id = ? AND sharing",
                session);
    }

    /** Says that something of a room is news to its children. */
    public void changed(long session) throws SQLException {
        change("UPDATE room SET revision = revision + 1 WHERE session_id = ?", session);
    }

    public boolean isShared(long session) throws SQLException {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement("SELECT sharing FROM room WHERE session_id = ?")) {
            select.setLong(1, session);
            try (var row = select.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }

    private void change(String sql, @Nullable Object... values) throws SQLException {
        RetryOnConflict.repeat(() -> {
            try (var connection = database.getConnection()) {
                return Sql.update(connection, sql, Arrays.asList(values));
            }
        });
    }

    /** The serial with which an open room's code was derived, by the session's public id. */
    public Optional<Map.Entry<PublicId, Integer>> codeOf(long session) throws SQLException {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(
                        "SELECT s.public_id, r.code_serial FROM room r JOIN session_v s ON s.id = r.session_id WHERE r.session_id = ?")) {
            select.setLong(1, session);
            try (var row = select.executeQuery()) {
                return row.next()
                        ? Optional.of(Map.entry(new PublicId(row.getString(1)), row.getInt(2)))
                        : Optional.empty();
            }
        }
    }

    Optional<RoomRow> withCode(CodeHash code, Instant now) throws SQLException {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(ROOM + "r.code_hash = ? AND r.open_until > ?")) {
            select.setBytes(1, code.bytes());
            select.setObject(2, Keys.utc(now));
            return read(connection, select);
        }
    }

    Optional<RoomRow> ofSession(long session) throws SQLException {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(ROOM + "r.session_id = ?")) {
            select.setLong(1, session);
            return read(connection, select);
        }
    }

    /** How rooms stand now, and how many seats each has: one query for all of them. */
    Map<Long, Fresh> fresh(Collection<Long> sessions) throws SQLException {
        var marks = String.join(",", Collections.nCopies(sessions.size(), "?"));
        var sql = "SELECT r.session_id, (SELECT COUNT(*) FROM seat t WHERE t.session_id = r.session_id), " + STANDING
                + " FROM room r JOIN session_v s ON s.id = r.session_id WHERE r.session_id IN (" + marks + ")";
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(sql)) {
            int parameter = 1;
            for (long session : sessions) {
                select.setLong(parameter++, session);
            }
            var fresh = new HashMap<Long, Fresh>();
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    fresh.put(rows.getLong(1), new Fresh(standing(rows, 3), rows.getInt(2)));
                }
            }
            return fresh;
        }
    }

    /** How a room stands, and how many seats it has. */
    record Fresh(RoomRow.RoomStanding standing, int seats) {}

    private Optional<RoomRow> read(Connection connection, PreparedStatement select) throws SQLException {
        try (var row = select.executeQuery()) {
            if (!row.next()) {
                return Optional.empty();
            }
            long session = row.getLong(1);
            return Optional.of(new RoomRow(
                    session,
                    new PublicId(row.getString(2)),
                    Objects.requireNonNullElse(row.getString(13), HelpBook.ANYWHERE),
                    Language.of(row.getString("language")).orElse(Language.ENGLISH),
                    codeHash(row.getBytes(3)),
                    Keys.instant(row.getObject(4, LocalDateTime.class)),
                    standing(row, 5),
                    classes(connection, session)));
        }
    }

    private List<RoomClass> classes(Connection connection, long session) throws SQLException {
        var sql = """
                SELECT c.id, c.public_id, c.name, sc.for_low, sc.for_high, k.number, k.picture
                FROM session_class_v sc
                JOIN class_group_v c ON c.id = sc.class_id
                JOIN card_v k ON k.class_id = c.id
                WHERE sc.session_id = ? ORDER BY c.name, c.id, k.number""";
        try (var select = connection.prepareStatement(sql)) {
            select.setLong(1, session);
            var classes = new ArrayList<RoomClass>();
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    if (classes.isEmpty() || classes.getLast().id() != row.getLong(1)) {
                        classes.add(new RoomClass(
                                row.getLong(1), new PublicId(row.getString(2)), row.getString(3), new ArrayList<>()));
                    }
                    if (new CardSet(row.getLong(4), row.getLong(5)).contains(row.getInt(6))) {
                        classes.getLast().cards().add(card(row));
                    }
                }
            }
            return classes;
        }
    }

    private RoomClass.RoomCard card(ResultSet row) throws SQLException {
        var picture = deck.of(row.getString(7));
        return new RoomClass.RoomCard(row.getInt(6), picture.key(), picture.name());
    }

    private static RoomRow.RoomStanding standing(ResultSet row, int first) throws SQLException {
        return new RoomRow.RoomStanding(
                RoomRow.State.of(row.getString(first)),
                new RoomRow.Door(row.getBoolean(first + 2), row.getBoolean(first + 3)),
                Pacing.of(row.getBoolean(first + 4), row.getString(first + 5), row.getString(first + 6)),
                row.getLong(first + 7),
                row.getInt(first + 1));
    }

    private static @Nullable CodeHash codeHash(byte @Nullable [] bytes) {
        return bytes == null ? null : CodeHash.of(bytes);
    }
}
