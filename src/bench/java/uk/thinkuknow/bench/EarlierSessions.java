package uk.thinkuknow.bench;

import java.sql.Connection;
import java.sql.SQLException;

/** Fills the database with ended sessions of earlier days, their seats and their answers, up to a given number. */
final class EarlierSessions {
    private static final int CLASS = 30;
    private static final int AT_ONCE = 1_000;

    private final Connection database;
    private final long like;
    private int sessions;
    private int answers;

    /** @param like the id of the session to copy */
    EarlierSessions(Connection database, long like) {
        this.database = database;
        this.like = like;
    }

    /** Adds sessions with seats and answers until so many have been added in all, with the calls before. */
    void fillTo(int allSessions, int allAnswers) throws SQLException {
        int more = allSessions - sessions;
        int each = (allAnswers - answers) / (more * CLASS) + 1;
        database.setAutoCommit(false);
        for (int from = sessions; from < allSessions; from += AT_ONCE) {
            add(from, Math.min(AT_ONCE, allSessions - from), each);
            database.commit();
        }
        database.setAutoCommit(true);
        sessions = allSessions;
        answers += more * CLASS * each;
        run("ANALYZE TABLE session, room, seat, event");
    }

    private void add(int from, int count, int answersEach) throws SQLException {
        var days = "INTERVAL 1 + MOD(seq, 80) DAY";
        run("""
                INSERT INTO session (public_id, start_key, school_id, module_version_id, audience, devices, state, started_by,
                  started_at, ended_at, signed_at, returned_at, local_date, year_key, term_key)
                SELECT CONCAT('past', LPAD(seq, 8, '0')), CONCAT('past-', seq), school_id, module_version_id, audience, devices,
                  'ENDED', started_by, started_at - %1$s, started_at - %1$s, started_at - %1$s, started_at - %1$s,
                  local_date - %1$s, year_key, term_key
                FROM session, seq_%2$d_to_%3$d WHERE id = %4$d""".formatted(days, from + 1, from + count, like));
        var past = "FROM session s JOIN seq_%d_to_%d q ON s.public_id = CONCAT('past', LPAD(q.seq, 8, '0')) "
                .formatted(from + 1, from + count);
        run("INSERT INTO session_class (session_id, class_id, for_low, for_high, in_force_low, in_force_high)"
                + " SELECT s.id, c.class_id, c.for_low, c.for_high, c.in_force_low, c.in_force_high " + past
                + "JOIN session_class c ON c.session_id = " + like);
        run(
                "INSERT INTO room (session_id, code_serial, open_until, state, revision) SELECT s.id, 1, s.started_at, 'ended', 2 "
                        + past);
        run("INSERT INTO seat (session_id, class_id, card_number, seat_key, generation, taken_at)"
                + " SELECT s.id, c.class_id, n.seq, RANDOM_BYTES(16), 1, s.started_at " + past
                + "JOIN session_class c ON c.session_id = s.id JOIN seq_1_to_" + CLASS + " n");
        run("INSERT INTO event (seat_id, event_key, generation, kind, step, question, answer, correct, at)"
                + " SELECT t.id, RANDOM_BYTES(16), 1, 'answered', 'a-step', CONCAT('question-', n.seq), '\"an-answer\"', TRUE, t.taken_at "
                + past + "JOIN seat t ON t.session_id = s.id JOIN seq_1_to_" + answersEach + " n");
    }

    private void run(String sql) throws SQLException {
        try (var statement = database.createStatement()) {
            statement.execute(sql);
        }
    }
}
