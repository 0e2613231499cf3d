package uk.thinkuknow.reach.totals;

import java.sql.Connection;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uk.thinkuknow.common.Sql;
import uk.thinkuknow.common.Words;

/**
 * A database table of kept totals: reads its rows, compares them with counted rows and writes only the differences.
 */
public record KeptTable(String name, List<String> keys, List<String> values) {
    private static final List<String> FIGURES = List.of(
            "before_lower",
            "before_upper",
            "at_end_lower",
            "at_end_upper",
            "own_lower",
            "own_upper",
            "largest_session",
            "attendances",
            "sessions");

    /** The figure columns, in the order of {@link KeptFigures}. */
    public static final String COLUMNS = String.join(", ", FIGURES);

    static final String SUMS =
            FIGURES.stream().map(column -> "SUM(t." + column + ")").collect(Collectors.joining(", "));

    static final KeptTable CLASSES = new KeptTable(
            "class_total",
            List.of("class_id", "year_key", "term_key", "band_key"),
            Stream.concat(Stream.of("school_id"), FIGURES.stream()).toList());

    static final KeptTable WEEKS = new KeptTable(
            "class_week",
            List.of("class_id", "year_key", "term_key", "monday"),
            List.of("school_id", "lower_more", "upper_more"));

    static final KeptTable SCHOOLS =
            new KeptTable("school_total", List.of("school_id", "year_key", "term_key", "band_key"), FIGURES);

    /** Rows of a table of kept totals, sorted by key. Keys and values are numbers, strings or dates. */
    static final class Rows extends TreeMap<List<Object>, List<Object>> {
        private static final long serialVersionUID = 1;

        Rows() {
            super((one, other) -> {
                int by = 0;
                for (int i = 0; by == 0 && i < one.size(); i++) {
                    by = compare(one.get(i), other.get(i));
                }
                return by;
            });
        }

        @SuppressWarnings("unchecked")
        private static int compare(Object one, Object other) {
            return ((Comparable<Object>) one).compareTo(other);
        }
    }

    /** The rows of some classes or schools in a year. */
    Rows read(Connection connection, String year, Collection<Long> ids) throws SQLException {
        var rows = new Rows();
        var sql = "SELECT " + String.join(", ", columns()) + " FROM " + name + " WHERE year_key = ? AND "
                + keys.getFirst() + " IN (" + Sql.marks(ids.size()) + ")";
        var values = new ArrayList<Object>(ids);
        values.addFirst(year);
        Sql.each(
                connection,
                sql,
                values,
                row -> rows.put(read(row, 1, keys.size()), read(row, 1 + keys.size(), this.values.size())));
        return rows;
    }

    /** Describes each row whose kept and counted values differ, including rows that exist on one side only. */
    List<String> differences(Map<List<Object>, List<Object>> kept, Map<List<Object>, List<Object>> counted) {
        var differences = new ArrayList<String>();
        counted.forEach((key, row) -> {
            var was = kept.get(key);
            if (!row.equals(was)) {
                differences.add(
                        was == null
                                ? Words.of("totals.rowMissing", in(key), in(row, values))
                                : Words.of("totals.rowDiffers", in(key), in(was, values), in(row, values)));
            }
        });
        kept.forEach((key, row) -> {
            if (!counted.containsKey(key)) {
                differences.add(Words.of("totals.rowSurplus", in(key), in(row, values)));
            }
        });
        return differences;
    }

    void write(Connection connection, Map<List<Object>, List<Object>> kept, Map<List<Object>, List<Object>> counted)
            throws SQLException {
        var columns = columns();
        var put = "INSERT INTO %s (%s) VALUES (%s) ON DUPLICATE KEY UPDATE %s"
                .formatted(
                        name,
                        String.join(", ", columns),
                        Sql.marks(columns.size()),
                        values.stream()
                                .map(each -> each + " = VALUES(" + each + ")")
                                .collect(Collectors.joining(", ")));
        var remove = "DELETE FROM " + name + " WHERE "
                + keys.stream().map(key -> key + " = ?").collect(Collectors.joining(" AND "));
        Sql.batch(
                connection,
                put,
                counted.entrySet().stream()
                        .filter(each -> !each.getValue().equals(kept.get(each.getKey())))
                        .map(each -> Stream.concat(each.getKey().stream(), each.getValue().stream())
                                .toList())
                        .toList());
        Sql.batch(
                connection,
                remove,
                kept.keySet().stream().filter(key -> !counted.containsKey(key)).toList());
    }

    private List<String> columns() {
        return Stream.concat(keys.stream(), values.stream()).toList();
    }

    private static List<Object> read(ResultSet row, int from, int number) throws SQLException {
        var read = new ArrayList<Object>(number);
        for (int i = from; i < from + number; i++) {
            read.add(plain(row.getObject(i)));
        }
        return read;
    }

    static Object plain(Object column) {
        return switch (column) {
            case Number number -> number.longValue();
            case Date day -> day.toLocalDate();
            default -> column;
        };
    }

    private String in(List<Object> key) {
        return Words.of("totals.row", name, in(key, keys));
    }

    private static String in(List<Object> row, List<String> columns) {
        var words = new ArrayList<String>();
        for (int i = 0; i < row.size(); i++) {
            words.add(columns.get(i).replace("_", " ") + " " + row.get(i));
        }
        return String.join(", ", words);
    }
}
