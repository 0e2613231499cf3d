package uk.thinkuknow.reach.periods;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uk.thinkuknow.counting.ClassLink;
import uk.thinkuknow.counting.ClosedClasses;
import uk.thinkuknow.counting.SchoolFamilies;
import uk.thinkuknow.reach.totals.ClosedPlaces;
import uk.thinkuknow.reach.totals.Place;

/**
 * Stores and reads the places of a closed period: the areas of schools, the schools of moved classes and the links
 * between classes, as they were when the period was closed. Schools and classes that are new since then can be added;
 * they are marked as later.
 */
final class ClosedPlacesRepository {
    private static final int ROWS_AT_ONCE = 500;

    private final EntityManager database;
    private final long closed;

    /** @param closed the id of the closed period */
    ClosedPlacesRepository(EntityManager database, long closed) {
        this.database = database;
        this.closed = closed;
    }

    /** Stores the places of a period that is being closed. */
    void store(ClosedPlaces where) {
        places(where, false);
        insert(
                "closed_home",
                List.of("closed_period_id", "class_id", "school_id"),
                where.homes().entrySet().stream()
                        .map(home -> List.<Object>of(closed, home.getKey(), home.getValue()))
                        .toList());
        insert(
                "closed_family",
                List.of("closed_period_id", "school_id", "other_school"),
                where.families().moves().stream()
                        .map(move -> List.<Object>of(closed, move.from(), move.to()))
                        .toList());
        insert(
                "closed_link",
                List.of("closed_period_id", "from_class", "to_class", "same_cards"),
                where.classes().links().stream()
                        .map(link -> List.<Object>of(closed, link.fromClass(), link.toClass(), link.sameCards()))
                        .toList());
    }

    /** Adds schools and classes that are new since the closing. Stored rows and all links stay as they are. */
    void add(ClosedPlaces where) {
        var known = allPlaces();
        var schools = known.places().stream().map(Place::schoolId).collect(Collectors.toSet());
        var classes = known.classes().classes().stream()
                .map(ClosedClasses.ClosedClass::classId)
                .collect(Collectors.toSet());
        var fresh = new ClosedPlaces(
                where.places().stream()
                        .filter(place -> !schools.contains(place.schoolId()))
                        .toList(),
                Map.of(),
                SchoolFamilies.NONE,
                new ClosedClasses(
                        where.classes().classes().stream()
                                .filter(schoolClass -> !classes.contains(schoolClass.classId()))
                                .toList(),
                        List.of()));
        places(fresh, true);
    }

    private void places(ClosedPlaces where, boolean later) {
        insert(
                "closed_place",
                List.of("closed_period_id", "school_id", "phase", "authority_key", "region_key", "nation", "later"),
                where.places().stream()
                        .map(place -> List.<Object>of(
                                closed,
                                place.schoolId(),
                                place.phase(),
                                place.authorityKey(),
                                place.regionKey(),
                                place.nation(),
                                later))
                        .toList());
        insert(
                "closed_class",
                List.of("closed_period_id", "class_id", "school_id", "year_key", "cohorts", "later"),
                where.classes().classes().stream()
                        .map(schoolClass -> List.<Object>of(
                                closed,
                                schoolClass.classId(),
                                schoolClass.schoolId(),
                                schoolClass.year(),
                                new TreeSet<>(schoolClass.cohorts())
                                        .stream().map(String::valueOf).collect(Collectors.joining(",")),
                                later))
                        .toList());
    }

    private void insert(String table, List<String> columns, List<List<Object>> rows) {
        var into = "insert ignore " + table + " (" + String.join(", ", columns) + ") values ";
        for (int from = 0; from < rows.size(); from += ROWS_AT_ONCE) {
            var some = rows.subList(from, Math.min(rows.size(), from + ROWS_AT_ONCE));
            var values = some.stream()
                    .map(row -> "(" + String.join(", ", Collections.nCopies(row.size(), "?")) + ")")
                    .collect(Collectors.joining(", "));
            var query = database.createNativeQuery(into + values);
            int at = 1;
            for (var row : some) {
                for (var value : row) {
                    query.setParameter(at++, value);
                }
            }
            query.executeUpdate();
        }
    }

    /** The places stored at the closing, and those added later. */
    ClosedPlaces allPlaces() {
        return read(true);
    }

    /** Only the places stored at the closing. */
    ClosedPlaces placesAtClosing() {
        return read(false);
    }

    private ClosedPlaces read(boolean later) {
        var places = new ArrayList<Place>();
        for (var row : rows("select school_id, phase, authority_key, region_key, nation from closed_place", later)) {
            places.add(new Place(
                    number(row[0]), row[0].toString(), "", (String) row[1], (String) row[2], (String) row[3], (String)
                            row[4]));
        }
        Map<Long, Long> homes = new HashMap<>();
        for (var row : rows("select class_id, school_id from closed_home", true)) {
            homes.put(number(row[0]), number(row[1]));
        }
        var families = rows("select school_id, other_school from closed_family", true).stream()
                .map(row -> new SchoolFamilies.Move(number(row[0]), number(row[1])))
                .toList();
        return new ClosedPlaces(
                places, homes, new SchoolFamilies(families), new ClosedClasses(classes(later), links()));
    }

    private List<ClosedClasses.ClosedClass> classes(boolean later) {
        var classes = new ArrayList<ClosedClasses.ClosedClass>();
        for (var row : rows("select class_id, school_id, year_key, cohorts, later from closed_class", later)) {
            var cohorts = (String) row[3];
            Set<Integer> years = new HashSet<>();
            Stream.of(cohorts.split(","))
                    .filter(year -> !year.isEmpty())
                    .forEach(year -> years.add(Integer.valueOf(year)));
            classes.add(new ClosedClasses.ClosedClass(
                    number(row[0]), number(row[1]), (String) row[2], years, Boolean.TRUE.equals(row[4])));
        }
        return classes;
    }

    private List<ClassLink> links() {
        return rows("select from_class, to_class, same_cards from closed_link", true).stream()
                .map(row -> new ClassLink(number(row[0]), number(row[1]), Boolean.TRUE.equals(row[2])))
                .toList();
    }

    private List<Object[]> rows(String select, boolean later) {
        return database.createNativeQuery(
                        select + " where closed_period_id = ?1" + (later ? "" : " and later = false"), Object[].class)
                .setParameter(1, closed)
                .getResultList();
    }

    private static long number(Object value) {
        return ((Number) value).longValue();
    }
}
