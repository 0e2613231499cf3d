package uk.thinkuknow.reach.totals;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javax.sql.DataSource;
import uk.thinkuknow.common.Sql;
import uk.thinkuknow.counting.AwaitedSessions;
import uk.thinkuknow.counting.CountedLine;
import uk.thinkuknow.counting.Period;

/**
 * The returns that counted at a moment. A return that was amended or withdrawn since is read as it then stood: nothing that has counted for ten minutes is ever deleted.
 */
public final class LinesAsOf {
    /** A visit counts from when the school confirmed it, anything else from when it was signed. */
    private static final String COUNTED_FROM =
            "IF(r.state = 'UNCONFIRMED', NULL, COALESCE(r.confirmed_at, r.signed_at))";

    private static final String COUNTED_THEN =
            COUNTED_FROM + " <= ? AND COALESCE(r.superseded_at, r.withdrawn_at, TIMESTAMP'9999-12-31 00:00:00') > ?";

    /** One that was withdrawn by then had come all the same: its session awaits no other. */
    private static final String CAME_BY_THEN =
            COUNTED_FROM + " <= ? AND (r.superseded_at IS NULL OR r.superseded_at > ?)";

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
            GROUP BY s.school_id, m.band_key""";

    /** Everyone who was there, by audience, and how each came to be counted. */
    private static final String HEADS = """
            SELECT l.audience, l.heads, BIT_COUNT(l.named_a_low) + BIT_COUNT(l.named_a_high) AS a,
              BIT_COUNT(l.named_b_low) + BIT_COUNT(l.named_b_high) AS b
            FROM %s l JOIN signed_return_v r ON r.id = l.return_id
            WHERE %s AND %s""";

    private static final String TERMS_OF_A_YEAR = "%1$s.year_key = ? AND %1$s.term_key IN (?, ?, ?)";

    private final DataSource database;
    private final LocalDateTime asOf;

    /** @param asOf long enough ago that no signature of before can be taken back any more */
    public LinesAsOf(DataSource database, Instant asOf) {
        this.database = database;
        this.asOf = LocalDateTime.ofInstant(asOf, ZoneOffset.UTC);
    }

    /** Every line of the year up to the period's end, class by class. */
    public void each(Period period, Consumer<CountedLine> line) {
        Sql.each(database, lines(TERMS_OF_A_YEAR), twice(terms(period, 0)), row -> ReachLines.line(row), line);
    }

    /** Lessons of the period that had ended and had no signed return. */
    public List<AwaitedSessions> awaited(Period period) {
        var parameters = new ArrayList<Object>(terms(period, period.first()));
        parameters.addAll(List.of(asOf, asOf, asOf, asOf));
        return Sql.list(
                database,
                awaited(TERMS_OF_A_YEAR),
                parameters,
                row -> new AwaitedSessions(row.getLong(1), row.getString(2), row.getInt(3), row.getInt(4)));
    }

    /** The period by itself, by audience. */
    public Map<String, Heads> heads(Period period) {
        return heads(database, TERMS_OF_A_YEAR, twice(terms(period, period.first())));
    }

    public static Map<String, Heads> heads(DataSource database, String which, List<Object> parameters) {
        var heads = new HashMap<String, Heads>();
        Sql.list(
                database,
                "SELECT audience, SUM(heads), SUM(a), SUM(b) FROM (" + then(HEADS, which) + ") told GROUP BY audience",
                parameters,
                row -> heads.put(row.getString(1), new Heads(row.getInt(2), row.getInt(3), row.getInt(4))));
        return heads;
    }

    /**
     * The lines that counted at a moment, class by class.
     *
     * @param which of a table called {@code %1$s}; its parameters and the moment twice, and all of them twice
     */
    public static String lines(String which) {
        return then(LINE, which) + " ORDER BY 1";
    }

    /** Lessons that had ended at a moment without a return: the parameters of which, and the moment four times. */
    public static String awaited(String which) {
        return AWAITED.formatted(which.formatted("s"), CAME_BY_THEN);
    }

    private static String then(String sql, String which) {
        return sql.formatted("return_line_v", which.formatted("l"), COUNTED_THEN) + " UNION ALL "
                + sql.formatted("superseded_line_v", which.formatted("l"), COUNTED_THEN);
    }

    /**
     * Everyone who was there at sessions for one audience, each time.
     *
     * @param gradeA of them, cards that were picked on a device
     * @param gradeB of them, cards that a grown-up ticked
     */
    public record Heads(int all, int gradeA, int gradeB) {}

    /** Once for the lines that count and once for those that were amended since. */
    private List<Object> twice(List<String> terms) {
        return twice(terms, asOf);
    }

    public static List<Object> twice(List<?> which, LocalDateTime asOf) {
        var parameters = new ArrayList<Object>();
        for (int i = 0; i < 2; i++) {
            parameters.addAll(which);
            parameters.addAll(List.of(asOf, asOf));
        }
        return parameters;
    }

    private static List<String> terms(Period period, int first) {
        return ReachLines.parameters(period.year(), first, period.last());
    }
}
