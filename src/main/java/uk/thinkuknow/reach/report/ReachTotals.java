package uk.thinkuknow.reach.report;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.Sql;
import uk.thinkuknow.counting.Figures;
import uk.thinkuknow.counting.Period;
import uk.thinkuknow.counting.WeeklyGrowth;
import uk.thinkuknow.identity.staff.Scope;
import uk.thinkuknow.reach.totals.KeptFigures;
import uk.thinkuknow.reach.totals.KeptSums;
import uk.thinkuknow.reach.totals.KeptTable;
import uk.thinkuknow.reach.totals.KeptWeeks;
import uk.thinkuknow.reach.totals.PeriodQueries;
import uk.thinkuknow.reach.totals.Place;
import uk.thinkuknow.reach.totals.PlacesCache;
import uk.thinkuknow.reach.totals.RowKind;
import uk.thinkuknow.reach.totals.SchoolTotals;
import uk.thinkuknow.reach.totals.SchoolTotalsCache;

/**
 * Reads the reach of a term or a year from the kept totals of schools, without its return lines. All data of one report
 * comes from one snapshot.
 */
@Singleton
public class ReachTotals {
    /** Classes that ever moved; {@link PeriodQueries#homes} says where they belong. */
    private static final String MOVED = "SELECT t.class_id, t.school_id, t.band_key, " + KeptTable.COLUMNS + """
             FROM (SELECT DISTINCT class_id FROM class_move_v) m
            JOIN class_total_v t ON t.class_id = m.class_id
            WHERE t.year_key = ? AND t.term_key = ?""";

    private final DataSource database;
    private final PeriodQueries lines;
    private final PlacesCache placesCache;
    private final SchoolTotalsCache schoolTotalsCache;

    public ReachTotals(
            @io.quarkus.agroal.DataSource("reports") DataSource database,
            PeriodQueries lines,
            PlacesCache placesCache,
            SchoolTotalsCache schoolTotalsCache) {
        this.database = database;
        this.lines = lines;
        this.placesCache = placesCache;
        this.schoolTotalsCache = schoolTotalsCache;
    }

    /** The counted figures of a period, and their growth week by week. */
    public record WithWeeks(ReachReports.Counted counted, List<WeeklyGrowth.Week> weeks) {}

    /** @param scope the area to count */
    public ReachReports.Counted read(Period period, Scope scope, Set<RowKind> by) {
        return atOneMoment(connection -> new Query(connection, period, scope).counted(by));
    }

    /** The figures with the weekly growth. */
    public WithWeeks withWeeks(Period period, Scope scope, Set<RowKind> by) {
        return atOneMoment(connection -> {
            var reading = new Query(connection, period, scope);
            var counted = reading.counted(by);
            var before = counted.sums().total().before();
            var base = new WeeklyGrowth.Increase(0, before.upper() - before.lower());
            return new WithWeeks(counted, WeeklyGrowth.weeks(base, reading.weeks()));
        });
    }

    /** Reads data on one connection. */
    private interface Read<T> {
        T from(Connection connection) throws SQLException;
    }

    private <T> T atOneMoment(Read<T> read) {
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                return read.from(connection);
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the totals could not be read", e);
        }
    }

    /** Reads the data of one report on one connection. */
    private final class Query {
        private final Connection connection;
        private final Period period;
        private final Scope scope;
        private final Map<Long, SchoolTotals> schools;
        private final Map<Long, Place> places;
        private final List<Moved> moved;

        Query(Connection connection, Period period, Scope scope) throws SQLException {
            this.connection = connection;
            this.period = period;
            this.scope = scope;
            this.schools = schoolTotalsCache.of(connection, period);
            this.places = placesCache.of(connection, period);
            this.moved = moved();
        }

        /** The figures of a class that are kept with another school than its present one. */
        private record Moved(long classId, long from, long to, String band, Figures figures) {}

        private List<Moved> moved() throws SQLException {
            var homes = lines.homes(connection, period);
            var found = new ArrayList<Moved>();
            if (!homes.isEmpty()) {
                Sql.each(connection, MOVED, List.of(period.year(), period.termKey()), row -> {
                    var home = homes.get(row.getLong(1));
                    if (home != null && home != row.getLong(2)) {
                        found.add(new Moved(
                                row.getLong(1), row.getLong(2), home, row.getString(3), KeptFigures.of(row, 4)));
                    }
                });
            }
            return found;
        }

        ReachReports.Counted counted(Set<RowKind> by) throws SQLException {
            var sums = new KeptSums(by);
            var pending = lines.pending(connection, period);
            var others = new HashSet<>(schools.keySet());
            pending.forEach(each -> others.add(each.schoolId()));
            moved.forEach(each -> others.addAll(Set.of(each.from(), each.to())));
            placesCache.with(connection, period, places, others);
            schools(sums);
            if (by.contains(RowKind.BAND)) {
                bands(sums);
            }
            for (var each : pending) {
                var place = place(each.schoolId());
                if (place != null) {
                    sums.await(place, each);
                }
            }
            moved.forEach(each -> sums.move(each.band(), each.figures(), place(each.from()), place(each.to())));
            return new ReachReports.Counted(scope.isProgramme() ? places : inScope(), sums);
        }

        private Map<Long, Place> inScope() {
            var inScope = new HashMap<Long, Place>();
            places.forEach((school, place) -> {
                if (place.liesIn(scope)) {
                    inScope.put(school, place);
                }
            });
            return inScope;
        }

        private void schools(KeptSums sums) {
            schools.forEach((id, school) -> {
                var place = place(id);
                var figures = school.all();
                if (place != null && figures != null) {
                    sums.plus(place, figures);
                }
            });
        }

        private void bands(KeptSums sums) {
            counted().forEach(school -> school.bands().forEach(sums::plus));
        }

        /** The kept totals of the schools in the scope; for the whole programme also of schools without an area. */
        private Stream<SchoolTotals> counted() {
            return schools.entrySet().stream()
                    .filter(each -> scope.isProgramme() || place(each.getKey()) != null)
                    .map(Map.Entry::getValue);
        }

        /** The area of a school, or null if it is outside the scope. */
        private @Nullable Place place(long school) {
            var place = places.get(school);
            return place != null && place.liesIn(scope) ? place : null;
        }

        SortedMap<LocalDate, WeeklyGrowth.Increase> weeks() throws SQLException {
            return KeptWeeks.of(connection, period, counted(), moves());
        }

        /** The classes that enter the scope (true) or leave it (false) because they moved. */
        private Map<Long, Boolean> moves() {
            var moves = new HashMap<Long, Boolean>();
            for (var each : moved) {
                boolean from = place(each.from()) != null;
                boolean to = place(each.to()) != null;
                if (from != to) {
                    moves.put(each.classId(), to);
                }
            }
            return moves;
        }
    }
}
