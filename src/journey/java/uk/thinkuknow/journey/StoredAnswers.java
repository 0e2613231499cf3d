package uk.thinkuknow.journey;

import java.sql.SQLException;

/**
 * Counts of a card's answers that are stored for a session.
 *
 * @param answers the number of rows
 * @param questions the number of different questions among them
 */
record StoredAnswers(int answers, int questions) {
    static StoredAnswers of(TeacherSession session, int card) throws SQLException {
        try (var database = Product.running().database();
                var select = database.prepareStatement("""
                        SELECT count(*), count(DISTINCT e.question) FROM session n JOIN seat s ON s.session_id = n.id
                        JOIN event e ON e.seat_id = s.id AND e.kind = 'answered' WHERE n.public_id = ? AND s.card_number = ?""")) {
            select.setString(1, session.id());
            select.setInt(2, card);
            try (var row = select.executeQuery()) {
                row.next();
                return new StoredAnswers(row.getInt(1), row.getInt(2));
            }
        }
    }

    /** Returns the counts once there are this many answers, or after a minute. */
    static StoredAnswers awaited(TeacherSession session, int card, int answers)
            throws SQLException, InterruptedException {
        var stored = of(session, card);
        for (int i = 0; i < 600 && stored.answers() < answers; i++) {
            Thread.sleep(100);
            stored = of(session, card);
        }
        return stored;
    }
}
