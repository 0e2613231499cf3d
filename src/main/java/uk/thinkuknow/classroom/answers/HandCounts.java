package uk.thinkuknow.classroom.answers;

import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.sql.DataSource;

/** What was counted by eye in a room: hands for each answer, and heads at the end. It belongs to the class, not to cards. */
@Singleton
public class HandCounts {
    static final int MOST = 999;

    private final DataSource database;

    HandCounts(DataSource database) {
        this.database = database;
    }

    /** The heads that were counted in each class of a session, by the class's id; the register begins with them. */
    public Map<Long, Integer> headsOf(long session) {
        var heads = new HashMap<Long, Integer>();
        read("SELECT class_id, heads FROM head_count WHERE session_id = ?", session, row -> {
            heads.put(row.getLong(1), row.getInt(2));
        });
        return heads;
    }

    /** The hands for each answer, by the key of the step that asks and the key of the answer. */
    public Map<String, Map<String, Integer>> of(long session) {
        var hands = new LinkedHashMap<String, Map<String, Integer>>();
        read(
                "SELECT step, answer, hands FROM hand_count WHERE session_id = ? AND hands > 0 ORDER BY step, answer",
                session,
                row -> hands.computeIfAbsent(row.getString(1), any -> new LinkedHashMap<>())
                        .put(row.getString(2), row.getInt(3)));
        return hands;
    }

    /** Notes how many hands there are for an answer; the same said twice is said once. */
    public void hands(long session, String step, String answer, int hands) throws SQLException {
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement(
                        "INSERT INTO hand_count (session_id, step, answer, hands) VALUES (?,?,?,?) ON DUPLICATE KEY UPDATE hands = VALUES(hands)")) {
            insert.setLong(1, session);
            insert.setString(2, step);
            insert.setString(3, answer);
            insert.setInt(4, Math.clamp(hands, 0, MOST));
            insert.executeUpdate();
        }
    }

    public void heads(long session, long classId, int heads) throws SQLException {
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement(
                        "INSERT INTO head_count (session_id, class_id, heads) VALUES (?,?,?) ON DUPLICATE KEY UPDATE heads = VALUES(heads)")) {
            insert.setLong(1, session);
            insert.setLong(2, classId);
            insert.setInt(3, Math.clamp(heads, 0, MOST));
            insert.executeUpdate();
        }
    }

    private void read(String sql, long session, Row each) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(sql)) {
            select.setLong(1, session);
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    each.of(row);
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the counts of a session could not be read", e);
        }
    }

    private interface Row {
        void of(java.sql.ResultSet row) throws SQLException;
    }
}
