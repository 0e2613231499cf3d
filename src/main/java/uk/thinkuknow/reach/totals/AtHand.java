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
 * What is counted, kept in memory by the number of its class or school, and read again only where it was counted anew:
 * whoever counts a class or a school writes down in the database how often and when.
 *
 * @param <V> what is kept of one; it never changes
 */
public final class AtHand<V> {
    private static final int MOMENTS = 4;
    private static final int AT_ONCE = 1_000;

    /** With more than so many it is less work to read all again. */
    private static final int FEW = 5_000;

    /** A transaction writes down its time before it ends; the longest, the import of a register and its undoing, takes ten minutes. */
    private static final Duration UNCOMMITTED = Duration.ofMinutes(11);

    /** Before this product was: the first reading is of all, also of what was never counted by those who write it down. */
    private static final LocalDateTime NEVER = LocalDateTime.of(2000, 1, 1, 0, 0);

    private static final String NOW = "SELECT UTC_TIMESTAMP(6)";

    private final String counted;
    private final Map<Object, Kept> kept = new LinkedHashMap<>();

    /** @param of "class" or "school" */
    public AtHand(String of) {
        counted = "SELECT %1$s_id, times FROM counted_%1$s WHERE year_key = ? AND changed_at >= ?".formatted(of);
    }

    /** Reads some by their numbers, or, where there are none, all. */
    public interface Read<V> {
        Map<Long, V> of(Connection connection, List<Long> some) throws SQLException;
    }

    /**
     * All of a school year, or of a part of it, as the connection sees it; not to be changed. Where the connection is to see
     * all of one moment, this is the first that it reads.
     *
     * @param part what of the year is kept: the same answers for the same
     */
    public Map<Long, V> of(Connection connection, String year, Object part, Read<V> read) throws SQLException {
        Kept found;
        synchronized (kept) {
            found = kept.computeIfAbsent(List.of(year, part), key -> new Kept());
            if (kept.size() > MOMENTS) {
                kept.remove(kept.keySet().iterator().next());
            }
        }
        return found.asNow(connection, year, read);
    }

    /** One part, as it was last read. Of two who ask the second sees what the first saw, or more. */
    private final class Kept {
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

    /** "AND column IN (?, ?)" for some numbers; nothing for all. */
    public static String only(String column, List<Long> some) {
        return some.isEmpty() ? "" : " AND " + column + " IN (" + Sql.marks(some.size()) + ")";
    }

    public static List<Object> parameters(List<?> first, List<Long> some) {
        var parameters = new ArrayList<Object>(first);
        parameters.addAll(some);
        return parameters;
    }
}
