package uk.thinkuknow.reach.totals;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import uk.thinkuknow.common.Sql;
import uk.thinkuknow.counting.CardSet;
import uk.thinkuknow.counting.CountedLine;
import uk.thinkuknow.counting.GroupTally;
import uk.thinkuknow.counting.PendingReturns;
import uk.thinkuknow.counting.PendingSessions;
import uk.thinkuknow.counting.Period;

/**
 * Reads for a term or a year the areas of schools, the schools of moved classes and the lessons awaiting a return. Also
 * maps rows of queries to return lines.
 */
@Singleton
public class PeriodQueries {
    /**
     * Starts from the sessions: the index groups the few that have no return. A session with a return to be confirmed
     * is apart from them.
     */
    private static final String AWAITED = """
            SELECT STRAIGHT_JOIN s.school_id, m.band_key, COUNT(DISTINCT s.id), COALESCE(SUM(BIT_COUNT(c.for_low) + BIT_COUNT(c.for_high)), 0)
            FROM session_v s
            JOIN module_version_v v ON v.id = s.module_version_id
            JOIN module_v m ON m.id = v.module_id
            LEFT JOIN session_class_v c ON c.session_id = s.id
            WHERE s.year_key = ? AND s.returned_at IS NULL AND s.state = 'ENDED' AND s.audience = 'lesson'
              AND s.term_key IN (?, ?, ?)
              AND NOT EXISTS (SELECT 1 FROM waiting_return_v w WHERE w.session_id = s.id)
            GROUP BY s.school_id, m.band_key""";

    private static final String TO_CONFIRM = """
            SELECT w.school_id, w.band_key, COUNT(*), SUM(w.children)
            FROM waiting_return_v w
            WHERE w.year_key = ? AND w.term_key IN (?, ?, ?) AND w.audience = 'lesson'
            GROUP BY w.school_id, w.band_key""";

    /**
     * Every school that has or had a class, with its area on the last day of the period in the calendar of its nation.
     * A national register of schools has ten times as many.
     */
    private static final String PLACES = """
            SELECT STRAIGHT_JOIN s.id, s.public_id, s.name, s.phase, a.authority_key, a.region_key, r.nation
            FROM (SELECT school_id FROM class_group_v GROUP BY school_id UNION SELECT from_school FROM class_move_v) taught
            JOIN school_area_v l ON l.school_id = taught.school_id
            JOIN school_v s ON s.id = l.school_id
            JOIN authority_v a ON a.authority_key = l.authority_key
            JOIN region_v r ON r.region_key = a.region_key
            JOIN term_v t ON t.nation = r.nation AND t.year_key = ? AND t.term_key = ?
            WHERE l.valid_from <= t.last_day AND (l.valid_to IS NULL OR l.valid_to >= t.last_day)""";

    private static final String PLACES_OF = PLACES.substring(0, PLACES.indexOf("FROM (")) + """
            FROM school_area_v l
            JOIN school_v s ON s.id = l.school_id
            JOIN authority_v a ON a.authority_key = l.authority_key
            JOIN region_v r ON r.region_key = a.region_key
            JOIN term_v t ON t.nation = r.nation AND t.year_key = ? AND t.term_key = ?
            WHERE l.school_id IN (%s) AND l.valid_from <= t.last_day AND (l.valid_to IS NULL OR l.valid_to >= t.last_day)""";

    /**
     * The moves of classes with their schools, in order, and whether each is after the period's last day in the
     * school's nation.
     */
    private static final String MOVES = """
            SELECT m.class_id, m.from_school, m.to_school, m.moved_on > t.last_day
            FROM class_move_v m
            JOIN school_area_v l ON l.school_id = m.to_school AND l.in_force = 1
            JOIN authority_v a ON a.authority_key = l.authority_key
            JOIN region_v r ON r.region_key = a.region_key
            JOIN term_v t ON t.nation = r.nation AND t.year_key = ? AND t.term_key = ?
            ORDER BY m.class_id, m.moved_on, m.id""";

    private final DataSource database;

    PeriodQueries(@io.quarkus.agroal.DataSource("reports") DataSource database) {
        this.database = database;
    }

    /**
     * Lessons of the period that ended without a signed return, and those whose return is to be confirmed, in the
     * connection's snapshot.
     */
    public List<PendingSessions> pending(Connection connection, Period period) throws SQLException {
        var parameters = parameters(period.year(), period.first(), period.last());
        var pending = new ArrayList<>(Sql.list(connection, AWAITED, parameters, PeriodQueries::awaited));
        pending.addAll(Sql.list(connection, TO_CONFIRM, parameters, PeriodQueries::toConfirm));
        return pending;
    }

    /** A row of school, band, number of sessions without a return, and cards. */
    public static PendingSessions awaited(ResultSet row) throws SQLException {
        return new PendingSessions(
                row.getLong(1), row.getString(2), PendingReturns.awaiting(row.getInt(3), row.getInt(4)));
    }

    /** A row of school, band, number of returns to be confirmed, and children. */
    public static PendingSessions toConfirm(ResultSet row) throws SQLException {
        return new PendingSessions(
                row.getLong(1), row.getString(2), PendingReturns.toConfirm(row.getInt(3), row.getInt(4)));
    }

    /** Every school that has or had a class, with its area on the period's last day. */
    public List<Place> places(Period period) {
        return Sql.list(
                database, PLACES, List.of(period.year(), Period.TERMS.get(period.last())), PeriodQueries::place);
    }

    /** Every school that has or had a class, with its area on the period's last day, in the connection's snapshot. */
    List<Place> places(Connection connection, Period period) throws SQLException {
        return Sql.list(
                connection, PLACES, List.of(period.year(), Period.TERMS.get(period.last())), PeriodQueries::place);
    }

    /** The given schools with their areas on the period's last day. */
    List<Place> places(Connection connection, Period period, Collection<Long> schools) throws SQLException {
        if (schools.isEmpty()) {
            return List.of();
        }
        var parameters = new ArrayList<Object>(List.of(period.year(), Period.TERMS.get(period.last())));
        parameters.addAll(schools);
        return Sql.list(connection, PLACES_OF.formatted(Sql.marks(schools.size())), parameters, PeriodQueries::place);
    }

    static Place place(ResultSet row) throws SQLException {
        return new Place(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getString(7));
    }

    /**
     * The school, on the period's last day, of each class that has ever moved. The other classes are at the school of
     * their lines.
     */
    public Map<Long, Long> homes(Period period) {
        return homes(Sql.list(
                database, MOVES, List.of(period.year(), Period.TERMS.get(period.last())), PeriodQueries::move));
    }

    /** The school of each class that has ever moved, in the connection's snapshot. */
    public Map<Long, Long> homes(Connection connection, Period period) throws SQLException {
        return homes(Sql.list(
                connection, MOVES, List.of(period.year(), Period.TERMS.get(period.last())), PeriodQueries::move));
    }

    /** A move of a class with its school; later means after the period's last day. */
    public record Move(long classId, long from, long to, boolean later) {}

    private static Move move(ResultSet row) throws SQLException {
        return new Move(row.getLong(1), row.getLong(2), row.getLong(3), row.getBoolean(4));
    }

    /** The school of each moved class on the period's last day. */
    public static Map<Long, Long> homes(List<Move> moves) {
        var homes = new HashMap<Long, Long>();
        var later = new HashSet<Long>();
        for (var move : moves) {
            if (!move.later()) {
                homes.put(move.classId(), move.to());
            } else if (later.add(move.classId())) {
                homes.putIfAbsent(move.classId(), move.from());
            }
        }
        return homes;
    }

    /** Maps a row to a return line; the columns are those of the queries in {@link LinesAsOf}. */
    public static CountedLine line(ResultSet row) throws SQLException {
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
                row.getObject(15, LocalDate.class),
                GroupTally.ofLine(group, cards, inForce, named, row.getInt(13), row.getInt(14)));
    }

    /**
     * The year and always three terms, so that one SQL text serves every period; the last term is repeated to fill up.
     */
    static List<String> parameters(String year, int first, int last) {
        return List.of(
                year, Period.TERMS.get(first), Period.TERMS.get(Math.min(first + 1, last)), Period.TERMS.get(last));
    }
}
