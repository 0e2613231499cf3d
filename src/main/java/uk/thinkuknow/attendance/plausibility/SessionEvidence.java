package uk.thinkuknow.attendance.plausibility;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.attendance.register.ClassAttendance;
import uk.thinkuknow.attendance.register.Deliveries;
import uk.thinkuknow.attendance.register.Delivery;
import uk.thinkuknow.common.London;
import uk.thinkuknow.counting.CardBatch;
import uk.thinkuknow.counting.CardHistory;

/** Reads the evidence about a session that is not in its register: other sessions, other returns, and cards of the school. */
@Singleton
class SessionEvidence {
    /** Paper does not say when a lesson began, so sessions from paper registers overlap with nothing. */
    private static final String AT_THE_SAME_TIME = """
            SELECT o.id, o.started_at, o.ended_at, o.devices FROM session_v o
            WHERE o.started_by = :staff AND o.local_date = :day AND o.id <> :session AND o.state NOT IN ('CANCELLED', 'WITHDRAWN')
              AND o.started_at < :end AND (o.ended_at IS NULL OR o.ended_at > :start)
              AND COALESCE(o.entered, '') <> 'PAPER'
            ORDER BY o.id""";

    /**
     * How the session was entered afterwards, the most lessons of one of its classes that its signer entered afterwards, which are
     * not signed yet or were signed in the seven days before its own signature or later, the children without a device and
     * all children in the signer's other lessons that day, whether it is a paper register of a school where the signer is no member today, and
     * the withdrawn sessions of its classes.
     */
    private static final String ENTERED_AND_OTHERS = """
            SELECT (SELECT e.entered FROM session_v e WHERE e.id = :session),
              (SELECT COALESCE(MAX(n), 0) FROM (SELECT COUNT(*) AS n FROM session_v m
                JOIN session_class_v k ON k.session_id = m.id
                JOIN session_class_v j ON j.class_id = k.class_id
                JOIN session_v o ON o.id = j.session_id
                WHERE m.id = :session AND o.entered IS NOT NULL AND COALESCE(o.signed_by, o.handed_to, o.started_by) = :staff
                  AND o.state NOT IN ('CANCELLED', 'WITHDRAWN')
                  AND (o.signed_at IS NULL OR o.signed_at >= COALESCE(m.signed_at, :now) - INTERVAL 7 DAY)
                GROUP BY k.class_id) l),
              COALESCE(SUM(
              (SELECT COALESCE(SUM(l.heads - BIT_COUNT(l.named_a_low) - BIT_COUNT(l.named_a_high)), 0) FROM return_line_v l
                WHERE l.session_id = s.id)
              + (SELECT COALESCE(SUM(l.heads - BIT_COUNT(l.named_a_low) - BIT_COUNT(l.named_a_high)), 0) FROM waiting_line l
                WHERE l.session_id = s.id)), 0),
              COALESCE(SUM((SELECT COALESCE(SUM(l.heads), 0) FROM return_line_v l WHERE l.session_id = s.id)
              + (SELECT COALESCE(SUM(l.heads), 0) FROM waiting_line l WHERE l.session_id = s.id)), 0),
              (SELECT COUNT(*) FROM session_v p WHERE p.id = :session AND p.entered = 'PAPER' AND NOT EXISTS
                (SELECT 1 FROM staff_school_v b WHERE b.staff_id = :staff AND b.school_id = p.school_id
                  AND b.valid_from <= :today AND (b.valid_to IS NULL OR b.valid_to >= :today))),
              (SELECT COUNT(*) FROM session_v n JOIN session_class_v a ON a.session_id = n.id
                JOIN session_class_v b ON b.class_id = a.class_id AND b.session_id <> n.id
                JOIN session_v w ON w.id = b.session_id AND w.state = 'WITHDRAWN'
                WHERE n.id = :session AND (w.local_date = n.local_date OR w.year_key = n.year_key
                  AND (SELECT module_id FROM module_version_v WHERE id = w.module_version_id)
                    = (SELECT module_id FROM module_version_v WHERE id = n.module_version_id)))
            FROM session_v s
            WHERE (s.signed_by = :staff OR s.handed_to = :staff OR s.started_by = :staff)
              AND COALESCE(s.signed_by, s.handed_to, s.started_by) = :staff
              AND s.local_date = :day AND s.id <> :session AND s.audience = 'lesson'""";

    private static final String CARDS = """
            SELECT k.class_id, k.issued_on, k.issued_at, k.retired_on, COUNT(*) FROM class_group_v c JOIN card_v k ON k.class_id = c.id
            WHERE c.school_id = ?1 AND (c.year_key = ?2
              OR c.id IN (SELECT class_id FROM session_class_v WHERE session_id = ?3)) GROUP BY k.class_id, k.issued_on, k.issued_at, k.retired_on""";

    private static final String CARDS_SINCE = "SELECT number FROM card_v WHERE class_id = ?1 AND issued_on >= ?2";

    private final Deliveries deliveries;
    private final EntityManager database;

    SessionEvidence(Deliveries deliveries, EntityManager database) {
        this.deliveries = deliveries;
        this.database = database;
    }

    /**
     * How a session came in.
     *
     * @param afterwards whether it was entered afterwards, as a lesson taught before or a paper register
     * @param lessons the most lessons of one of its classes that its signer entered afterwards within a week
     * @param byOutsider whether it is a paper register, and its signer is no member of the school today
     * @param withdrawnBefore whether a session of one of its classes was withdrawn, of the same lesson in its school year or of
     *     its day
     */
    record Entered(boolean afterwards, int lessons, boolean byOutsider, boolean withdrawnBefore) {}

    /**
     * A session and the other lessons of its day.
     *
     * @param withoutDevice the children without a device in the other lessons that its signer signs on that day
     * @param children all children in these
     */
    record OfDay(Entered entered, int withoutDevice, int children) {}

    /** Returns whether the person who delivered the session has another one between these times. */
    boolean overlaps(Delivery delivery, Instant start, Instant end) {
        @SuppressWarnings("unchecked")
        List<Object[]> rows = database.createNativeQuery(AT_THE_SAME_TIME, Object[].class)
                .setParameter("staff", delivery.session().startedById())
                .setParameter("day", delivery.session().localDate())
                .setParameter("session", delivery.session().id())
                .setParameter("start", start)
                .setParameter("end", end)
                .getResultList();
        return rows.stream().anyMatch(row -> isDelivered(row, start));
    }

    /** Returns whether the other session was still delivered after the start: a session that nobody ended may not have been. */
    private boolean isDelivered(Object[] other, Instant start) {
        if (Boolean.FALSE.equals(other[3])) {
            return true;
        }
        return deliveries
                .lastActivity(((Number) other[0]).longValue())
                .map(start::isBefore)
                .orElse(true);
    }

    OfDay ofDay(Delivery delivery, Instant now) {
        var row = (Object[]) database.createNativeQuery(ENTERED_AND_OTHERS, Object[].class)
                .setParameter("staff", delivery.session().signer().staffId())
                .setParameter("day", delivery.session().localDate())
                .setParameter("session", delivery.session().id())
                .setParameter("now", now)
                .setParameter("today", London.dateOf(now))
                .getSingleResult();
        var entered = new Entered(
                row[0] != null,
                ((Number) row[1]).intValue(),
                ((Number) row[4]).intValue() > 0,
                ((Number) row[5]).intValue() > 0);
        return new OfDay(entered, ((Number) row[2]).intValue(), ((Number) row[3]).intValue());
    }

    /** Returns the cards of all classes of the school in the session's school year, and of the session's own classes. */
    CardHistory cards(Delivery delivery) {
        @SuppressWarnings("unchecked")
        List<Object[]> rows = database.createNativeQuery(CARDS, Object[].class)
                .setParameter(1, delivery.session().schoolId())
                .setParameter(2, delivery.session().yearKey())
                .setParameter(3, delivery.session().id())
                .getResultList();
        return new CardHistory(rows.stream()
                .map(row -> new CardBatch(
                        ((Number) row[0]).longValue(),
                        day(row[1]),
                        (LocalDateTime) row[2],
                        dayOrNull(row[3]),
                        ((Number) row[4]).intValue()))
                .toList());
    }

    /** Returns whether one of the named cards of a class was made on this day or later. */
    boolean hasCardSince(ClassAttendance count, LocalDate day) {
        @SuppressWarnings("unchecked")
        List<Integer> since = database.createNativeQuery(CARDS_SINCE, Integer.class)
                .setParameter(1, count.classId())
                .setParameter(2, day)
                .getResultList();
        return count.named().numbers().stream().anyMatch(Set.copyOf(since)::contains);
    }

    private static @Nullable LocalDate dayOrNull(@Nullable Object value) {
        return value == null ? null : day(value);
    }

    private static LocalDate day(Object value) {
        return value instanceof LocalDate date ? date : ((java.sql.Date) value).toLocalDate();
    }
}
