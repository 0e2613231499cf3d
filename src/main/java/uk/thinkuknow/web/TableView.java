package uk.thinkuknow.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The shown page of a {@link DataTable}.
 *
 * @param found how many rows the words match, on all pages
 * @param all how many rows there are without them
 */
public record TableView(
        String caption,
        TableQuery query,
        List<Head> columns,
        List<List<Cell>> rows,
        int found,
        int all,
        int page,
        int pages) {

    /** The heading of a column, whether shown or hidden. */
    public record Head(String key, String heading, boolean numeric, boolean shown, TableQuery query) {
        /** The value of aria-sort. */
        public String sorted() {
            return !query.sort().equals(key) ? "none" : query.descending() ? "descending" : "ascending";
        }

        /** Sorts by this column; the other way round if it is sorted by already. */
        public String href() {
            return query.with("sort", sorted().equals("ascending") ? "-" + key : key);
        }
    }

    /** The columns that are shown. */
    public List<Head> heads() {
        return columns.stream().filter(Head::shown).toList();
    }

    public String words() {
        return query.words();
    }

    public String path() {
        return query.path();
    }

    public List<TableQuery.Parameter> others() {
        return query.others("words", "page", "hide");
    }

    /** The same table without words. */
    public String everything() {
        return query.with("words", "");
    }

    public @Nullable String before() {
        return page == 1 ? null : query.with("page", "" + (page - 1));
    }

    public @Nullable String after() {
        return page == pages ? null : query.with("page", "" + (page + 1));
    }

    /** What is shown, as CSV. */
    public String csv() {
        return query.below("/csv");
    }

    /** Whether a script can sort it in place, because all rows are on this page. */
    public boolean whole() {
        return pages == 1;
    }
}
