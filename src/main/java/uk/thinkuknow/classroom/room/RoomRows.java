package uk.thinkuknow.classroom.room;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.DatabaseErrors;
import uk.thinkuknow.common.Language;
import uk.thinkuknow.common.PublicId;
import uk.thinkuknow.common.Sql;
import uk.thinkuknow.counting.CardSet;
import uk.thinkuknow.curriculum.help.HelpBook;
import uk.thinkuknow.schools.school.Deck;

/** Reads and writes the table of rooms: opens, changes, closes and withdraws them. */
@Singleton
public class RoomRows {
    private static final String STANDING =
            "r.state, r.revision, r.sharing, r.locked, r.paused, r.step, r.revealed, s.module_version_id";
    private static final String NATION = """
            (SELECT g.nation FROM school_area_v a JOIN authority_v y ON y.authority_key = a.authority_key
              JOIN region_v g ON g.region_key = y.region_key
              WHERE a.school_id = s.school_id AND a.in_force = 1)""";
    private static final String ROOM = "SELECT r.session_id, r.code_hash, r.open_until, s.language, " + NATION
            + ", s.started_at, " + STANDING + " FROM room r JOIN session_v s ON s.id = r.session_id WHERE ";

    private final DataSource database;
    private final Deck deck;

    RoomRows(DataSource database, Deck deck) {
        this.database = database;
        this.deck = deck;
    }

    /**
     * Changes an open room and raises its revision.
     *
     * @param what the assignment, with a parameter for {@code value}
     * @param unless SQL condition on {@code compared} that must be true, so that a repeated act changes nothing
     */
    public void change(long session, String what, String unless, @Nullable Object value, @Nullable Object compared) {
        var sql = "UPDATE room SET %s, revision = revision + 1 WHERE session_id = ? AND state = 'open' AND %s"
                .formatted(what, unless);
        Sql.update(database, sql, Arrays.asList(value, session, compared));
    }

    /** Opens a room with a code; false if another open room has the code. */
    public boolean open(long session, CodeHash code, int serial, int length, Instant openUntil, boolean sharing) {
        try {
            Sql.update(
                    database,
                    "INSERT INTO room (session_id, code_hash, code_serial, code_length, open_until, state, sharing, revision) VALUES (?,?,?,?,?,'open',?,1)",
                    List.of(session, code.bytes(), serial, length, Keys.utc(openUntil), sharing));
            return true;
        } catch (Sql.Failed e) {
            if (DatabaseErrors.isDuplicate(e)) {
                return false;
            }
            throw e;
        }
    }

    /** Closes a room: its code no longer works, but events are still accepted. */
    public void close(long session) {
        Sql.update(
                database,
                "UPDATE room SET state = 'ended', code_hash = NULL, revision = revision + 1 WHERE session_id = ? AND state = 'open'",
                List.of(session));
    }

    /**
     * Closes a room whose session was cancelled or whose lesson was withdrawn; children's pages tell them to look at
     * their teacher.
     */
    public void withdraw(long session) {
        Sql.update(
                database,
                "UPDATE room SET state = 'withdrawn', code_hash = NULL, revision = revision + 1 WHERE session_id = ? AND state <> 'withdrawn'",
                List.of(session));
    }

    /** Sets whether cards share a tablet in a room. */
    public void share(long session, boolean sharing) {
        Sql.update(
                database,
                "UPDATE room SET sharing = ?, revision = revision + 1 WHERE session_id = ? AND sharing <> ?",
                List.of(sharing, session, sharing));
    }

    /** Raises the revision, so that children's pages read the room again. */
    public void raiseRevision(long session) {
        Sql.update(database, "UPDATE room SET revision = revision + 1 WHERE session_id = ?", List.of(session));
    }

    public boolean isShared(long session) {
        return Sql.first(
                        database,
                        "SELECT sharing FROM room WHERE session_id = ?",
                        List.of(session),
                        row -> row.getBoolean(1))
                .orElse(false);
    }

    /** What a room's code is derived from, and how many symbols of the derivation it has. */
    public record CodeSource(PublicId session, int serial, int length) {}

    public Optional<CodeSource> codeOf(long session) {
        return Sql.first(
                database,
                "SELECT s.public_id, r.code_serial, r.code_length FROM room r JOIN session_v s ON s.id = r.session_id WHERE r.session_id = ?",
                List.of(session),
                row -> new CodeSource(new PublicId(row.getString(1)), row.getInt(2), row.getInt(3)));
    }

    Optional<RoomRow> withCode(CodeHash code, Instant now) {
        return room("r.code_hash = ? AND r.open_until > ?", List.of(code.bytes(), Keys.utc(now)));
    }

    Optional<RoomRow> ofSession(long session) {
        return room("r.session_id = ?", List.of(session));
    }

    /** The current standing and number of seats of rooms, in one query. */
    Map<Long, RoomSnapshot> fresh(List<Long> sessions) {
        var sql = "SELECT r.session_id, (SELECT COUNT(*) FROM seat t WHERE t.session_id = r.session_id), " + STANDING
                + " FROM room r JOIN session_v s ON s.id = r.session_id WHERE r.session_id IN ("
                + Sql.marks(sessions.size()) + ")";
        var fresh = new HashMap<Long, RoomSnapshot>();
        Sql.each(
                database,
                sql,
                sessions,
                row -> fresh.put(row.getLong(1), new RoomSnapshot(standing(row, 3), row.getInt(2))));
        return fresh;
    }

    /** A room's standing and its number of seats. */
    record RoomSnapshot(RoomRow.RoomStanding standing, int seats) {}

    private Optional<RoomRow> room(String which, List<Object> values) {
        return Sql.on(database, connection -> {
            var found = Sql.first(connection, ROOM + which, values, RoomRows::room);
            if (found.isPresent()) {
                addClasses(connection, found.get());
            }
            return found;
        });
    }

    /** A room to which its classes are not added yet. */
    private static RoomRow room(ResultSet row) throws SQLException {
        return new RoomRow(
                row.getLong(1),
                Objects.requireNonNullElse(row.getString(5), HelpBook.ANYWHERE),
                Language.of(row.getString(4)).orElse(Language.ENGLISH),
                codeHash(row.getBytes(2)),
                Keys.instant(row.getObject(6, LocalDateTime.class)),
                Keys.instant(row.getObject(3, LocalDateTime.class)),
                standing(row, 7),
                new ArrayList<>());
    }

    private void addClasses(Connection connection, RoomRow room) throws SQLException {
        var sql = """
                SELECT c.id, c.public_id, c.name, sc.for_low, sc.for_high, k.number, k.picture
                FROM session_class_v sc
                JOIN class_group_v c ON c.id = sc.class_id
                JOIN card_v k ON k.class_id = c.id
                WHERE sc.session_id = ? ORDER BY c.name, c.id, k.number""";
        var classes = room.classes();
        Sql.each(connection, sql, List.of(room.session()), row -> {
            if (classes.isEmpty() || classes.getLast().id() != row.getLong(1)) {
                classes.add(new RoomClass(
                        row.getLong(1), new PublicId(row.getString(2)), row.getString(3), new ArrayList<>()));
            }
            if (new CardSet(row.getLong(4), row.getLong(5)).contains(row.getInt(6))) {
                classes.getLast().cards().add(card(row));
            }
        });
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
