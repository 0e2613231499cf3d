package uk.thinkuknow.reach.periods;

import jakarta.inject.Singleton;
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
import uk.thinkuknow.reach.totals.ClosedPlaces;
import uk.thinkuknow.reach.totals.Place;

/** Where schools lay when a period was closed, and how classes went on over the start of a year. */
@Singleton
class KeptPlaces {
    private static final int ROWS_AT_ONCE = 500;

    private final EntityManager database;

    KeptPlaces(EntityManager database) {
        this.database = database;
    }

    /** Keeps them as they are when the period is closed. */
    void keep(ClosedPeriod closed, ClosedPlaces where) {
        places(closed, where, false);
        insert(
                "closed_home (closed_period_id, class_id, school_id)",
                where.homes().entrySet().stream()
                        .map(home -> List.<Object>of(closed.id(), home.getKey(), home.getValue()))
                        .toList());
        insert(
                "closed_link (closed_period_id, from_class, to_class, same_cards)",
                where.classes().links().stream()
                        .map(link -> List.<Object>of(closed.id(), link.fromClass(), link.toClass(), link.sameCards()))
                        .toList());
    }

    /** Adds schools and classes that have come since; those that are kept already stay as they are, and so do all links. */
    void add(ClosedPeriod closed, ClosedPlaces where) {
        var known = with(closed);
        var schools = known.places().stream().map(Place::schoolId).collect(Collectors.toSet());
        var classes = known.classes().rooms().stream()
                .map(ClosedClasses.Room::classId)
                .collect(Collectors.toSet());
        var fresh = new ClosedPlaces(
                where.places().stream()
                        .filter(place -> !schools.contains(place.schoolId()))
                        .toList(),
                Map.of(),
                new ClosedClasses(
                        where.classes().rooms().stream()
                                .filter(room -> !classes.contains(room.classId()))
                                .toList(),
                        List.of()));
        places(closed, fresh, true);
    }

    private void places(ClosedPeriod closed, ClosedPlaces where, boolean later) {
        insert(
                "closed_place (closed_period_id, school_id, phase, authority_key, region_key, nation, later)",
                where.places().stream()
                        .map(place -> List.<Object>of(
                                closed.id(),
                                place.schoolId(),
                                place.phase(),
                                place.authorityKey(),
                                place.regionKey(),
                                place.nation(),
                                later))
                        .toList());
        insert(
                "closed_class (closed_period_id, class_id, school_id, year_key, cohorts, later)",
                where.classes().rooms().stream()
                        .map(room -> List.<Object>of(
                                closed.id(),
                                room.classId(),
                                room.schoolId(),
                                room.year(),
                                new TreeSet<>(room.cohorts())
                                        .stream().map(String::valueOf).collect(Collectors.joining(",")),
                                later))
                        .toList());
    }

    private void insert(String into, List<List<Object>> rows) {
        for (int from = 0; from < rows.size(); from += ROWS_AT_ONCE) {
            var some = rows.subList(from, Math.min(rows.size(), from + ROWS_AT_ONCE));
            var values = some.stream()
                    .map(row -> "(" + String.join(", ", Collections.nCopies(row.size(), "?")) + ")")
                    .collect(Collectors.joining(", "));
            var query = database.createNativeQuery("insert ignore into " + into + " values " + values);
            int at = 1;
            for (var row : some) {
                for (var value : row) {
                    query.setParameter(at++, value);
                }
            }
            query.executeUpdate();
        }
    }

    /** As they were when it was closed, those that came later beside them. */
    ClosedPlaces with(ClosedPeriod closed) {
        return read(closed, true);
    }

    /** Those alone of which was known when it was closed. */
    ClosedPlaces then(ClosedPeriod closed) {
        return read(closed, false);
    }

    private ClosedPlaces read(ClosedPeriod closed, boolean later) {
        var places = new ArrayList<Place>();
        for (var row : rows("school_id, phase, authority_key, region_key, nation from closed_place", closed, later)) {
            places.add(new Place(
                    number(row[0]), row[0].toString(), "", (String) row[1], (String) row[2], (String) row[3], (String)
                            row[4]));
        }
        Map<Long, Long> homes = new HashMap<>();
        for (var row : rows("class_id, school_id from closed_home", closed, true)) {
            homes.put(number(row[0]), number(row[1]));
        }
        return new ClosedPlaces(places, homes, new ClosedClasses(rooms(closed, later), links(closed)));
    }

    private List<ClosedClasses.Room> rooms(ClosedPeriod closed, boolean later) {
        var rooms = new ArrayList<ClosedClasses.Room>();
        for (var row : rows("class_id, school_id, year_key, cohorts, later from closed_class", closed, later)) {
            var cohorts = (String) row[3];
            Set<Integer> years = new HashSet<>();
            Stream.of(cohorts.split(","))
                    .filter(year -> !year.isEmpty())
                    .forEach(year -> years.add(Integer.valueOf(year)));
            rooms.add(new ClosedClasses.Room(
                    number(row[0]), number(row[1]), (String) row[2], years, Boolean.TRUE.equals(row[4])));
        }
        return rooms;
    }

    private List<ClassLink> links(ClosedPeriod closed) {
        return rows("from_class, to_class, same_cards from closed_link", closed, true).stream()
                .map(row -> new ClassLink(number(row[0]), number(row[1]), Boolean.TRUE.equals(row[2])))
                .toList();
    }

    private List<Object[]> rows(String columnsFrom, ClosedPeriod closed, boolean later) {
        return database.createNativeQuery(
                        "select " + columnsFrom + " where closed_period_id = ?1" + (later ? "" : " and not later"),
                        Object[].class)
                .setParameter(1, closed.id())
                .getResultList();
    }

    private static long number(Object value) {
        return ((Number) value).longValue();
    }
}
