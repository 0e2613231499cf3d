package uk.thinkuknow.programme;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The targets of a year: a row for each region, a cell for each term.
 *
 * @param token what the cells were when the page was made; they must still be so when it is saved
 */
record TargetGrid(String year, List<Row> rows, List<Sum> sums, Sum total, String token) {

    /** A region. {@code sum} is of its terms. */
    record Row(String key, String name, List<Cell> cells, String sum) {}

    /** A term of a region: what is typed, what stands, and what is wrong with it. */
    record Cell(
            String id,
            String term,
            String typed,
            String stands,
            @Nullable String error,
            @Nullable String history) {
        public boolean changed() {
            return !typed.equals(stands);
        }
    }

    /** A sum under a column: what stands. */
    record Sum(String term, String number) {}

    public boolean hasErrors() {
        return rows.stream().flatMap(row -> row.cells().stream()).anyMatch(cell -> cell.error() != null);
    }
}
