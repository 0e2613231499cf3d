package uk.thinkuknow.reach.evidence;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.Sql;
import uk.thinkuknow.common.TextFormat;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.counting.CardSet;
import uk.thinkuknow.counting.CountedLine;
import uk.thinkuknow.counting.Ground;
import uk.thinkuknow.counting.GroupTally;
import uk.thinkuknow.counting.Period;

/** Reads the lessons and signed returns of a school in a year, including those of classes that moved to or from it. */
@Singleton
class SchoolReturns {
    private static final String SESSIONS = """
            SELECT s.id, s.public_id, s.local_date, s.term_key, v.title, v.number, m.band_key, s.devices,
              COALESCE((SELECT GROUP_CONCAT(c.name ORDER BY c.name SEPARATOR ' and ') FROM session_class_v k
                JOIN class_group_v c ON c.id = k.class_id WHERE k.session_id = s.id), ''),
              s.ended_at, r.state, r.signed_by, r.signed_at, COALESCE(r.rules, 0), r.withdrawn_by, r.withdrawn_at, r.withdrawn_why,
              COALESCE(r.source = 'PAPER', FALSE), w.children
            FROM session_v s
            JOIN module_version_v v ON v.id = s.module_version_id
            JOIN module_v m ON m.id = v.module_id
            LEFT JOIN signed_return_v r ON r.session_id = s.id AND r.superseded_at IS NULL AND r.state <> 'UNCONFIRMED'
            LEFT JOIN waiting_return_v w ON w.session_id = s.id
            WHERE (s.school_id = ? OR s.id IN (SELECT k.session_id FROM session_class_v k JOIN class_move_v o ON o.class_id = k.class_id
                WHERE ? IN (o.from_school, o.to_school)))
              AND s.year_key = ? AND s.audience = 'lesson' AND s.state <> 'CANCELLED'
            ORDER BY s.local_date, s.id""";

    private static final String LINES = """
            SELECT l.class_id, l.school_id, l.session_id, l.band_key, l.term_key, l.local_date, l.group_slot,
              l.for_low, l.for_high, l.in_force_low, l.in_force_high,
              l.named_a_low, l.named_a_high, l.named_b_low, l.named_b_high, l.unnamed, l.guests, l.not_taking_part, c.name
            FROM return_line_v l
            JOIN class_group_v c ON c.id = l.class_id
            WHERE (l.school_id = ? OR l.class_id IN (SELECT o.class_id FROM class_move_v o WHERE ? IN (o.from_school, o.to_school)))
              AND l.year_key = ? AND l.audience = 'lesson'
            ORDER BY l.local_date, l.session_id, l.id""";

    private static final String CHANGE = """
            SELECT c.kind = 'WITHDRAWAL', p.name, c.asked_at FROM return_change_v c
            JOIN session_v s ON s.id = c.session_id
            JOIN staff_v p ON p.id = c.asker
            WHERE s.public_id = ? AND c.state = 'WAITING'""";

    private static final String CONFIRMATION = """
            SELECT r.confirmed_by, r.confirmed_at, r.grounds FROM signed_return_v r
            JOIN session_v s ON s.id = r.session_id
            WHERE s.public_id = ? AND r.superseded_at IS NULL AND r.confirmed_by IS NOT NULL""";

    private static final String VERSIONS = """
            SELECT r.number, r.state, r.signed_by, r.signed_at, r.superseded_at, r.withdrawn_at,
              COALESCE(SUM(BIT_COUNT(l.named_a_low | l.named_b_low) + BIT_COUNT(l.named_a_high | l.named_b_high) + l.unnamed), 0),
              COALESCE(SUM(l.guests), 0)
            FROM signed_return_v r
            JOIN session_v s ON s.id = r.session_id
            LEFT JOIN (
              SELECT return_id, named_a_low, named_a_high, named_b_low, named_b_high, unnamed, guests FROM return_line_v
              WHERE session_id = (SELECT id FROM session_v WHERE public_id = ?)
              UNION ALL
              SELECT return_id, named_a_low, named_a_high, named_b_low, named_b_high, unnamed, guests FROM superseded_line_v
              WHERE session_id = (SELECT id FROM session_v WHERE public_id = ?)
              UNION ALL
              SELECT return_id, named_a_low, named_a_high, named_b_low, named_b_high, unnamed, guests FROM waiting_line_v
              WHERE session_id = (SELECT id FROM session_v WHERE public_id = ?)) l ON l.return_id = r.id
            WHERE s.public_id = ?
            GROUP BY r.id
            ORDER BY r.number DESC""";

    private final DataSource database;

    SchoolReturns(DataSource database) {
        this.database = database;
    }

    /** A change or withdrawal of a return that waits for its second signature, and the person who asked for it. */
    record Change(boolean withdrawal, String by, Instant at) {}

    /** The waiting change of a session's return, if there is one. */
    Optional<Change> changeOf(String sessionPublicId) {
        return Sql.list(
                        database,
                        CHANGE,
                        List.of(sessionPublicId),
                        row -> new Change(
                                row.getBoolean(1),
                                row.getString(2),
                                row.getTimestamp(3).toInstant()))
                .stream()
                .findFirst();
    }

    /** Who confirmed a return or signed it second, when, and why it had to be confirmed. */
    record Confirmation(String by, Instant at, Set<Ground> grounds) {}

    /** The confirmation of a session's return; empty if it had none. */
    Optional<Confirmation> confirmationOf(String sessionPublicId) {
        return Sql.list(
                        database,
                        CONFIRMATION,
                        List.of(sessionPublicId),
                        row -> new Confirmation(
                                row.getString(1), row.getTimestamp(2).toInstant(), Ground.split(row.getString(3))))
                .stream()
                .findFirst();
    }

    /** All versions of a session's return, newest first. Only the newest can count; the others are kept as signed. */
    List<Version> versionsOf(String sessionPublicId) {
        return Sql.list(database, VERSIONS, Collections.nCopies(4, sessionPublicId), SchoolReturns::version);
    }

    /** A signed version of a return, with its numbers of children and guests. */
    record Version(int number, VersionState standing, Signed signed, int children, int guests) {}

    /** The name of a return's signer and the time of the signature. */
    record Signed(String by, Instant at) {}

    /** The state of a version of a return: it counts, or was replaced or withdrawn. */
    record VersionState(
            String state,
            @Nullable Instant supersededAt,
            @Nullable Instant withdrawnAt) {
        boolean counts() {
            return supersededAt == null && withdrawnAt == null && state.equalsIgnoreCase("COUNTED");
        }

        String inWords() {
            if (supersededAt != null) {
                return Words.of("evidence.replacedOn", TextFormat.time(supersededAt));
            }
            if (withdrawnAt != null) {
                return Words.of("evidence.withdrawnOn", TextFormat.time(withdrawnAt));
            }
            return switch (state.toUpperCase(Locale.ROOT)) {
                case "UNCONFIRMED" -> Words.of("evidence.versionUnconfirmed");
                case "NOBODY" -> Words.of("evidence.versionNobody");
                default -> Words.of("evidence.versionCounts");
            };
        }
    }

    /** The school and the school year of a session. */
    record Home(long schoolId, String year) {}

    Optional<Home> homeOf(String sessionPublicId) {
        return Sql.list(
                        database,
                        "SELECT school_id, year_key FROM session_v WHERE public_id = ? AND audience = 'lesson' AND state <> 'CANCELLED'",
                        List.of(sessionPublicId),
                        row -> new Home(row.getLong(1), row.getString(2)))
                .stream()
                .findFirst();
    }

    /** The school's lessons in the year, oldest first. */
    List<SchoolSession> sessions(long schoolId, String year) {
        return Sql.list(database, SESSIONS, List.of(schoolId, schoolId, year), SchoolReturns::session);
    }

    /** The return lines in the year, oldest first. */
    List<SchoolLine> lines(long schoolId, String year) {
        return Sql.list(database, LINES, List.of(schoolId, schoolId, year), SchoolReturns::line);
    }

    private static SchoolSession session(ResultSet row) throws SQLException {
        return new SchoolSession(
                row.getLong(1),
                row.getString(2),
                row.getObject(3, LocalDate.class),
                row.getString(4),
                new SchoolSession.Taught(
                        row.getString(5), row.getInt(6), row.getString(7), row.getBoolean(8), row.getString(9)),
                new SchoolSession.Signed(
                        instant(row.getTimestamp(10)),
                        row.getString(11),
                        row.getString(12),
                        instant(row.getTimestamp(13)),
                        row.getInt(14),
                        withdrawn(row),
                        row.getBoolean(18)),
                row.getObject(19, Integer.class));
    }

    private static Version version(ResultSet row) throws SQLException {
        return new Version(
                row.getInt(1),
                new VersionState(row.getString(2), instant(row.getTimestamp(5)), instant(row.getTimestamp(6))),
                new Signed(row.getString(3), row.getTimestamp(4).toInstant()),
                row.getInt(7),
                row.getInt(8));
    }

    private static SchoolSession.@Nullable Withdrawn withdrawn(ResultSet row) throws SQLException {
        var at = instant(row.getTimestamp(16));
        return at == null ? null : new SchoolSession.Withdrawn(row.getString(15), at, row.getString(17));
    }

    private static SchoolLine line(ResultSet row) throws SQLException {
        var cards = new CardSet(row.getLong(8), row.getLong(9));
        var inForce = new CardSet(row.getLong(10), row.getLong(11));
        var onDevice = new CardSet(row.getLong(12), row.getLong(13));
        var fromList = new CardSet(row.getLong(14), row.getLong(15));
        int unnamed = row.getInt(16);
        int guests = row.getInt(17);
        var tally = GroupTally.ofLine(row.getLong(7), cards, inForce, onDevice.or(fromList), unnamed, guests);
        var line = new CountedLine(
                row.getLong(1),
                row.getLong(2),
                row.getLong(3),
                row.getString(4),
                Period.TERMS.indexOf(row.getString(5)),
                row.getObject(6, LocalDate.class),
                tally);
        var marks =
                new SchoolLine.Marks(cards.size(), onDevice.size(), fromList.size(), unnamed, guests, row.getInt(18));
        return new SchoolLine(line, row.getString(19), marks);
    }

    private static @Nullable Instant instant(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }
}
