package uk.thinkuknow.reach.evidence;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.InWords;
import uk.thinkuknow.common.Sql;

/** Every version of a session's return: the newest counts, those before it are kept as they were signed. */
@Singleton
class ReturnVersions {
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
              WHERE session_id = (SELECT id FROM session_v WHERE public_id = ?)) l ON l.return_id = r.id
            WHERE s.public_id = ?
            GROUP BY r.id
            ORDER BY r.number DESC""";

    private final DataSource database;

    ReturnVersions(DataSource database) {
        this.database = database;
    }

    /** The newest first. */
    List<Version> of(String session) {
        return Sql.list(database, VERSIONS, List.of(session, session, session), ReturnVersions::version);
    }

    /** A version as it was signed: how many children and guests it counted. */
    record Version(int number, Standing standing, Signed signed, int children, int guests) {}

    record Signed(String by, Instant at) {}

    record Standing(
            String state,
            @Nullable Instant supersededAt,
            @Nullable Instant withdrawnAt) {
        boolean counts() {
            return supersededAt == null && withdrawnAt == null && state.equalsIgnoreCase("COUNTED");
        }

        String inWords() {
            if (supersededAt != null) {
                return "Replaced on " + InWords.time(supersededAt);
            }
            if (withdrawnAt != null) {
                return "Withdrawn on " + InWords.time(withdrawnAt);
            }
            return switch (state.toUpperCase(Locale.ROOT)) {
                case "UNCONFIRMED" -> "Waits to be confirmed";
                case "NOBODY" -> "Nobody came";
                default -> "Counts";
            };
        }
    }

    private static Version version(ResultSet row) throws SQLException {
        return new Version(
                row.getInt(1),
                new Standing(row.getString(2), instant(row, 5), instant(row, 6)),
                new Signed(row.getString(3), row.getTimestamp(4).toInstant()),
                row.getInt(7),
                row.getInt(8));
    }

    private static @Nullable Instant instant(ResultSet row, int column) throws SQLException {
        var at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
