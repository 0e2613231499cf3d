package uk.thinkuknow.reach.totals;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javax.sql.DataSource;
import uk.thinkuknow.common.Sql;
import uk.thinkuknow.counting.CountedLine;
import uk.thinkuknow.counting.PendingSessions;
import uk.thinkuknow.counting.Period;

/**
 * Reads the return lines of a term or a year that counted at a moment in the past, and the lessons that awaited a
 * return then. A return amended or withdrawn since is read as it was: nothing that has counted for ten minutes is ever
 * deleted.
 */
public final class LinesAsOf {
    /** A visit counts from the school's confirmation, any other return from its signature. */
    private static final String COUNTED_FROM =
            "IF(r.state <> 'UNCONFIRMED', COALESCE(r.confirmed_at, r.signed_at), NULL)";

    private static final String COUNTED_THEN =
            COUNTED_FROM + " <= ? AND COALESCE(r.superseded_at, r.withdrawn_at, TIMESTAMP'9999-12-31 00:00:00') > ?";

    /** True also for a return withdrawn by then: its session was not awaiting a return. */
    private static final String CAME_BY_THEN = COUNTED_FROM + " <= ? AND COALESCE(r.superseded_at > ?, TRUE)";

    private static final String LINE = """
            SELECT l.class_id, l.school_id, l.session_id, l.band_key, l.term_key, l.group_slot, l.for_low, l.for_high,
              l.in_force_low, l.in_force_high, l.named_a_low | l.named_b_low, l.named_a_high | l.named_b_high, l.unnamed,
              l.guests, l.local_date, l.year_key
            FROM %s l JOIN signed_return_v r ON r.id = l.return_id
            WHERE l.audience = 'lesson' AND %s AND %s""";

    private static final String AWAITED = """
            SELECT STRAIGHT_JOIN s.school_id, m.band_key, COUNT(DISTINCT s.id), COALESCE(SUM(BIT_COUNT(c.for_low) + BIT_COUNT(c.for_high)), 0)
            FROM session_v s
            JOIN module_version_v v ON v.id = s.module_version_id
            JOIN module_v m ON m.id = v.module_id
            LEFT JOIN session_class_v c ON c.session_id = s.id
            WHERE %s AND s.audience = 'lesson'
              AND s.ended_at <= ? AND (s.cancelled_at IS NULL OR s.cancelled_at > ?)
              AND NOT EXISTS (SELECT 1 FROM signed_return_v r WHERE r.session_id = s.id AND %s)
              AND NOT EXISTS (SELECT 1 FROM waiting_return_v w WHERE w.session_id = s.id AND w.signed_at <= ?)
            GROUP BY s.school_id, m.band_key""";

    /** Returns signed before a moment that are still to be confirmed: those confirmed since are awaited at the moment. */
    private static final String TO_CONFIRM = """
            SELECT w.school_id, w.band_key, COUNT(*), SUM(w.children)
            FROM waiting_return_v w
            JOIN session_v s ON s.id = w.session_id
            WHERE %s AND w.audience = 'lesson' AND w.signed_at <= ?
            GROUP BY w.school_id, w.band_key""";

    /** The attendances by audience and by grade of mark. */
    private static final String HEADS = """
            SELECT l.school_id, l.audience, l.heads, BIT_COUNT(l.named_a_low) + BIT_COUNT(l.named_a_high) AS a,
              BIT_COUNT(l.named_b_low) + BIT_COUNT(l.named_b_high) AS b
            FROM %s l JOIN signed_return_v r ON r.id = l.return_id
            WHERE %s AND %s""";

    private static final String TERMS_OF_A_YEAR = "%1$s.year_key = ? AND %1$s.term_key IN (?, ?, ?)";

    private final DataSource database;
    private final LocalDateTime asOf;

    /** @param asOf at least ten minutes ago, so that no earlier signature can still be taken back */
    public LinesAsOf(DataSource database, Instant asOf) {
        this.database = database;
        this.asOf = LocalDateTime.ofInstant(asOf, ZoneOffset.UTC);
    }

    /** Passes on every return line from the start of the year to the period's end, sorted by class. */
    public void each(Period period, Consumer<CountedLine> line) {
        Sql.each(database, lines(TERMS_OF_A_YEAR), twice(terms(period, 0)), row -> PeriodQueries.line(row), line);
    }

    /** Lessons of the period that had ended without a signed return, or whose return was to be confirmed. */
    public List<PendingSessions> pending(Period period) {
        return pending(database, TERMS_OF_A_YEAR, terms(period, period.first()), asOf);
    }

    /** The attendances in the period, by audience. */
    public Map<String, Heads> heads(Period period) {
        return heads(database, TERMS_OF_A_YEAR, twice(terms(period, period.first())));
    }

    public static Map<String, Heads> heads(DataSource database, String which, List<Object> parameters) {
        var heads = new HashMap<String, Heads>();
        Sql.list(
                database,
                "SELECT audience, SUM(heads), SUM(a), SUM(b) FROM (" + then(HEADS, which) + ") t GROUP BY t.audience",
                parameters,
                row -> heads.put(row.getString(1), new Heads(row.getInt(2), row.getInt(3), row.getInt(4))));
        return heads;
    }

    /** The attendances in the period by school, and by audience. */
    public Map<Long, Map<String, Heads>> headsBySchool(Period period) {
        return headsBySchool(database, TERMS_OF_A_YEAR, twice(terms(period, period.first())));
    }

    public static Map<Long, Map<String, Heads>> headsBySchool(
            DataSource database, String which, List<Object> parameters) {
        var heads = new HashMap<Long, Map<String, Heads>>();
        Sql.list(
                database,
                "SELECT audience, SUM(heads), SUM(a), SUM(b), school_id FROM (" + then(HEADS, which)
                        + ") t GROUP BY t.school_id, t.audience",
                parameters,
                row -> heads.computeIfAbsent(row.getLong(5), school -> new HashMap<>())
                        .put(row.getString(1), new Heads(row.getInt(2), row.getInt(3), row.getInt(4))));
        return heads;
    }

    /**
     * SQL for the lines that counted at a moment, sorted by class.
     *
     * @param which a condition on the table {@code %1$s}; the query takes its parameters and the moment twice, and all
     *     of these twice
     */
    public static String lines(String which) {
        return then(LINE, which) + " ORDER BY 1";
    }

    /**
     * Lessons that had ended without a return at a moment, or whose return was to be confirmed.
     *
     * @param which a condition on the table {@code %1$s} of sessions, with its parameters
     */
    public static List<PendingSessions> pending(
            DataSource database, String which, List<?> parameters, LocalDateTime asOf) {
        var ofSessions = new ArrayList<Object>(parameters);
        ofSessions.addAll(Collections.nCopies(5, asOf));
        var pending = new ArrayList<>(Sql.list(
                database, AWAITED.formatted(which.formatted("s"), CAME_BY_THEN), ofSessions, PeriodQueries::awaited));
        var ofReturns = new ArrayList<Object>(parameters);
        ofReturns.add(asOf);
        pending.addAll(
                Sql.list(database, TO_CONFIRM.formatted(which.formatted("s")), ofReturns, PeriodQueries::toConfirm));
        return pending;
    }

    private static String then(String sql, String which) {
        return sql.formatted("return_line_v", which.formatted("l"), COUNTED_THEN) + " UNION ALL "
                + sql.formatted("superseded_line_v", which.formatted("l"), COUNTED_THEN);
    }

    /**
     * The people present at sessions for one audience; a person who comes twice counts twice.
     *
     * @param gradeA of these, cards picked on a device
     * @param gradeB of these, cards ticked by a grown-up
     */
    public record Heads(int all, int gradeA, int gradeB) {}

    /** The parameters for the current lines, and once more for the lines amended since. */
    private List<Object> twice(List<String> terms) {
        return twice(terms, asOf);
    }

    /** The parameters of a query from {@link #lines}. */
    public static List<Object> twice(List<?> which, LocalDateTime asOf) {
        var parameters = new ArrayList<Object>();
        for (int i = 0; i < 2; i++) {
            parameters.addAll(which);
            parameters.addAll(List.of(asOf, asOf));
        }
        return parameters;
    }

    private static List<String> terms(Period period, int first) {
        return PeriodQueries.parameters(period.year(), first, period.last());
    }
}
