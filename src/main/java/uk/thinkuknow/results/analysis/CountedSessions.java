package uk.thinkuknow.results.analysis;

import jakarta.inject.Singleton;
import java.util.List;
import javax.sql.DataSource;
import uk.thinkuknow.common.Sql;

/**
 * Finds the sessions whose answers count: they had a live room and ended, and have a return that counts with somebody
 * present. Sessions started by mistake, tried out, still running, or cut off because their module was withdrawn do not
 * count.
 */
@Singleton
class CountedSessions {
    private static final String COUNTED = """
            SELECT s.id, s.module_version_id, s.year_key FROM session_v s
            JOIN room_v r ON r.session_id = s.id
            JOIN signed_return_v t ON t.in_force = s.id
            JOIN module_version_v v ON v.id = s.module_version_id
            WHERE t.state = 'COUNTED' AND s.state = 'ENDED' AND (v.withdrawn_at IS NULL OR s.ended_at < v.withdrawn_at)
            """;

    private final DataSource database;

    CountedSessions(DataSource database) {
        this.database = database;
    }

    /** A session whose answers count, with its module version and school year. */
    record Counted(long session, long version, String year) {}

    /** Returns the sessions of a module version whose answers count. */
    List<Counted> ofVersion(long version) {
        return ask(COUNTED + " AND s.module_version_id = ?", List.of(version));
    }

    /** Returns those of the given sessions whose answers count. */
    List<Counted> among(List<Long> sessions) {
        return ask(COUNTED + " AND s.id IN (" + Sql.marks(sessions.size()) + ")", sessions);
    }

    private List<Counted> ask(String sql, List<Long> numbers) {
        return Sql.list(database, sql, numbers, row -> new Counted(row.getLong(1), row.getLong(2), row.getString(3)));
    }
}
