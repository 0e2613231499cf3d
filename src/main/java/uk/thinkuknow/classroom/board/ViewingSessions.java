package uk.thinkuknow.classroom.board;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import javax.sql.DataSource;
import uk.thinkuknow.classroom.answers.AnswerRetention;
import uk.thinkuknow.classroom.room.Keys;
import uk.thinkuknow.common.London;
import uk.thinkuknow.common.Sql;
import uk.thinkuknow.identity.staff.Scope;

/** Finds the sessions in which a withdrawn step or lesson was seen. */
@Singleton
class ViewingSessions {
    private static final String IN_AREA = Scope.sql("?", "a");

    private final DataSource database;
    private final Clock clock;

    ViewingSessions(DataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** A session in which the step was seen, and the number of cards and visitors that saw it. */
    record ViewingSession(String school, String classes, Instant startedAt, int seen) {}

    /**
     * The sessions of the last 30 days at the schools of an area in which the step was seen, newest first, at most 500.
     *
     * @param step its key; "" for any step, if the whole module was withdrawn
     */
    List<ViewingSession> sessions(String moduleKey, String step, Scope area) {
        var sql = """
                SELECT MAX(c.name), (SELECT GROUP_CONCAT(g.name ORDER BY g.name SEPARATOR ', ') FROM session_class_v sc
                    JOIN class_group_v g ON g.id = sc.class_id WHERE sc.session_id = s.id), MAX(s.started_at),
                  COUNT(DISTINCT t.id)
                FROM session_v s
                JOIN module_version_v v ON v.id = s.module_version_id
                JOIN module_v m ON m.id = v.module_id
                JOIN school_v c ON c.id = s.school_id
                JOIN school_area_v p ON p.school_id = s.school_id AND p.valid_to IS NULL
                JOIN authority_v a ON a.authority_key = p.authority_key
                JOIN seat_v t ON t.session_id = s.id
                JOIN event_v e ON e.seat_id = t.id
                WHERE m.module_key = ? AND s.local_date >= ? AND (? = '' OR e.step = ?) AND %s
                GROUP BY s.id ORDER BY MAX(s.started_at) DESC LIMIT 500""".formatted(IN_AREA);
        return Sql.list(
                database,
                sql,
                List.of(moduleKey, London.today(clock).minusDays(AnswerRetention.DAYS), step, step, area.token()),
                row -> new ViewingSession(
                        row.getString(1),
                        row.getString(2) == null ? "" : row.getString(2),
                        Keys.instant(row.getObject(3, LocalDateTime.class)),
                        row.getInt(4)));
    }
}
