package uk.thinkuknow.reach.totals;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import uk.thinkuknow.common.Sql;
import uk.thinkuknow.counting.CountedLine;

/**
 * Recounts the kept totals of classes and schools and writes the differences, or only lists them, in the transaction of
 * the caller. Before writing it updates the change counter of each class and school, which locks it: a concurrent
 * recount waits, is then refused by the database as a stale read, and runs again on the new state.
 */
public final class KeptTotals {
    private static final String LINES = """
            SELECT l.class_id, l.school_id, l.session_id, l.band_key, l.term_key, l.group_slot, l.for_low, l.for_high,
              l.in_force_low, l.in_force_high, l.named_a_low | l.named_b_low, l.named_a_high | l.named_b_high, l.unnamed,
              l.guests, l.local_date,
              l.class_id = (SELECT MIN(o.class_id) FROM return_line_v o WHERE o.session_id = l.session_id AND o.audience = 'lesson')
            FROM return_line_v l
            WHERE l.audience = 'lesson' AND l.year_key = ? AND l.class_id IN (%s)
            ORDER BY l.class_id, l.local_date, l.session_id, l.id""";

    private static final String SUMS = "SELECT t.school_id, t.term_key, t.band_key, " + KeptTable.SUMS
            + " FROM class_total t WHERE t.year_key = ? AND t.school_id IN (%s) GROUP BY t.school_id, t.term_key, t.band_key";

    /** Also records the time, for the caches of counted values. */
    private static final String MOVE = """
            INSERT INTO counted_%1$s (%1$s_id, year_key, times, changed_at) VALUES (?, ?, 1, UTC_TIMESTAMP(6))
            ON DUPLICATE KEY UPDATE times = times + 1, changed_at = UTC_TIMESTAMP(6)""";

    static final String MOVE_CLASS = MOVE.formatted("class");
    private static final String MOVE_SCHOOL = MOVE.formatted("school");

    private final Connection connection;
    private final boolean write;
    private final List<String> differences = new ArrayList<>();

    private KeptTotals(Connection connection, boolean write) {
        this.connection = connection;
        this.write = write;
    }

    /** Brings the totals of the classes in line with their return lines, then the totals of their schools. */
    public static void keep(Connection connection, String year, Collection<Long> classes) throws SQLException {
        var totals = new KeptTotals(connection, true);
        totals.countSchools(year, totals.countClasses(year, classes));
    }

    /** @return a description of each row that differed in these classes */
    static List<String> classes(Connection connection, boolean write, String year, Collection<Long> classes)
            throws SQLException {
        var totals = new KeptTotals(connection, write);
        totals.countClasses(year, classes);
        return totals.differences;
    }

    /** @return a description of each row that differed in these schools, provided that their classes are right */
    static List<String> schools(Connection connection, boolean write, String year, Collection<Long> schools)
            throws SQLException {
        var totals = new KeptTotals(connection, write);
        totals.countSchools(year, schools);
        return totals.differences;
    }

    /** @return the schools with which these classes were counted before or are counted now */
    private Set<Long> countClasses(String year, Collection<Long> classes) throws SQLException {
        if (classes.isEmpty()) {
            return Set.of();
        }
        move(MOVE_CLASS, year, classes);
        var totals = new KeptTable.Rows();
        var weeks = new KeptTable.Rows();
        lines(year, classes).forEach((id, lines) -> put(year, id, lines, totals, weeks));
        var kept = settle(KeptTable.CLASSES, year, classes, totals);
        settle(KeptTable.WEEKS, year, classes, weeks);
        var schools = new HashSet<Long>();
        kept.values().forEach(row -> schools.add((Long) row.getFirst()));
        totals.values().forEach(row -> schools.add((Long) row.getFirst()));
        return schools;
    }

    /** The return lines of a class, and the sessions counted with it. */
    private record OfClass(List<CountedLine> lines, Set<Long> itsSessions) {}

    private Map<Long, OfClass> lines(String year, Collection<Long> classes) throws SQLException {
        var found = new TreeMap<Long, OfClass>();
        Sql.each(connection, LINES.formatted(Sql.marks(classes.size())), values(year, classes), row -> {
            var line = PeriodQueries.line(row);
            var of = found.computeIfAbsent(line.classId(), any -> new OfClass(new ArrayList<>(4), new HashSet<>(4)));
            of.lines().add(line);
            if (row.getBoolean(16)) {
                of.itsSessions().add(line.sessionId());
            }
        });
        return found;
    }

    private static void put(String year, long classId, OfClass of, KeptTable.Rows totals, KeptTable.Rows weeks) {
        var counted = ClassTotals.of(year, of.lines(), of.itsSessions());
        counted.totals().forEach((slot, kept) -> {
            var row = new ArrayList<Object>();
            row.add(counted.schoolId());
            row.addAll(KeptFigures.row(kept.result(), kept.sessions()));
            totals.put(List.of(classId, year, slot.term(), slot.band()), row);
        });
        counted.weeks()
                .forEach((week, step) -> weeks.put(
                        List.of(classId, year, week.term(), week.monday()),
                        List.of(counted.schoolId(), (long) step.lower(), (long) step.upper())));
    }

    private void countSchools(String year, Collection<Long> schools) throws SQLException {
        if (schools.isEmpty()) {
            return;
        }
        move(MOVE_SCHOOL, year, schools);
        var sums = new KeptTable.Rows();
        Sql.each(connection, SUMS.formatted(Sql.marks(schools.size())), values(year, schools), sum -> {
            var row = new ArrayList<Object>();
            for (int i = 4; i < 4 + KeptTable.SCHOOLS.values().size(); i++) {
                row.add(sum.getLong(i));
            }
            sums.put(List.of(sum.getLong(1), year, sum.getString(2), sum.getString(3)), row);
        });
        settle(KeptTable.SCHOOLS, year, schools, sums);
    }

    private KeptTable.Rows settle(KeptTable table, String year, Collection<Long> ids, KeptTable.Rows counted)
            throws SQLException {
        var kept = table.read(connection, year, ids);
        differences.addAll(table.differences(kept, counted));
        if (write) {
            table.write(connection, kept, counted);
        }
        return kept;
    }

    /** Updates the counters in id order, which avoids deadlocks. A comparison takes no locks. */
    private void move(String sql, String year, Collection<Long> ids) throws SQLException {
        if (write) {
            Sql.batch(
                    connection,
                    sql,
                    new TreeSet<>(ids).stream().map(id -> List.of(id, year)).toList());
        }
    }

    private static List<Object> values(String year, Collection<Long> ids) {
        var values = new ArrayList<Object>(ids);
        values.addFirst(year);
        return values;
    }
}
