package uk.thinkuknow.programme;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The targets of a year: a row for each region, a cell for each term.
 *
 * @param band whose targets they are, or "all"
 * @param bands every band with what is set for it
 * @param between in words, how far what is set for the bands differs from what is set for all together
 * @param token what the cells were when the page was made; they must still be so when it is saved
 */
record TargetGrid(
        String year,
        String band,
        List<Band> bands,
        List<String> between,
        List<Row> rows,
        List<Sum> sums,
        Sum total,
        String token) {

    /** A band, or all together: its name, and the sum that is set for the year. */
    record Band(String key, String name, String sum, boolean chosen) {}

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

    /** Whose targets the grid holds, for example "all bands". */
    public String bandName() {
        return InWords.band(band);
    }

    /** The end of the address of this grid. */
    public String query() {
        return "?year=" + year + "&band=" + band;
    }

    public boolean hasErrors() {
        return rows.stream().flatMap(row -> row.cells().stream()).anyMatch(cell -> cell.error() != null);
    }
}
