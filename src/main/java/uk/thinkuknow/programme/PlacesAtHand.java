package uk.thinkuknow.programme;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Where schools lay on the last day of a period, kept in memory for as long as nothing of it changes: a row of the database,
 * moved by whatever does, is read with each report as at the same moment.
 */
@Singleton
class PlacesAtHand {
    private static final int PERIODS = 8;
    private static final String VERSION = "SELECT number FROM place_version WHERE id = 1";

    private final ReachLines lines;
    private final Map<Period, Known> known = new LinkedHashMap<>();

    PlacesAtHand(ReachLines lines) {
        this.lines = lines;
    }

    private record Known(long version, Map<Long, Place> places) {}

    /** The schools that have or had a class, by their numbers; not to be changed. */
    Map<Long, Place> of(Connection connection, Period period) throws SQLException {
        long version =
                Rows.of(connection, VERSION, List.of(), row -> row.getLong(1)).getFirst();
        var last = lastTerm(period);
        var found = known(last);
        if (found != null && found.version() == version) {
            return found.places();
        }
        var places = new ConcurrentHashMap<Long, Place>();
        lines.places(connection, period).forEach(place -> places.put(place.schoolId(), place));
        keep(last, new Known(version, places));
        return places;
    }

    /** The same, with some that may have come since. */
    Map<Long, Place> with(Connection connection, Period period, Map<Long, Place> places, Collection<Long> more)
            throws SQLException {
        var missing = more.stream().filter(id -> !places.containsKey(id)).toList();
        lines.places(connection, period, missing).forEach(place -> places.put(place.schoolId(), place));
        return places;
    }

    /** Places are those of the last day, so a year's are those of its last term. */
    private static Period lastTerm(Period period) {
        return new Period(period.year(), Period.TERMS.get(period.last()));
    }

    private @org.jspecify.annotations.Nullable Known known(Period last) {
        synchronized (known) {
            return known.get(last);
        }
    }

    /** What is older than what is known is not kept; of the periods the one that was read first goes. */
    private void keep(Period last, Known read) {
        synchronized (known) {
            var before = known.get(last);
            if (before == null || before.version() < read.version()) {
                known.remove(last);
                known.put(last, read);
            }
            if (known.size() > PERIODS) {
                known.remove(known.keySet().iterator().next());
            }
        }
    }
}
