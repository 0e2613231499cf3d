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
import uk.thinkuknow.common.AgeRange;
import uk.thinkuknow.common.Sql;
import uk.thinkuknow.counting.PendingReturns;
import uk.thinkuknow.counting.SchoolFamilies;

/**
 * Reads the data that a count between two days needs besides the return lines, such as the schools' areas, trainers,
 * lesson titles, moves of classes and sessions awaiting a return.
 */
@Singleton
public class DaysQueries {
    /** The last year goes on until the next one is added. */
    private static final String YEARS = """
            SELECT DISTINCT y.year_key FROM academic_year_v y
            WHERE y.first_day <= ? AND (y.last_day >= ?
              OR y.last_day = (SELECT MAX(z.last_day) FROM academic_year_v z WHERE z.nation = y.nation))
            ORDER BY y.year_key""";

    private static final String BANDS = "SELECT band_key FROM age_band_v";

    private static final String PLACES = """
            SELECT STRAIGHT_JOIN s.id, s.public_id, s.name, s.phase, a.authority_key, a.region_key, r.nation
            FROM (SELECT school_id FROM class_group_v GROUP BY school_id UNION SELECT from_school FROM class_move_v) taught
            JOIN school_area_v l ON l.school_id = taught.school_id
            JOIN school_v s ON s.id = l.school_id
            JOIN authority_v a ON a.authority_key = l.authority_key
            JOIN region_v r ON r.region_key = a.region_key
            WHERE l.valid_from <= ? AND (l.valid_to IS NULL OR l.valid_to >= ?)""";

    private static final String PLACES_OF = PLACES.substring(0, PLACES.indexOf("FROM (")) + """
            FROM school_area_v l
            JOIN school_v s ON s.id = l.school_id
            JOIN authority_v a ON a.authority_key = l.authority_key
            JOIN region_v r ON r.region_key = a.region_key
            WHERE l.valid_from <= ? AND (l.valid_to IS NULL OR l.valid_to >= ?) AND l.school_id IN (%s)""";

    private static final String MOVES =
            "SELECT class_id, from_school, to_school, moved_on FROM class_move_v ORDER BY class_id, moved_on, id";

    /** The schools that follow one whose classes have not moved to them, because there are several. */
    private static final String FOLLOWERS = """
            SELECT l.predecessor_id, l.successor_id FROM school_link_v l
            WHERE (l.linked_on IS NULL OR l.linked_on <= ?)
              AND EXISTS (SELECT 1 FROM class_group_v c WHERE c.school_id = l.predecessor_id)""";

    private static final String CLASSES =
            "SELECT year_key, id, school_id FROM class_group_v WHERE year_key IN (?, ?) ORDER BY id";

    private static final String AWAITED = """
            SELECT s.school_id, m.band_key, m.module_key, COALESCE(t.public_id, ''), COUNT(*)
            FROM session_v s
            JOIN module_version_v v ON v.id = s.module_version_id
            JOIN module_v m ON m.id = v.module_id
            LEFT JOIN trainer_v t ON t.staff_id = s.started_by
            WHERE s.year_key IN (?, ?) AND s.returned_at IS NULL AND s.state = 'ENDED' AND s.audience = 'lesson'
              AND s.local_date BETWEEN ? AND ?
              AND NOT EXISTS (SELECT 1 FROM waiting_return_v w WHERE w.session_id = s.id)
            GROUP BY s.school_id, m.band_key, m.module_key, t.public_id""";

    private static final String TO_CONFIRM = """
            SELECT w.school_id, w.band_key, m.module_key, COALESCE(t.public_id, ''), COUNT(*), SUM(w.children)
            FROM waiting_return_v w
            JOIN session_v s ON s.id = w.session_id
            JOIN module_version_v v ON v.id = s.module_version_id
            JOIN module_v m ON m.id = v.module_id
            LEFT JOIN trainer_v t ON t.staff_id = s.started_by
            WHERE w.year_key IN (?, ?) AND w.on_date BETWEEN ? AND ? AND w.audience = 'lesson'
            GROUP BY w.school_id, w.band_key, m.module_key, t.public_id""";

    /** Sessions that a trainer delivered; all others were delivered by the school's teachers. */
    private static final String TRAINERS = """
            SELECT s.id, t.public_id, f.name FROM session_v s
            JOIN trainer_v t ON t.staff_id = s.started_by
            JOIN staff_v f ON f.id = t.staff_id
            WHERE s.year_key IN (?, ?) AND s.local_date BETWEEN ? AND ? AND s.audience = 'lesson'""";

    private static final String MODULES = """
            SELECT v.id, m.module_key, v.title FROM module_version_v v JOIN module_v m ON m.id = v.module_id ORDER BY v.number""";

    private static final String FACTS = """
            SELECT school_id, value FROM school_fact_v
            WHERE fact = ? AND value <> '' AND valid_from <= ? AND (valid_to IS NULL OR valid_to >= ?)""";

    private static final String ROLLS = "SELECT id, roll FROM school_v WHERE roll IS NOT NULL";

    private final DataSource database;

    DaysQueries(@io.quarkus.agroal.DataSource("reports") DataSource database) {
        this.database = database;
    }

    /** The lessons of a school that do not count yet, by band, module and trainer. */
    public record Pending(long schoolId, String band, String module, String trainer, PendingReturns pending) {}

    /** The key and display name of a module or a trainer. */
    public record Named(String key, String name) {}

    /**
     * The range of days for a count of reach, both ends included.
     *
     * @param years the school years, of any nation, that overlap the range, oldest first; reach is counted over at most
     *     two
     */
    public record Days(LocalDate from, LocalDate to, List<String> years) {
        public String first() {
            return years.getFirst();
        }

        /** Equal to the first year if the range is within one. */
        public String second() {
            return years.getLast();
        }

        public boolean overYears() {
            return years.size() > 1;
        }

        /** The query parameters: both years, then both days. */
        public List<Object> parameters() {
            return List.of(first(), second(), from, to);
        }
    }

    /** The range with every school year that overlaps it. */
    public Days days(LocalDate from, LocalDate to) {
        return new Days(from, to, Sql.list(database, YEARS, List.of(to, from), row -> row.getString(1)));
    }

    /** The keys of all age bands, youngest first. */
    public List<String> bands() {
        return Sql.list(database, BANDS, List.of(), row -> row.getString(1)).stream()
                .sorted(AgeRange.OF_KEYS)
                .toList();
    }

    /** The trainer of each session that a trainer delivered, by session id. */
    public Map<Long, Named> trainers(Days days) {
        var trainers = new HashMap<Long, Named>();
        Sql.list(
                database,
                TRAINERS,
                days.parameters(),
                row -> trainers.put(row.getLong(1), new Named(row.getString(2), row.getString(3))));
        return trainers;
    }

    /** The module of each module version, by version id, with the newest version's title. */
    public Map<Long, Named> modules() {
        var titles = new HashMap<String, String>();
        var keys = new HashMap<Long, String>();
        Sql.list(database, MODULES, List.of(), row -> {
            titles.put(row.getString(2), row.getString(3));
            return keys.put(row.getLong(1), row.getString(2));
        });
        var modules = new HashMap<Long, Named>();
        keys.forEach((version, key) -> modules.put(version, new Named(key, titles.getOrDefault(key, key))));
        return modules;
    }

    /** The trust or constituency of each school on a day, by school id. */
    public Map<Long, String> facts(DaysRowKind by, LocalDate day) {
        var facts = new HashMap<Long, String>();
        Sql.list(database, FACTS, List.of(by.key(), day, day), row -> facts.put(row.getLong(1), row.getString(2)));
        return facts;
    }

    /**
     * The number of pupils of each school by the national register, by school id; schools without a number are left
     * out.
     */
    public Map<Long, Integer> rolls() {
        var rolls = new HashMap<Long, Integer>();
        Sql.list(database, ROLLS, List.of(), row -> rolls.put(row.getLong(1), row.getInt(2)));
        return rolls;
    }

    /**
     * The moves of classes with their schools up to a day, and the schools that count as one over two years.
     *
     * @param homes the school, on the day, of each class that has ever moved; the other classes are at the school of
     *     their lines
     */
    public record Moves(Map<Long, Long> homes, SchoolFamilies families) {}

    public Moves moves(LocalDate day) {
        var homes = new HashMap<Long, Long>();
        var moves = new HashSet<SchoolFamilies.Move>();
        Sql.each(database, MOVES, List.of(), row -> {
            homes.putIfAbsent(row.getLong(1), row.getLong(2));
            if (!row.getObject(4, LocalDate.class).isAfter(day)) {
                homes.put(row.getLong(1), row.getLong(3));
                moves.add(new SchoolFamilies.Move(row.getLong(2), row.getLong(3)));
            }
        });
        moves.addAll(Sql.list(
                database, FOLLOWERS, List.of(day), row -> new SchoolFamilies.Move(row.getLong(1), row.getLong(2))));
        return new Moves(homes, new SchoolFamilies(moves));
    }

    /** Every school that has or had a class, with its area on a day. */
    public List<Place> places(LocalDate day) {
        return Sql.list(database, PLACES, List.of(day, day), PeriodQueries::place);
    }

    /** Every school that has or had a class, with its area on a day, read by the caller's connection. */
    List<Place> places(Connection connection, LocalDate day) throws SQLException {
        return Sql.list(connection, PLACES, List.of(day, day), PeriodQueries::place);
    }

    /** The given schools with their areas on a day. */
    List<Place> places(Connection connection, LocalDate day, Collection<Long> schools) throws SQLException {
        if (schools.isEmpty()) {
            return List.of();
        }
        var parameters = new ArrayList<Object>(List.of(day, day));
        parameters.addAll(schools);
        return Sql.list(connection, PLACES_OF.formatted(Sql.marks(schools.size())), parameters, PeriodQueries::place);
    }

    /** A class with its school year and its current school. */
    public record OfSchool(String year, long classId, long schoolId) {}

    /** The current school of each class of two years. */
    public List<OfSchool> schoolsOfClasses(Days days) {
        return Sql.list(
                database,
                CLASSES,
                List.of(days.first(), days.second()),
                row -> new OfSchool(row.getString(1), row.getLong(2), row.getLong(3)));
    }

    /** Lessons between the days that ended without a signed return, and those whose return is to be confirmed. */
    public List<Pending> pending(Days days) {
        var pending = new ArrayList<>(Sql.list(
                database, AWAITED, days.parameters(), row -> pending(row, PendingReturns.awaiting(row.getInt(5), 0))));
        pending.addAll(Sql.list(
                database,
                TO_CONFIRM,
                days.parameters(),
                row -> pending(row, PendingReturns.toConfirm(row.getInt(5), row.getInt(6)))));
        return pending;
    }

    private static Pending pending(ResultSet row, PendingReturns pending) throws SQLException {
        return new Pending(row.getLong(1), row.getString(2), row.getString(3), row.getString(4), pending);
    }
}
