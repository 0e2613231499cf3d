package uk.thinkuknow.reach.totals;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import uk.thinkuknow.common.Sql;

/**
 * Caches the counted values of classes or schools by school year, and reads again only those whose change counter in
 * the database has moved. The code that counts a class or school raises its counter and records the time.
 *
 * @param <V> the immutable value of one class or school
 */
public final class ChangeCounterCache<V> {
    private static final int MOMENTS = 4;
    private static final int AT_ONCE = 1_000;

    /** Above this number of changes, reading everything again is cheaper. */
    private static final int FEW = 5_000;

    /**
     * A change is dated before its transaction commits. The longest transaction imports a national register of schools
     * or undoes that import, and takes ten minutes.
     */
    private static final Duration UNCOMMITTED = Duration.ofMinutes(11);

    /** Older than any change: the first read loads everything, also rows that have no change counter yet. */
    private static final LocalDateTime NEVER = LocalDateTime.of(2000, 1, 1, 0, 0);

    private static final String NOW = "SELECT UTC_TIMESTAMP(6)";

    private final String counted;
    private final Map<Object, Entry> kept = new LinkedHashMap<>();

    /** @param of "class" or "school" */
    public ChangeCounterCache(String of) {
        counted = "SELECT %1$s_id, times FROM counted_%1$s WHERE year_key = ? AND changed_at >= ?".formatted(of);
    }

    /** Reads the values of the given ids, or of all if the list is empty. */
    public interface Read<V> {
        Map<Long, V> of(Connection connection, List<Long> some) throws SQLException;
    }

    /**
     * The values of a school year, brought up to date on this connection. Callers must not change the map. To get one
     * snapshot in a transaction, call this before any other query on the connection.
     *
     * @param part names the variant that is cached, such as a term; equal parts must give equal values
     */
    public Map<Long, V> of(Connection connection, String year, Object part, Read<V> read) throws SQLException {
        Entry found;
        synchronized (kept) {
            found = kept.computeIfAbsent(List.of(year, part), key -> new Entry());
            if (kept.size() > MOMENTS) {
                kept.remove(kept.keySet().iterator().next());
            }
        }
        return found.asNow(connection, year, read);
    }

    /**
     * The cached values of one year and part. Calls are serialised, so a later call never sees older values than an
     * earlier one.
     */
    private final class Entry {
        private final Map<Long, Integer> times = new HashMap<>();
        private Map<Long, V> values = Map.of();
        private LocalDateTime readAt = NEVER;

        synchronized Map<Long, V> asNow(Connection connection, String year, Read<V> read) throws SQLException {
            var now = Sql.list(connection, NOW, List.of(), row -> row.getObject(1, LocalDateTime.class))
                    .getFirst();
            var moved = new HashMap<Long, Integer>();
            Sql.each(connection, counted, List.of(year, readAt.minus(UNCOMMITTED)), row -> {
                if (times.getOrDefault(row.getLong(1), 0) != row.getInt(2)) {
                    moved.put(row.getLong(1), row.getInt(2));
                }
            });
            if (readAt.equals(NEVER) || moved.size() > FEW) {
                values = read.of(connection, List.of());
            } else if (!moved.isEmpty()) {
                values = with(connection, List.copyOf(moved.keySet()), read);
            }
            times.putAll(moved);
            readAt = now;
            return values;
        }

        private Map<Long, V> with(Connection connection, List<Long> moved, Read<V> read) throws SQLException {
            var all = new HashMap<>(values);
            moved.forEach(all::remove);
            for (int from = 0; from < moved.size(); from += AT_ONCE) {
                var some = moved.subList(from, Math.min(moved.size(), from + AT_ONCE));
                all.putAll(read.of(connection, some));
            }
            return all;
        }
    }

    /** An SQL condition "AND column IN (?, ?)", or an empty string for all. */
    public static String only(String column, List<Long> some) {
        return some.isEmpty() ? "" : " AND " + column + " IN (" + Sql.marks(some.size()) + ")";
    }

    public static List<Object> parameters(List<?> first, List<Long> some) {
        var parameters = new ArrayList<Object>(first);
        parameters.addAll(some);
        return parameters;
    }
}
