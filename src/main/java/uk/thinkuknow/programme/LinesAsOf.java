package uk.thinkuknow.programme;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import javax.sql.DataSource;

/**
 * The returns that counted at a moment, for schools and classes where they lay when a period was closed. A return that was
 * amended since is read as it then stood: nothing that has counted for ten minutes is ever deleted.
 */
final class LinesAsOf implements LineSource {
    /** A visit counts from when the school confirmed it, anything else from when it was signed. */
    private static final String COUNTED_FROM =
            "IF(r.state = 'UNCONFIRMED', NULL, COALESCE(r.confirmed_at, r.signed_at))";

    private static final String COUNTED_THEN =
            COUNTED_FROM + " <= ? AND (r.superseded_at IS NULL OR r.superseded_at > ?)";

    private static final String LINE = """
            SELECT l.class_id, l.school_id, l.session_id, l.band_key, l.term_key, l.group_slot, l.for_low, l.for_high,
              l.in_force_low, l.in_force_high, l.named_a_low | l.named_b_low, l.named_a_high | l.named_b_high, l.unnamed,
              l.guests, l.local_date
            FROM %s l JOIN signed_return r ON r.id = l.return_id
            WHERE l.audience = 'lesson' AND l.year_key = ? AND l.term_key IN (?, ?, ?) AND %s""";

    private static final String LINES = LINE.formatted("return_line", COUNTED_THEN) + " UNION ALL "
            + LINE.formatted("superseded_line", COUNTED_THEN) + " ORDER BY 1";

    private static final String AWAITED = """
            SELECT STRAIGHT_JOIN s.school_id, m.band_key, COUNT(DISTINCT s.id), COALESCE(SUM(BIT_COUNT(c.for_low) + BIT_COUNT(c.for_high)), 0)
            FROM session s
            JOIN module_version v ON v.id = s.module_version_id
            JOIN module m ON m.id = v.module_id
            LEFT JOIN session_class c ON c.session_id = s.id
            WHERE s.year_key = ? AND s.term_key IN (?, ?, ?) AND s.audience = 'lesson'
              AND s.ended_at <= ? AND (s.cancelled_at IS NULL OR s.cancelled_at > ?)
              AND NOT EXISTS (SELECT 1 FROM signed_return r WHERE r.session_id = s.id AND %s)
            GROUP BY s.school_id, m.band_key""".formatted(COUNTED_THEN);

    /** Everyone who was there, by audience, and how each came to be counted. */
    private static final String HEADS = """
            SELECT l.audience, l.heads, BIT_COUNT(l.named_a_low) + BIT_COUNT(l.named_a_high) AS a,
              BIT_COUNT(l.named_b_low) + BIT_COUNT(l.named_b_high) AS b
            FROM %s l JOIN signed_return r ON r.id = l.return_id
            WHERE l.year_key = ? AND l.term_key IN (?, ?, ?) AND %s""";

    private static final String BY_AUDIENCE = "SELECT audience, SUM(heads), SUM(a), SUM(b) FROM ("
            + HEADS.formatted("return_line", COUNTED_THEN)
            + " UNION ALL " + HEADS.formatted("superseded_line", COUNTED_THEN) + ") told GROUP BY audience";

    private final DataSource database;
    private final LocalDateTime asOf;
    private final ClosedPlaces where;

    /** @param asOf long enough ago that no signature of before can be taken back any more */
    LinesAsOf(DataSource database, Instant asOf, ClosedPlaces where) {
        this.database = database;
        this.asOf = LocalDateTime.ofInstant(asOf, ZoneOffset.UTC);
        this.where = where;
    }

    @Override
    public void each(Period period, boolean dated, Consumer<CountedLine> line) {
        Rows.each(database, LINES, twice(terms(period, 0)), row -> ReachLines.line(row, true), line);
    }

    @Override
    public List<AwaitedSessions> awaited(Period period) {
        var parameters = new ArrayList<Object>(terms(period, period.first()));
        parameters.addAll(List.of(asOf, asOf, asOf, asOf));
        return Rows.of(
                database,
                AWAITED,
                parameters,
                row -> new AwaitedSessions(row.getLong(1), row.getString(2), row.getInt(3), row.getInt(4)));
    }

    @Override
    public CompletableFuture<List<Place>> places(Period period) {
        return CompletableFuture.completedFuture(where.places());
    }

    @Override
    public Map<Long, Long> homes(Period period) {
        return where.homes();
    }

    /** The period by itself, by audience. */
    Map<String, Heads> heads(Period period) {
        var heads = new HashMap<String, Heads>();
        Rows.of(
                database,
                BY_AUDIENCE,
                twice(terms(period, period.first())),
                row -> heads.put(row.getString(1), new Heads(row.getInt(2), row.getInt(3), row.getInt(4))));
        return heads;
    }

    /**
     * Everyone who was there at sessions for one audience, each time.
     *
     * @param gradeA of them, cards that were picked on a device
     * @param gradeB of them, cards that a grown-up ticked
     */
    record Heads(int all, int gradeA, int gradeB) {}

    /** Once for the lines that count and once for those that were amended since. */
    private List<Object> twice(List<String> terms) {
        var parameters = new ArrayList<Object>();
        for (int i = 0; i < 2; i++) {
            parameters.addAll(terms);
            parameters.addAll(List.of(asOf, asOf));
        }
        return parameters;
    }

    private static List<String> terms(Period period, int first) {
        return ReachLines.parameters(period.year(), first, period.last());
    }
}
