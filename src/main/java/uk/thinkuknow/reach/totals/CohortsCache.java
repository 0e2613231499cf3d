package uk.thinkuknow.reach.totals;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import uk.thinkuknow.common.Sql;

/** Caches the cohorts of all classes of a school year, because a count over two years needs every class. */
@Singleton
public class CohortsCache {
    private static final String COHORTS = """
            SELECT g.id, g.school_id, c.reception_year FROM class_group_v g JOIN class_cohort_v c ON c.class_id = g.id
            WHERE g.year_key = ?%s""";

    private final DataSource database;
    private final ChangeCounterCache<OfClass> changeCounterCache = new ChangeCounterCache<>("class");
    private volatile CachedPair known = new CachedPair(Map.of(), Map.of(), new TwoYears("", "", Cohorts.NONE));

    CohortsCache(@io.quarkus.agroal.DataSource("reports") DataSource database) {
        this.database = database;
    }

    /** A class's school, and the years in which its children started school. */
    public record OfClass(long schoolId, Set<Integer> cohorts) {}

    /**
     * The cohort that leaves a school after the first of two years, and the cohort that is new there in the second.
     */
    public record Ends(Set<Integer> leaves, Set<Integer> arrives) {}

    /** The cohorts of two consecutive school years; computes each school's leaving and new cohorts once. */
    public static final class TwoYears {
        private final String first;
        private final String second;
        private final Cohorts cohorts;
        private final Map<School, Ends> ends = new ConcurrentHashMap<>();

        private TwoYears(String first, String second, Cohorts cohorts) {
            this.first = first;
            this.second = second;
            this.cohorts = cohorts;
        }

        /** Identifies a school in the map of leaving and new cohorts; primary schools have another last year. */
        private record School(Set<Long> family, boolean primary) {}

        public Set<Integer> ofClass(long id) {
            return cohorts.ofClass().getOrDefault(id, Set.of());
        }

        Set<Integer> ofSchool(String year, long id) {
            return cohorts.of(year, Set.of(id));
        }

        /** @param family the ids of the school's family */
        public Ends ends(Place place, Set<Long> family) {
            return ends.computeIfAbsent(
                    new School(family, place.isPrimary()),
                    school -> new Ends(
                            cohorts.leaves(place, family, first, second), cohorts.arrives(family, first, second)));
        }
    }

    /** The combined cohorts of two years, valid until a class of either year changes. */
    private record CachedPair(Map<Long, OfClass> first, Map<Long, OfClass> second, TwoYears both) {
        @SuppressWarnings("ReferenceEquality") // the cache returns a new map whenever a class of the year has changed
        boolean isOf(Map<Long, OfClass> one, Map<Long, OfClass> other) {
            return first == one && second == other;
        }
    }

    /** The cohorts of two consecutive years; cached for the last pair of years requested. */
    public TwoYears of(String first, String second) {
        try (var connection = database.getConnection()) {
            var one = changeCounterCache.of(connection, first, "cohorts", (from, some) -> read(from, first, some));
            var other = changeCounterCache.of(connection, second, "cohorts", (from, some) -> read(from, second, some));
            var last = known;
            if (!last.isOf(one, other)) {
                last = new CachedPair(
                        one, other, new TwoYears(first, second, together(Map.of(first, one, second, other))));
                known = last;
            }
            return last.both();
        } catch (SQLException e) {
            throw new IllegalStateException("the cohorts could not be read", e);
        }
    }

    private static Cohorts together(Map<String, Map<Long, OfClass>> years) {
        var cohorts = new Cohorts(new HashMap<>(), new HashMap<>());
        years.forEach((year, classes) -> {
            var schools = cohorts.ofSchool().computeIfAbsent(year, any -> new HashMap<>());
            classes.forEach((id, each) -> {
                cohorts.ofClass().put(id, each.cohorts());
                schools.computeIfAbsent(each.schoolId(), school -> new HashSet<>())
                        .addAll(each.cohorts());
            });
        });
        return cohorts;
    }

    /**
     * Reads the cohorts of the given classes, or of all classes of the year if the list is empty. Classes with equal
     * cohorts share one set.
     */
    public static Map<Long, OfClass> read(Connection connection, String year, List<Long> some) throws SQLException {
        var found = new HashMap<Long, OfClass>();
        Sql.each(
                connection,
                COHORTS.formatted(ChangeCounterCache.only("g.id", some)),
                ChangeCounterCache.parameters(List.of(year), some),
                row -> found.merge(
                        row.getLong(1),
                        new OfClass(row.getLong(2), Set.of(row.getInt(3))),
                        (before, more) -> new OfClass(more.schoolId(), both(before.cohorts(), more.cohorts()))));
        var sets = new HashMap<Set<Integer>, Set<Integer>>();
        found.replaceAll(
                (id, of) -> new OfClass(of.schoolId(), sets.computeIfAbsent(of.cohorts(), cohorts -> cohorts)));
        return found;
    }

    private static Set<Integer> both(Set<Integer> some, Set<Integer> more) {
        var both = new HashSet<>(some);
        both.addAll(more);
        return Set.copyOf(both);
    }
}
