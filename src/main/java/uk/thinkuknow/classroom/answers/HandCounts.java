package uk.thinkuknow.classroom.answers;

import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import uk.thinkuknow.common.Sql;

/**
 * Stores and reads the counts that a teacher makes by eye in sessions without devices: the hands raised for each answer
 * in the session, and the heads in each class at its end. No count belongs to a card; each is at most 999.
 */
@Singleton
public class HandCounts {
    static final int MOST = 999;

    private final DataSource database;

    HandCounts(DataSource database) {
        this.database = database;
    }

    /** The heads counted in each class of a session, by class id; the register starts with them. */
    public Map<Long, Integer> headsOf(long session) {
        var heads = new HashMap<Long, Integer>();
        Sql.each(database, "SELECT class_id, heads FROM head_count WHERE session_id = ?", List.of(session), row -> {
            heads.put(row.getLong(1), row.getInt(2));
        });
        return heads;
    }

    /** The hands counted in a session: step key → answer key → hands. Answers without hands are left out. */
    public Map<String, Map<String, Integer>> of(long session) {
        var hands = new LinkedHashMap<String, Map<String, Integer>>();
        Sql.each(
                database,
                "SELECT step, answer, hands FROM hand_count WHERE session_id = ? AND hands > 0 ORDER BY step, answer",
                List.of(session),
                row -> hands.computeIfAbsent(row.getString(1), any -> new LinkedHashMap<>())
                        .put(row.getString(2), row.getInt(3)));
        return hands;
    }

    /** Stores how many hands were raised for an answer, replacing the earlier count; idempotent. */
    public void storeHands(long session, String step, String answer, int hands) {
        Sql.update(
                database,
                "INSERT INTO hand_count (session_id, step, answer, hands) VALUES (?,?,?,?) ON DUPLICATE KEY UPDATE hands = VALUES(hands)",
                List.of(session, step, answer, Math.clamp(hands, 0, MOST)));
    }

    /** Stores the heads counted in a class of a session, replacing the earlier count; idempotent. */
    public void storeHeads(long session, long classId, int heads) {
        Sql.update(
                database,
                "INSERT INTO head_count (session_id, class_id, heads) VALUES (?,?,?) ON DUPLICATE KEY UPDATE heads = VALUES(heads)",
                List.of(session, classId, Math.clamp(heads, 0, MOST)));
    }
}
