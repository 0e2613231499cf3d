package uk.thinkuknow.classroom.answers;

import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import javax.sql.DataSource;
import uk.thinkuknow.classroom.room.RoomDeletion;
import uk.thinkuknow.common.London;
import uk.thinkuknow.common.RetentionRule;
import uk.thinkuknow.common.RetryOnConflict;
import uk.thinkuknow.common.Sql;
import uk.thinkuknow.common.Words;

/**
 * Retention rule that deletes what children did in a session once its day is more than 30 days ago: its seats, answers,
 * seat requests and room, and the hands and heads counted in it. Signed returns stay, and so do the numbers that
 * listeners of {@link AnswersExpired} keep.
 */
@Singleton
public class AnswerRetention implements RetentionRule {
    public static final int DAYS = 30;
    private static final int SESSIONS_AT_ONCE = 20;

    /**
     * Sessions that have something to delete. Hands and heads are looked for too, because a session without devices has
     * no room.
     */
    private static final String DUE = """
            FROM (SELECT session_id FROM room_v UNION SELECT session_id FROM hand_count UNION SELECT session_id FROM head_count) d
            JOIN session_v s ON s.id = d.session_id WHERE s.local_date < ?""";

    private final DataSource database;
    private final Event<AnswersExpired> gone;
    private final Clock clock;

    AnswerRetention(DataSource database, Event<AnswersExpired> gone, Clock clock) {
        this.database = database;
        this.gone = gone;
        this.clock = clock;
    }

    @Override
    public Terms terms() {
        return new Terms(
                "answers",
                Words.of("answers.retention"),
                Words.of("answers.retentionFrom"),
                DAYS,
                Words.of("answers.retentionWhy"),
                LocalDate.of(2026, 11, 1));
    }

    @Override
    public long due() {
        return asked("SELECT COUNT(DISTINCT s.id) " + DUE).getFirst();
    }

    @Override
    public int deleteSome() {
        var some = asked("SELECT DISTINCT s.id " + DUE + " LIMIT " + SESSIONS_AT_ONCE);
        if (!some.isEmpty()) {
            delete(some);
        }
        return some.size();
    }

    private List<Long> asked(String sql) {
        return Sql.list(database, sql, List.of(London.today(clock).minusDays(DAYS)), row -> row.getLong(1));
    }

    private void delete(List<Long> sessions) {
        RetryOnConflict.call(() -> {
            deleteStillThere(sessions);
            return sessions;
        });
    }

    private void deleteStillThere(List<Long> wanted) throws SQLException {
        try (var connection = database.getConnection()) {
            var sessions = RoomDeletion.lock(connection, wanted);
            Sql.update(connection, "DELETE FROM hand_count WHERE session_id IN " + these(wanted), wanted);
            Sql.update(connection, "DELETE FROM head_count WHERE session_id IN " + these(wanted), wanted);
            if (sessions.isEmpty()) {
                return;
            }
            gone.fire(new AnswersExpired(sessions));
            RoomDeletion.delete(connection, sessions);
        }
    }

    private static String these(List<Long> sessions) {
        return "(" + Sql.marks(sessions.size()) + ")";
    }
}
