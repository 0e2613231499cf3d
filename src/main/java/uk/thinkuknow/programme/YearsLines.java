package uk.thinkuknow.programme;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.sql.DataSource;
import uk.thinkuknow.school.CardSet;

/** Reads what counting between two days needs: the lines, the schools where they lie on the last day, and their cohorts. */
@Singleton
class YearsLines {
    private static final String LINES = """
            SELECT year_key, class_id, school_id, session_id, group_slot, for_low, for_high, in_force_low, in_force_high,
              named_a_low | named_b_low, named_a_high | named_b_high, unnamed, guests
            FROM return_line
            WHERE audience = 'lesson' AND year_key IN (?, ?) AND local_date BETWEEN ? AND ?""";

    private static final String YEARS =
            "SELECT DISTINCT year_key FROM academic_year WHERE first_day <= ? AND last_day >= ? ORDER BY year_key";

    private static final String PLACES = """
            SELECT STRAIGHT_JOIN s.id, s.public_id, s.name, s.phase, a.authority_key, a.region_key, r.nation
            FROM (SELECT school_id FROM class_group GROUP BY school_id UNION SELECT from_school FROM class_move) taught
            JOIN school_area l ON l.school_id = taught.school_id
            JOIN school s ON s.id = l.school_id
            JOIN authority a ON a.authority_key = l.authority_key
            JOIN region r ON r.region_key = a.region_key
            WHERE l.valid_from <= ? AND (l.valid_to IS NULL OR l.valid_to >= ?)""";

    private static final String MOVES =
            "SELECT class_id, from_school, to_school, moved_on FROM class_move ORDER BY class_id, moved_on, id";

    private static final String COHORTS = """
            SELECT g.school_id, g.year_key, g.id, c.reception_year
            FROM class_group g JOIN class_cohort c ON c.class_id = g.id
            WHERE g.year_key IN (?, ?)""";

    private static final String CLASSES =
            "SELECT year_key, id, school_id FROM class_group WHERE year_key IN (?, ?) ORDER BY id";

    private static final String AWAITED = """
            SELECT school_id, COUNT(*) FROM session
            WHERE year_key IN (?, ?) AND returned_at IS NULL AND state = 'ENDED' AND audience = 'lesson'
              AND local_date BETWEEN ? AND ?
            GROUP BY school_id""";

    private final DataSource database;

    YearsLines(@io.quarkus.agroal.DataSource("reports") DataSource database) {
        this.database = database;
    }

    /** The lines of a class, and the sessions they are of. */
    record OfClass(String year, long classId, long schoolId, List<GroupTally> tallies, Set<Long> sessions) {}

    /** Cohorts of each class, and of each school in each of the years. */
    record Cohorts(Map<Long, Set<Integer>> ofClass, Map<String, Map<Long, Set<Integer>>> ofSchool) {
        Set<Integer> of(String year, long schoolId) {
            return ofSchool.getOrDefault(year, Map.of()).getOrDefault(schoolId, Set.of());
        }
    }

    /** The academic years that the days touch, of whatever nation, oldest first. */
    List<String> years(LocalDate from, LocalDate to) {
        return Rows.of(database, YEARS, List.of(to, from), row -> row.getString(1));
    }

    List<OfClass> classes(String first, String second, LocalDate from, LocalDate to) {
        var classes = new TreeMap<Long, OfClass>();
        Rows.each(
                database,
                LINES,
                List.of(first, second, from, to),
                row -> {
                    long group = row.getLong(5);
                    var inForce = new CardSet(row.getLong(8), row.getLong(9));
                    var room = classes.get(row.getLong(2));
                    if (room == null) {
                        room = new OfClass(
                                row.getString(1), row.getLong(2), row.getLong(3), new ArrayList<>(), new HashSet<>());
                        classes.put(room.classId(), room);
                    }
                    room.sessions().add(row.getLong(4));
                    room.tallies()
                            .add(GroupTally.ofLine(
                                    group,
                                    group == GroupTally.WHOLE_CLASS
                                            ? inForce
                                            : new CardSet(row.getLong(6), row.getLong(7)),
                                    inForce,
                                    new CardSet(row.getLong(10), row.getLong(11)),
                                    row.getInt(12),
                                    row.getInt(13)));
                    return room;
                },
                room -> {});
        return List.copyOf(classes.values());
    }

    /** The school of each class that has moved with its school, as it was on a day; all others are where their lines say. */
    Map<Long, Long> homes(LocalDate day) {
        var homes = new HashMap<Long, Long>();
        Rows.of(database, MOVES, List.of(), row -> {
            boolean moved = !row.getObject(4, LocalDate.class).isAfter(day);
            homes.putIfAbsent(row.getLong(1), row.getLong(2));
            return moved ? homes.put(row.getLong(1), row.getLong(3)) : null;
        });
        return homes;
    }

    Map<Long, Place> places(LocalDate day) {
        var places = new HashMap<Long, Place>();
        Rows.of(
                        database,
                        PLACES,
                        List.of(day, day),
                        row -> new Place(
                                row.getLong(1),
                                row.getString(2),
                                row.getString(3),
                                row.getString(4),
                                row.getString(5),
                                row.getString(6),
                                row.getString(7)))
                .forEach(place -> places.put(place.schoolId(), place));
        return places;
    }

    Cohorts cohorts(String first, String second) {
        var cohorts = new Cohorts(new HashMap<>(), new HashMap<>());
        Rows.of(database, COHORTS, List.of(first, second), row -> {
            int cohort = row.getInt(4);
            cohorts.ofSchool()
                    .computeIfAbsent(row.getString(2), year -> new HashMap<>())
                    .computeIfAbsent(row.getLong(1), school -> new HashSet<>())
                    .add(cohort);
            return cohorts.ofClass()
                    .computeIfAbsent(row.getLong(3), room -> new HashSet<>())
                    .add(cohort);
        });
        return cohorts;
    }

    /** The school of each class of two years, as it is now. */
    List<OfClass> schoolsOfClasses(String first, String second) {
        return Rows.of(
                database,
                CLASSES,
                List.of(first, second),
                row -> new OfClass(row.getString(1), row.getLong(2), row.getLong(3), List.of(), Set.of()));
    }

    /** Lessons between the days that ended and have no signed return, by school. */
    Map<Long, Integer> awaited(String first, String second, LocalDate from, LocalDate to) {
        var awaited = new HashMap<Long, Integer>();
        Rows.of(database, AWAITED, List.of(first, second, from, to), row -> awaited.put(row.getLong(1), row.getInt(2)));
        return awaited;
    }
}
