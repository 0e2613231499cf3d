package uk.thinkuknow.attendance.returns;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.TextFormat;
import uk.thinkuknow.identity.staff.Scope;

/** Repository of the requested changes of returns, which also lists those that wait for a second signature. */
@Singleton
class ReturnChanges implements PanacheRepository<ReturnChange> {
    private static final String WAITING = """
            SELECT s.public_id, h.name, v.title, CAST(s.local_date AS CHAR), c.kind = 'WITHDRAWAL', c.why, p.name, c.asker, c.asked_at,
              s.confirmer IS NOT NULL,
              COALESCE((SELECT GROUP_CONCAT(g.name ORDER BY g.name SEPARATOR ' and ') FROM session_class_v k
                JOIN class_group_v g ON g.id = k.class_id WHERE k.session_id = s.id), '')
            FROM return_change c
            JOIN session_v s ON s.id = c.session_id
            JOIN school_v h ON h.id = s.school_id
            JOIN module_version_v v ON v.id = s.module_version_id
            JOIN staff_v p ON p.id = c.asker
            LEFT JOIN school_area_v a ON a.school_id = s.school_id AND a.valid_to IS NULL
            LEFT JOIN authority_v t ON t.authority_key = a.authority_key
            WHERE c.state = 'WAITING' AND (:school IS NULL OR s.school_id = :school)
              AND (:area = '' OR %s)
            ORDER BY c.asked_at, c.id LIMIT 200""".formatted(Scope.sql(":area", "t"));

    /**
     * A change that waits for its second signature, as a list shows it.
     *
     * @param what the lesson, the classes and the day, in words
     * @param visit whether somebody of the school confirms the heads of the session
     */
    record WaitingChange(
            String session, String school, String what, boolean withdrawal, boolean visit, String why, Asked asked) {}

    /** Who asked for the change, and when. */
    record Asked(long staffId, String name, Instant at) {}

    /** Returns the change of a session's return that waits for its second signature. */
    Optional<ReturnChange> waitingOf(long sessionId) {
        return find("sessionId = ?1 and state = ?2", sessionId, ReturnChange.State.WAITING)
                .singleResultOptional();
    }

    /**
     * Returns the waiting changes in an area, of one school or, if {@code schoolId} is null, of all its schools; oldest
     * first, 200 at most.
     */
    List<WaitingChange> waiting(@Nullable Long schoolId, Scope area) {
        @SuppressWarnings("unchecked")
        List<Object[]> rows = getEntityManager()
                .createNativeQuery(WAITING, Object[].class)
                .setParameter("school", schoolId)
                .setParameter("area", area.token())
                .getResultList();
        return rows.stream().map(ReturnChanges::waiting).toList();
    }

    private static WaitingChange waiting(Object[] row) {
        return new WaitingChange(
                String.valueOf(row[0]),
                (String) row[1],
                "%s, %s, %s".formatted(row[2], row[10], TextFormat.day(LocalDate.parse((String) row[3]))),
                ((Number) row[4]).intValue() == 1,
                ((Number) row[9]).intValue() == 1,
                (String) row[5],
                new Asked(
                        ((Number) row[7]).longValue(),
                        (String) row[6],
                        ((LocalDateTime) row[8]).toInstant(ZoneOffset.UTC)));
    }
}
