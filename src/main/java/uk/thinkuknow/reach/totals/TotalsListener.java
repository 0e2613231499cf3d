package uk.thinkuknow.reach.totals;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.sql.DataSource;
import uk.thinkuknow.attendance.register.ReturnLines;
import uk.thinkuknow.attendance.returns.ReturnSigned;
import uk.thinkuknow.attendance.returns.ReturnTakenBack;
import uk.thinkuknow.attendance.returns.ReturnWithdrawn;
import uk.thinkuknow.common.Sql;

/**
 * Updates the kept totals when a return is signed or withdrawn, or its signature is taken back, in the same
 * transaction.
 */
@Singleton
class TotalsListener {
    /** Every class that the session was for, or that any version of its return counted. */
    private static final String CLASSES = """
            SELECT s.year_key, c.class_id FROM session_v s JOIN session_class_v c ON c.session_id = s.id WHERE s.id = ?
            UNION SELECT year_key, class_id FROM return_line_v WHERE session_id = ? AND class_id IS NOT NULL
            UNION SELECT l.year_key, l.class_id FROM signed_return_v r JOIN superseded_line_v l ON l.return_id = r.id
              WHERE r.session_id = ? AND l.class_id IS NOT NULL""";

    private final DataSource database;
    private final ReturnLines lines;

    TotalsListener(DataSource database, ReturnLines lines) {
        this.database = database;
        this.lines = lines;
    }

    void hear(@Observes ReturnSigned signed) {
        follow(signed.sessionId());
    }

    void hear(@Observes ReturnTakenBack takenBack) {
        follow(takenBack.sessionId());
    }

    void hear(@Observes ReturnWithdrawn withdrawn) {
        follow(withdrawn.sessionId());
    }

    private void follow(long sessionId) {
        lines.flush();
        Sql.run(database, connection -> {
            for (var year : classes(connection, sessionId).entrySet()) {
                KeptTotals.keep(connection, year.getKey(), year.getValue());
            }
        });
    }

    private static TreeMap<String, Set<Long>> classes(Connection connection, long sessionId) throws SQLException {
        var classes = new TreeMap<String, Set<Long>>();
        Sql.each(
                connection,
                CLASSES,
                List.of(sessionId, sessionId, sessionId),
                row -> classes.computeIfAbsent(row.getString(1), year -> new TreeSet<>())
                        .add(row.getLong(2)));
        return classes;
    }
}
