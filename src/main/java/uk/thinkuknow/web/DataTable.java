package uk.thinkuknow.web;

import jakarta.ws.rs.core.Response;
import java.text.Collator;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A table that people sort, filter, page and export by GET, without scripts. */
public final class DataTable<T> {
    private static final int PAGE = 50;
    private static final int WORDS_AT_MOST = 8;

    private final String caption;
    private final List<Column<T>> columns;

    public DataTable(String caption, List<Column<T>> columns) {
        this.caption = caption;
        this.columns = columns;
    }

    /**
     * A column.
     *
     * @param key its name in the URL
     * @param numeric whether its cells are numbers, which are set to the right
     */
    public record Column<T>(String key, String heading, boolean numeric, Function<T, Cell> cell) {
        public static <T> Column<T> of(String key, String heading, Function<T, Cell> cell) {
            return new Column<>(key, heading, false, cell);
        }

        public static <T> Column<T> numbers(String key, String heading, Function<T, Cell> cell) {
            return new Column<>(key, heading, true, cell);
        }
    }

    /** The page of the table that the query asks for; the last one if there are fewer. */
    public TableView view(TableQuery query, List<T> rows) {
        var found = rows(query, rows);
        int pages = Math.max(1, Math.ceilDiv(found.size(), PAGE));
        int page = Math.min(query.page(), pages);
        var shown = found.subList((page - 1) * PAGE, Math.min(found.size(), page * PAGE));
        return new TableView(caption, query, heads(query), shown, found.size(), rows.size(), page, pages);
    }

    /** The rows that the query finds, on all pages, with the columns it shows. */
    public Response csv(TableQuery query, List<T> rows, String file) {
        var headings = shown(query).stream().map(i -> columns.get(i).heading()).toList();
        var cells = rows(query, rows).stream()
                .map(row -> row.stream().<@Nullable Object>map(Cell::exported).toList())
                .toList();
        return TableExporter.csv(file, List.of(new TableExporter.Sheet(caption, headings, cells)));
    }

    private List<List<Cell>> rows(TableQuery query, List<T> rows) {
        var shown = shown(query);
        var words = Arrays.stream(query.words().toLowerCase(Locale.UK).split("\\s+"))
                .limit(WORDS_AT_MOST)
                .toList();
        return rows.stream()
                .map(row ->
                        columns.stream().map(column -> column.cell().apply(row)).toList())
                .filter(cells -> words.stream().allMatch(word -> has(cells, word)))
                .sorted(order(query))
                .map(cells -> shown.stream().map(cells::get).toList())
                .toList();
    }

    private static boolean has(List<Cell> cells, String word) {
        return cells.stream()
                .anyMatch(cell -> cell.text().toLowerCase(Locale.UK).contains(word));
    }

    private Comparator<List<Cell>> order(TableQuery query) {
        int sorted = columns.stream().map(Column::key).toList().indexOf(query.sort());
        if (sorted < 0) {
            return (one, other) -> 0;
        }
        Comparator<List<Cell>> order =
                Comparator.comparing(cells -> cells.get(sorted).order(), byOrder());
        return query.descending() ? order.reversed() : order;
    }

    @SuppressWarnings("unchecked") // a column's cells are all of one kind
    private static Comparator<Comparable<?>> byOrder() {
        var letters = Collator.getInstance(Locale.UK);
        return (one, other) -> one instanceof String text && other instanceof String second
                ? letters.compare(text, second)
                : ((Comparable<Object>) one).compareTo(other);
    }

    /** The places of the columns that are not hidden; the first always is shown. */
    private List<Integer> shown(TableQuery query) {
        return IntStream.range(0, columns.size())
                .filter(i -> i == 0 || !query.hidden().contains(columns.get(i).key()))
                .boxed()
                .toList();
    }

    private List<TableView.Head> heads(TableQuery query) {
        var shown = shown(query);
        return IntStream.range(0, columns.size())
                .mapToObj(i -> head(columns.get(i), shown.contains(i), query))
                .toList();
    }

    private static <T> TableView.Head head(Column<T> column, boolean shown, TableQuery query) {
        return new TableView.Head(column.key(), column.heading(), column.numeric(), shown, query);
    }
}
