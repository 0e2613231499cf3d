package uk.thinkuknow.classroom.answers;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import uk.thinkuknow.common.Sql;
import uk.thinkuknow.common.Words;

/** Finds the cards and visitors of a session who saw a step that was withdrawn since. */
@Singleton
public class StepViewers {
    private final DataSource database;

    StepViewers(DataSource database) {
        this.database = database;
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
