package uk.thinkuknow.attendance.check;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Query;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.PublicId;
import uk.thinkuknow.identity.staff.Scope;

/**
 * Repository of the figure checks' questions, which also reads the signed heads of returns.
 */
@Singleton
class FigureQuestions implements PanacheRepository<FigureQuestion> {
    /**
     * The signed heads of each class of a session, and of the session in all. Children of other classes are only in the
     * latter.
     */
    private static final String HEADS = """
            SELECT c.class_id, g.name,
              COALESCE((SELECT SUM(l.heads) FROM return_line_v l WHERE l.session_id = s.id AND l.class_id = c.class_id), 0),
              (SELECT COALESCE(SUM(l.heads), 0) FROM return_line_v l WHERE l.session_id = s.id)
            FROM session_v s
            JOIN session_class_v c ON c.session_id = s.id
            JOIN class_group_v g ON g.id = c.class_id
            WHERE s.id = :session
            GROUP BY c.class_id, g.name, s.id ORDER BY g.name, c.class_id""";

    private static final String CONFIRMER = """
            SELECT r.confirmed_by FROM signed_return_v r
            WHERE r.in_force = :session AND r.confirmed_by IS NOT NULL""";

    private static final String OF_SCHOOL = """
            SELECT q.* FROM figure_question q JOIN session_v s ON s.id = q.session_id
            WHERE q.state = 'ASKED' AND s.school_id = :school ORDER BY q.due_at, q.id""";

    private static final String WHERE = """
            FROM figure_question q
            JOIN figure_draw d ON d.id = q.draw_id
            JOIN session_v s ON s.id = q.session_id
            JOIN school_v h ON h.id = s.school_id
            LEFT JOIN school_area_v a ON a.school_id = s.school_id AND a.valid_to IS NULL
            LEFT JOIN authority_v t ON t.authority_key = a.authority_key
            WHERE (:year IS NULL OR s.year_key = :year) AND (:term IS NULL OR s.term_key = :term)
              AND (:first IS NULL OR s.local_date >= :first) AND (:last IS NULL OR s.local_date <= :last)
              AND (:scope = '' OR %s)""".formatted(Scope.sql(":scope", "t"));

    private static final String ASKED = """
            SELECT q.state, s.public_id, h.name, CAST(s.local_date AS CHAR), CAST(d.week AS CHAR),
              (SELECT SUM(f.signed) FROM figure_heads f WHERE f.question_id = q.id),
              (SELECT SUM(f.said) FROM figure_heads f WHERE f.question_id = q.id), q.reasons
            """ + WHERE + " ORDER BY d.week DESC, q.id LIMIT 2000";

    /**
     * How each question stood at a moment: how it was drawn, whether it was still open, its signed heads, the answer
     * given by then, and the school.
     */
    private static final String STANDING = """
            SELECT q.draw_kind, q.due_at >= :asAt AND COALESCE(q.answered_at > :asAt, TRUE),
              (SELECT SUM(f.signed) FROM figure_heads f WHERE f.question_id = q.id),
              CASE WHEN q.answered_at <= :asAt THEN (SELECT SUM(f.said) FROM figure_heads f WHERE f.question_id = q.id) END, s.school_id
            """ + WHERE + " AND d.drawn_at <= :asAt ORDER BY q.id";

    /** The period, the days and the area to report on; a period or day that is null means all. */
    record QuestionFilter(
            @Nullable String year,
            @Nullable String term,
            @Nullable LocalDate first,
            @Nullable LocalDate last,
            Scope scope) {
        static QuestionFilter period(@Nullable String year, @Nullable String term, Scope scope) {
            return new QuestionFilter(year, term, null, null, scope);
        }

        static QuestionFilter days(LocalDate first, LocalDate last) {
            return new QuestionFilter(null, null, first, last, Scope.PROGRAMME);
        }
    }

    /** How a question stood at a moment; {@code said} is null if it was not answered by then. */
    record QuestionStatus(
            DrawKind kind,
            boolean waiting,
            int signed,
            @Nullable Integer said,
            long schoolId) {}

    /** A drawn return: which, when and why it was drawn, and its heads. */
    record DrawnReturn(
            FigureQuestion.State state,
            String session,
            String school,
            LocalDate day,
            LocalDate week,
            List<RiskReason> reasons,
            SummedHeads heads) {
        DrawKind kind() {
            return reasons.isEmpty() ? DrawKind.CHANCE : DrawKind.RISK;
        }
    }

    /** Heads summed over the classes of a return, as signed and as given again; null if nobody has answered. */
    record SummedHeads(int signed, @Nullable Integer said) {}

    /** Returns the signed heads of each class of a session; children of other classes are added to the first class. */
    List<ClassHeads> signed(long sessionId) {
        @SuppressWarnings("unchecked")
        List<Object[]> rows = getEntityManager()
                .createNativeQuery(HEADS, Object[].class)
                .setParameter("session", sessionId)
                .getResultList();
        int lent = rows.isEmpty()
                ? 0
                : number(rows.getFirst()[3])
                        - rows.stream().mapToInt(row -> number(row[2])).sum();
        return IntStream.range(0, rows.size())
                .mapToObj(i -> new ClassHeads(
                        ((Number) rows.get(i)[0]).longValue(),
                        (String) rows.get(i)[1],
                        number(rows.get(i)[2]) + (i == 0 ? lent : 0),
                        null))
                .toList();
    }

    /** Returns the name of the person who confirmed the return of a session; empty if nobody had to. */
    Optional<String> confirmer(long sessionId) {
        return getEntityManager()
                .createNativeQuery(CONFIRMER, String.class)
                .setParameter("session", sessionId)
                .getResultList()
                .stream()
                .findFirst()
                .map(String::valueOf);
    }

    Optional<FigureQuestion> locked(PublicId id) {
        return find("publicId", id.value())
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .singleResultOptional();
    }

    Optional<FigureQuestion> byPublicId(PublicId id) {
        return find("publicId", id.value()).singleResultOptional();
    }

    /** Returns the open questions of a school. */
    List<FigureQuestion> waitingAt(long schoolId) {
        return getSession()
                .createNativeQuery(OF_SCHOOL, FigureQuestion.class)
                .setParameter("school", schoolId)
                .getResultList();
    }

    List<PublicId> expired(Instant now) {
        return list("state = ?1 and dueAt < ?2", FigureQuestion.State.ASKED, now).stream()
                .map(FigureQuestion::publicId)
                .toList();
    }

    List<PublicId> toRemind(Instant dueBefore) {
        return list("state = ?1 and remindedAt is null and dueAt < ?2", FigureQuestion.State.ASKED, dueBefore).stream()
                .map(FigureQuestion::publicId)
                .toList();
    }

    /** Returns the drawn returns, the latest weeks first, 2,000 at most. */
    List<DrawnReturn> drawnReturns(QuestionFilter of) {
        @SuppressWarnings("unchecked")
        List<Object[]> rows = asking(ASKED, of).getResultList();
        return rows.stream()
                .map(row -> new DrawnReturn(
                        FigureQuestion.State.valueOf((String) row[0]),
                        String.valueOf(row[1]),
                        (String) row[2],
                        LocalDate.parse((String) row[3]),
                        LocalDate.parse((String) row[4]),
                        RiskReason.named((String) row[7]),
                        new SummedHeads(number(row[5]), row[6] == null ? null : Integer.valueOf(number(row[6])))))
                .toList();
    }

    /** Returns how each question stood at a moment, in the order in which they were asked. */
    List<QuestionStatus> statuses(QuestionFilter of, Instant asAt) {
        @SuppressWarnings("unchecked")
        List<Object[]> rows =
                asking(STANDING, of).setParameter("asAt", utc(asAt)).getResultList();
        return rows.stream()
                .map(row -> new QuestionStatus(
                        DrawKind.valueOf((String) row[0]),
                        number(row[1]) == 1,
                        number(row[2]),
                        row[3] == null ? null : Integer.valueOf(number(row[3])),
                        ((Number) row[4]).longValue()))
                .toList();
    }

    private Query asking(String sql, QuestionFilter of) {
        return getEntityManager()
                .createNativeQuery(sql, Object[].class)
                .setParameter("year", of.year())
                .setParameter("term", of.term())
                .setParameter("first", of.first())
                .setParameter("last", of.last())
                .setParameter("scope", of.scope().token());
    }

    private static int number(@Nullable Object value) {
        return value == null ? 0 : ((Number) value).intValue();
    }

    static LocalDateTime utc(Instant at) {
        return LocalDateTime.ofInstant(at, ZoneOffset.UTC);
    }
}
