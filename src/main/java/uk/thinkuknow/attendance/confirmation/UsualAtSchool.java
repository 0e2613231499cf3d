package uk.thinkuknow.attendance.confirmation;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.util.List;
import uk.thinkuknow.attendance.returns.WaitingReturn;

/** Reads what is usual at a school from the last 20 lessons of this year that counted without a second person. */
@Singleton
class UsualAtSchool {
    private static final String MINUTES = """
            SELECT TIMESTAMPDIFF(MINUTE, o.started_at, o.ended_at) FROM session_v s
            JOIN session_v o ON o.school_id = s.school_id AND o.year_key = s.year_key AND o.audience = 'lesson'
              AND o.returned_at IS NOT NULL AND o.id <> s.id
            JOIN signed_return_v r ON r.session_id = o.id AND r.superseded_at IS NULL AND r.grounds = ''
            WHERE s.public_id = ?1 ORDER BY o.local_date DESC, o.id DESC LIMIT 20""";

    private static final String CHILDREN = """
            SELECT CAST(SUM(l.heads) AS INT) FROM session_v s
            JOIN session_class_v k ON k.session_id = s.id
            JOIN return_line_v l ON l.audience = 'lesson' AND l.year_key = s.year_key AND l.class_id = k.class_id
            JOIN signed_return_v r ON r.id = l.return_id AND r.grounds = ''
            WHERE s.public_id = ?1 GROUP BY l.session_id ORDER BY MAX(l.local_date) DESC LIMIT 20""";

    private final EntityManager database;

    UsualAtSchool(EntityManager database) {
        this.database = database;
    }

    /** Returns what is usual at the school of a return, and with its classes. */
    Usual of(WaitingReturn waiting) {
        return new Usual(Usual.Range.of(numbers(MINUTES, waiting)), Usual.Range.of(numbers(CHILDREN, waiting)));
    }

    private List<Long> numbers(String sql, WaitingReturn waiting) {
        return database
                .createNativeQuery(sql, Long.class)
                .setParameter(1, waiting.session().value())
                .getResultList()
                .stream()
                .map(each -> ((Number) each).longValue())
                .toList();
    }
}
