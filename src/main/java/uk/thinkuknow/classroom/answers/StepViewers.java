package uk.thinkuknow.classroom.answers;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import uk.thinkuknow.classroom.room.Keys;
import uk.thinkuknow.common.London;
import uk.thinkuknow.common.Sql;
import uk.thinkuknow.common.Words;

/**
 * Finds the sessions of the last 30 days in which a withdrawn step or lesson was seen, and the cards and visitors of a
 * session who saw a step that was withdrawn since.
 */
@Singleton
public class StepViewers {
    private final DataSource database;
    private final Clock clock;

    StepViewers(DataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** A session in which the step was seen, and the number of cards and visitors that saw it. */
    public record ViewingSession(String school, String classes, Instant startedAt, int seen) {}

    /**
     * The sessions of the last 30 days in which the step was seen, newest first, at most 500.
     *
     * @param step its key; "" for any step, if the whole module was withdrawn
     */
    public List<ViewingSession> sessions(String moduleKey, String step) {
        var sql = """
                SELECT MAX(c.name), (SELECT GROUP_CONCAT(g.name ORDER BY g.name SEPARATOR ', ') FROM session_class_v sc
                    JOIN class_group_v g ON g.id = sc.class_id WHERE sc.session_id = s.id), MAX(s.started_at),
                  COUNT(DISTINCT t.id)
                FROM session_v s
                JOIN module_version_v v ON v.id = s.module_version_id
                JOIN module_v m ON m.id = v.module_id
                JOIN school_v c ON c.id = s.school_id
                JOIN seat_v t ON t.session_id = s.id
                JOIN event_v e ON e.seat_id = t.id
                WHERE m.module_key = ? AND s.local_date >= ? AND (? = '' OR e.step = ?)
                GROUP BY s.id ORDER BY MAX(s.started_at) DESC LIMIT 500""";
        return Sql.list(
                database,
                sql,
                List.of(moduleKey, London.today(clock).minusDays(AnswerRetention.DAYS), step, step),
                row -> new ViewingSession(
                        row.getString(1),
                        row.getString(2) == null ? "" : row.getString(2),
                        Keys.instant(row.getObject(3, LocalDateTime.class)),
                        row.getInt(4)));
    }

    /**
     * The steps that a session's seats saw and that were withdrawn after it started: step title → card and visitor
     * numbers, with commas between.
     */
    public Map<String, String> cards(long session) {
        var sql = """
                SELECT DISTINCT w.title, t.card_number, t.visitor_number FROM seat_v t
                JOIN event_v e ON e.seat_id = t.id
                JOIN session_v s ON s.id = t.session_id
                JOIN module_version_v v ON v.id = s.module_version_id
                JOIN module_version_v o ON o.module_id = v.module_id
                JOIN withdrawn_step_v w ON w.module_version_id = o.id AND w.step = e.step
                WHERE t.session_id = ? AND w.withdrawn_at >= s.started_at ORDER BY 1, 2, 3""";
        var cards = new TreeMap<String, String>();
        Sql.each(database, sql, List.of(session), row -> {
            var card = row.getObject(2, Integer.class);
            var who = card == null ? Words.of("answers.visitor", row.getInt(3)) : "" + card;
            cards.merge(row.getString(1), who, (one, other) -> one + ", " + other);
        });
        return cards;
    }
}
