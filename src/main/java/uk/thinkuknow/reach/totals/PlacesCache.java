package uk.thinkuknow.reach.totals;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.Sql;
import uk.thinkuknow.counting.Period;

/**
 * Caches the schools with their areas on a given day or on the last day of a period. A version number in the database,
 * raised by every change of schools or areas, is read with each report and says when to read again.
 */
@Singleton
public class PlacesCache {
    private static final int MOMENTS = 8;
    private static final String VERSION = "SELECT number FROM place_version WHERE id = 1";

    private final DataSource database;
    private final PeriodQueries lines;
    private final DaysQueries years;
    private final Map<Object, CachedPlaces> known = new LinkedHashMap<>();

    PlacesCache(@io.quarkus.agroal.DataSource("reports") DataSource database, PeriodQueries lines, DaysQueries years) {
        this.database = database;
        this.lines = lines;
        this.years = years;
    }

    /** The cached schools and areas of a day or period, with the version at which they were read. */
    private record CachedPlaces(long version, Map<Long, Place> places) {}

    /** The schools that have or had a class, by school id. Callers must not change the map. */
    public Map<Long, Place> of(Connection connection, Period period) throws SQLException {
        return at(connection, lastTerm(period), () -> lines.places(connection, period));
    }

    /**
     * The schools with their areas on a day, by school id.
     *
     * @param some ids that must be included even if the school was added after the cache was filled
     */
    public Map<Long, Place> on(LocalDate day, Collection<Long> some) {
        try (var connection = database.getConnection()) {
            var places = at(connection, day, () -> years.places(connection, day));
            var missing = some.stream().filter(id -> !places.containsKey(id)).toList();
            years.places(connection, day, missing).forEach(place -> places.put(place.schoolId(), place));
            return places;
        } catch (SQLException e) {
            throw new IllegalStateException("the figures could not be read", e);
        }
    }

    /** Reads the areas of all schools from the database. */
    private interface Read {
        List<Place> all() throws SQLException;
    }

    private Map<Long, Place> at(Connection connection, Object moment, Read read) throws SQLException {
        long version =
                Sql.list(connection, VERSION, List.of(), row -> row.getLong(1)).getFirst();
        var found = known(moment);
        if (found != null && found.version() == version) {
            return found.places();
        }
        var places = new ConcurrentHashMap<Long, Place>();
        read.all().forEach(place -> places.put(place.schoolId(), place));
        keep(moment, new CachedPlaces(version, places));
        return places;
    }

    /** Adds the given schools to the places if they are missing. */
    public Map<Long, Place> with(Connection connection, Period period, Map<Long, Place> places, Collection<Long> more)
            throws SQLException {
        var missing = more.stream().filter(id -> !places.containsKey(id)).toList();
        lines.places(connection, period, missing).forEach(place -> places.put(place.schoolId(), place));
        return places;
    }

    /** A year's places are those of its last term's last day. */
    private static Period lastTerm(Period period) {
        return new Period(period.year(), Period.TERMS.get(period.last()));
    }

    private @Nullable CachedPlaces known(Object moment) {
        synchronized (known) {
            return known.get(moment);
        }
    }

    /** Keeps the newer of two versions, and drops the oldest entry when the cache is full. */
    private void keep(Object moment, CachedPlaces read) {
        synchronized (known) {
            var before = known.get(moment);
            if (before == null || before.version() < read.version()) {
                known.remove(moment);
                known.put(moment, read);
            }
            if (known.size() > MOMENTS) {
                known.remove(known.keySet().iterator().next());
            }
        }
    }
}
