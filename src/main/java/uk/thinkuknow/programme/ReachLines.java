package uk.thinkuknow.programme;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import javax.sql.DataSource;
import uk.thinkuknow.school.CardSet;

/**
 * The one counting query, and what stands beside it. Plain JDBC, row by row: a report reads tens of thousands of rows and
 * keeps none of them. The lines come class by class, as the index holds them.
 */
@Singleton
class ReachLines implements LineSource {
    /** A session for the whole class was for the cards in force: only a group's cards are worth sending. */
    private static final String LINES = """
            SELECT class_id, school_id, session_id, band_key, term_key, group_slot,
              IF(group_slot = 0, NULL, for_low), IF(group_slot = 0, NULL, for_high), in_force_low, in_force_high,
              named_a_low | named_b_low, named_a_high | named_b_high, unnamed, guests, %s
            FROM return_line
            WHERE audience = 'lesson' AND year_key = ? AND term_key IN (?, ?, ?)
            ORDER BY class_id""";

    private static final String UNDATED = LINES.formatted("NULL");
    private static final String DATED = LINES.formatted("local_date");

    /** Sessions first: the index holds those without a return side by side, and they are few. */
    private static final String AWAITED = """
            SELECT STRAIGHT_JOIN s.school_id, m.band_key, COUNT(DISTINCT s.id), COALESCE(SUM(BIT_COUNT(c.for_low) + BIT_COUNT(c.for_high)), 0)
            FROM session s
            JOIN module_version v ON v.id = s.module_version_id
            JOIN module m ON m.id = v.module_id
            LEFT JOIN session_class c ON c.session_id = s.id
            WHERE s.year_key = ? AND s.returned_at IS NULL AND s.state = 'ENDED' AND s.audience = 'lesson'
              AND s.term_key IN (?, ?, ?)
            GROUP BY s.school_id, m.band_key""";

    /**
     * Each school that has or had a class, where it lay on the period's last day, by the calendar of the nation it then lay
     * in. A national register has ten times as many schools.
     */
    private static final String PLACES = """
            SELECT STRAIGHT_JOIN s.id, s.public_id, s.name, s.phase, a.authority_key, a.region_key, r.nation
            FROM (SELECT school_id FROM class_group GROUP BY school_id UNION SELECT from_school FROM class_move) taught
            JOIN school_area l ON l.school_id = taught.school_id
            JOIN school s ON s.id = l.school_id
            JOIN authority a ON a.authority_key = l.authority_key
            JOIN region r ON r.region_key = a.region_key
            JOIN term t ON t.nation = r.nation AND t.year_key = ? AND t.term_key = ?
            WHERE l.valid_from <= t.last_day AND (l.valid_to IS NULL OR l.valid_to >= t.last_day)""";

    /** A class that moved with its school, in the order of its moves, and the period's last day in its nation. */
    private static final String MOVES = """
            SELECT m.class_id, m.from_school, m.to_school, m.moved_on > t.last_day
            FROM class_move m
            JOIN school_area l ON l.school_id = m.to_school AND l.in_force = 1
            JOIN authority a ON a.authority_key = l.authority_key
            JOIN region r ON r.region_key = a.region_key
            JOIN term t ON t.nation = r.nation AND t.year_key = ? AND t.term_key = ?
            ORDER BY m.class_id, m.moved_on, m.id""";

    private final DataSource database;

    ReachLines(@io.quarkus.agroal.DataSource("reports") DataSource database) {
        this.database = database;
    }

    @Override
    public void each(Period period, boolean dated, Consumer<CountedLine> line) {
        Rows.each(
                database,
                dated ? DATED : UNDATED,
                parameters(period.year(), 0, period.last()),
                row -> line(row, dated),
                line);
    }

    @Override
    public List<AwaitedSessions> awaited(Period period) {
        return Rows.of(
                database,
                AWAITED,
                parameters(period.year(), period.first(), period.last()),
                row -> new AwaitedSessions(row.getLong(1), row.getString(2), row.getInt(3), row.getInt(4)));
    }

    /** Read while the caller reads the lines: that takes either a processor for about as long. */
    @Override
    public CompletableFuture<List<Place>> places(Period period) {
        return Rows.meanwhile(
                database,
                PLACES,
                List.of(period.year(), Period.TERMS.get(period.last())),
                row -> new Place(
                        row.getLong(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getString(6),
                        row.getString(7)));
    }

    @Override
    public Map<Long, Long> homes(Period period) {
        var homes = new HashMap<Long, Long>();
        var later = new HashSet<Long>();
        Rows.of(database, MOVES, List.of(period.year(), Period.TERMS.get(period.last())), row -> {
            long classId = row.getLong(1);
            if (!row.getBoolean(4)) {
                homes.put(classId, row.getLong(3));
            } else if (later.add(classId)) {
                homes.putIfAbsent(classId, row.getLong(2));
            }
            return classId;
        });
        return homes;
    }

    static CountedLine line(ResultSet row, boolean dated) throws SQLException {
        long group = row.getLong(6);
        var inForce = new CardSet(row.getLong(9), row.getLong(10));
        var cards = group == GroupTally.WHOLE_CLASS ? inForce : new CardSet(row.getLong(7), row.getLong(8));
        var named = new CardSet(row.getLong(11), row.getLong(12));
        return new CountedLine(
                row.getLong(1),
                row.getLong(2),
                row.getLong(3),
                row.getString(4),
                Period.TERMS.indexOf(row.getString(5)),
                dated ? row.getObject(15, LocalDate.class) : LocalDate.MIN,
                GroupTally.ofLine(group, cards, inForce, named, row.getInt(13), row.getInt(14)));
    }

    /** The year and always three terms, so that the query is one: the last is said again for those that are not wanted. */
    static List<String> parameters(String year, int first, int last) {
        return List.of(
                year, Period.TERMS.get(first), Period.TERMS.get(Math.min(first + 1, last)), Period.TERMS.get(last));
    }
}
