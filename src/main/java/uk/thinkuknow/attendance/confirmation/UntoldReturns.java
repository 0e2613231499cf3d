package uk.thinkuknow.attendance.confirmation;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import uk.thinkuknow.attendance.returns.ConfirmationService;
import uk.thinkuknow.common.PublicId;
import uk.thinkuknow.common.TextFormat;
import uk.thinkuknow.counting.Ground;

/** Reads the returns that wait and have not been in an email yet, and records the emails about them. */
@Singleton
class UntoldReturns {
    /** A school gets at most one letter a day, which has all returns that began to wait meanwhile. */
    private static final Duration A_DAY = Duration.ofDays(1);

    private static final String RECORD =
            "INSERT IGNORE INTO waiting_letter (return_id, reader, sent_at) VALUES (?1, ?2, ?3)";

    private static final String UNTOLD = """
            FROM waiting_return_v w JOIN session_v s ON s.id = w.session_id
            WHERE NOT EXISTS (SELECT 1 FROM waiting_letter l WHERE l.return_id = w.return_id AND l.reader = :reader)
              AND (:reader = 'MANAGER' OR (w.grounds <> '' AND s.confirmer IS NULL)) AND w.signed_at <= :before
            """;

    private static final String SCHOOLS = "SELECT DISTINCT w.school_id " + UNTOLD + """
              AND NOT EXISTS (SELECT 1 FROM waiting_letter d JOIN signed_return_v r ON r.id = d.return_id
                JOIN session_v o ON o.id = r.session_id
                WHERE d.sent_at > :lately AND d.reader = :reader AND o.school_id = w.school_id)
            ORDER BY w.school_id LIMIT 500""";

    private static final String RETURNS =
            """
            SELECT w.return_id, s.public_id, w.on_date, w.grounds, w.signer_id,
              (SELECT GROUP_CONCAT(g.name ORDER BY g.name SEPARATOR ', ') FROM session_class_v k
                JOIN class_group_v g ON g.id = k.class_id WHERE k.session_id = s.id), v.title
            """ + UNTOLD.replaceFirst("WHERE", "JOIN module_version_v v ON v.id = s.module_version_id WHERE")
                    + " AND w.school_id = :school ORDER BY w.signed_at, w.return_id LIMIT 50";

    private final EntityManager database;

    UntoldReturns(EntityManager database) {
        this.database = database;
    }

    /** The readers of a letter: those of the school who may confirm, or the managers of its area after 14 days. */
    enum Reader {
        SCHOOL(0),
        MANAGER(ConfirmationService.UNANSWERED_AFTER_DAYS);

        private final int days;

        Reader(int days) {
            this.days = days;
        }

        private Instant before(Instant now) {
            return now.minus(Duration.ofDays(days));
        }
    }

    /** A return that waits, as a letter names it. */
    record Untold(long id, PublicId session, long signer, String forWhom, String day, Set<Ground> grounds) {}

    /** Returns the schools with returns to tell these readers about, without those that had an email about them today. */
    List<Long> schools(Reader reader, Instant now) {
        return database.createNativeQuery(SCHOOLS, Long.class)
                .setParameter("reader", reader.name())
                .setParameter("before", reader.before(now))
                .setParameter("lately", now.minus(A_DAY))
                .getResultList();
    }

    /** Returns a school's returns to tell these readers about, 50 at most. */
    List<Untold> of(long schoolId, Reader reader, Instant now) {
        @SuppressWarnings("unchecked")
        List<Object[]> rows = database.createNativeQuery(RETURNS, Object[].class)
                .setParameter("reader", reader.name())
                .setParameter("before", reader.before(now))
                .setParameter("school", schoolId)
                .getResultList();
        return rows.stream()
                .map(row -> new Untold(
                        ((Number) row[0]).longValue(),
                        new PublicId(String.valueOf(row[1])),
                        ((Number) row[4]).longValue(),
                        row[5] == null ? (String) row[6] : (String) row[5],
                        TextFormat.weekday((LocalDate) row[2]),
                        Ground.split((String) row[3])))
                .toList();
    }

    /**
     * Records that a letter about a return is being written.
     *
     * @return false if that is recorded already
     */
    boolean record(Untold each, Reader reader, Instant at) {
        return database.createNativeQuery(RECORD)
                        .setParameter(1, each.id())
                        .setParameter(2, reader.name())
                        .setParameter(3, at)
                        .executeUpdate()
                == 1;
    }
}
