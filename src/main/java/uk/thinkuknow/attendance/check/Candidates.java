package uk.thinkuknow.attendance.check;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;

/** Finds the returns that can be drawn for a check, with their signs of risk. */
@Singleton
class Candidates {
    /**
     * The lessons of the signers in the school years of the week. A lesson is full if every card that it was for is
     * here; a child without a device is one whose mark is not of grade A.
     */
    private static final String TAUGHT = """
            SELECT s.id, s.school_id, COALESCE(s.signed_by, s.handed_to, s.started_by) AS signer, s.local_date, s.started_at,
              r.confirmed_by, r.confirmed_at,
              MIN(l.heads - l.guests >= BIT_COUNT(l.for_low & l.in_force_low) + BIT_COUNT(l.for_high & l.in_force_high)) AS filled,
              MAX(l.guests = 5) AS five_guests,
              SUM(l.heads - BIT_COUNT(l.named_a_low) - BIT_COUNT(l.named_a_high)) AS by_hand
            FROM session_v s
            JOIN signed_return_v r ON r.in_force = s.id AND r.state = 'COUNTED'
            JOIN return_line_v l ON l.session_id = s.id
            WHERE s.audience = 'lesson'
              AND (s.year_key, COALESCE(s.signed_by, s.handed_to, s.started_by)) IN (
                SELECT c.year_key, COALESCE(c.signed_by, c.handed_to, c.started_by) FROM session_v c
                WHERE c.returned_at >= :begin AND c.returned_at < :over)
            GROUP BY s.id, s.school_id, s.signed_by, s.handed_to, s.started_by, s.local_date, s.started_at, r.confirmed_by,
              r.confirmed_at""";

    private static final String HISTORY = """
            SELECT id,
              SUM(filled) OVER (PARTITION BY signer ORDER BY started_at, id ROWS 2 PRECEDING) AS full_of_three,
              SUM(five_guests) OVER (PARTITION BY signer ORDER BY started_at, id ROWS 2 PRECEDING) AS five_guests_of_three,
              SUM(by_hand) OVER (PARTITION BY signer, local_date) AS without_device,
              IF(confirmed_by IS NULL, 0, COUNT(*) OVER (
                PARTITION BY school_id, signer, confirmed_by ORDER BY confirmed_at, id)) AS same_pair
            FROM (""" + TAUGHT + ") taught";

    /**
     * Returns of lessons that began to count between two times, with somebody present, and never drawn by chance so
     * far.
     */
    private static final String AMONG = """
            SELECT s.public_id, s.id, COALESCE(TIMESTAMPDIFF(DAY, r.signed_at, r.confirmed_at), 0), r.number > 1,
              h.full_of_three, h.five_guests_of_three, h.without_device, h.same_pair,
              NOT EXISTS (SELECT 1 FROM session_v e WHERE e.school_id = s.school_id AND e.returned_at < s.returned_at),
              TIMESTAMPDIFF(MINUTE, s.started_at, s.ended_at)
            FROM session_v s
            JOIN signed_return_v r ON r.in_force = s.id AND r.state = 'COUNTED'
            JOIN (""" + HISTORY + """
            ) h ON h.id = s.id
            WHERE s.audience = 'lesson' AND s.state = 'ENDED' AND s.returned_at >= :begin AND s.returned_at < :over
              AND NOT EXISTS (SELECT 1 FROM figure_question q WHERE q.session_id = s.id AND q.draw_kind = 'CHANCE')
            ORDER BY s.public_id""";

    private final EntityManager database;

    Candidates(EntityManager database) {
        this.database = database;
    }

    /**
     * Returns the returns that began to count from {@code begin} until before {@code over}, with somebody present, in
     * the order of their sessions' public ids. One that was drawn by chance before is not among them.
     */
    List<Candidate> between(Instant begin, Instant over) {
        @SuppressWarnings("unchecked")
        List<Object[]> rows = database.createNativeQuery(AMONG, Object[].class)
                .setParameter("begin", FigureQuestions.utc(begin))
                .setParameter("over", FigureQuestions.utc(over))
                .getResultList();
        return rows.stream()
                .map(row ->
                        new Candidate(String.valueOf(row[0]), ((Number) row[1]).longValue(), RiskReason.of(facts(row))))
                .toList();
    }

    private static RiskFacts facts(Object[] row) {
        return new RiskFacts(
                number(row[2]),
                number(row[3]) == 1,
                number(row[4]),
                number(row[5]),
                number(row[6]),
                number(row[7]),
                number(row[8]) == 1,
                number(row[9]));
    }

    private static int number(Object value) {
        return value instanceof Boolean yes ? yes ? 1 : 0 : ((Number) value).intValue();
    }
}
