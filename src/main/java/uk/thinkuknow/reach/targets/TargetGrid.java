package uk.thinkuknow.reach.targets;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.TextFormat;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.reach.totals.AreaKind;

/**
 * A page of the table of targets: a row for each area, a cell for each column.
 *
 * @param tabs links to the same table for another slice or term
 * @param totals the sum of each column over all areas of this kind
 * @param adds sentences on how far the areas differ from the area that contains them
 */
record TargetGrid(
        TargetTableQuery view,
        List<Tab> tabs,
        List<TargetTableQuery.Column> columns,
        List<Row> rows,
        List<String> totals,
        Shown shown,
        List<String> adds) {

    /** A link to the same table of targets for another slice or term. */
    record Tab(String name, String query, boolean chosen) {}

    /**
     * The row of an area in the table of targets.
     *
     * @param id its id on the page, with which the ids of its cells begin
     * @param seen the hidden field with the state of its cells when the page was made
     */
    record Row(String id, String name, String where, String history, SeenField seen, List<Cell> cells) {}

    /** A hidden field with the state of a row's cells. */
    record SeenField(String name, String value) {}

    /** A cell of the table of targets: the typed number, the number in force, and notes. */
    record Cell(String id, String name, TargetTableQuery.Column column, String typed, String stands, Notes notes) {
        public boolean changed() {
            return !typed.equals(stands);
        }

        public @Nullable String error() {
            return notes.error();
        }
    }

    /** The notes under a cell of the table: an error, a proposed number, and figures for comparison. */
    record Notes(
            @Nullable String error,
            @Nullable Proposed proposed,
            @Nullable String beside) {}

    /** A proposed number that waits for approval, with the id of its proposal. */
    record Proposed(String words, String id) {}

    /** The position in the table of targets: the rows shown, counted from 1, and the number of all rows. */
    record Shown(int from, int to, int of, int page, int pages) {}

    public boolean hasErrors() {
        return errors() > 0;
    }

    public long errors() {
        return rows.stream()
                .flatMap(row -> row.cells().stream())
                .filter(cell -> cell.error() != null)
                .count();
    }

    public long changes() {
        return rows.stream()
                .flatMap(row -> row.cells().stream())
                .filter(Cell::changed)
                .count();
    }

    /** The query string of this table. */
    public String query() {
        return view.query();
    }

    /** The heading of the measure, for example "Children reached". */
    public String measure() {
        return view.measure().words();
    }

    /** The name of the fixed slice or term, for example "Ages 8–10". */
    public String held() {
        return TargetTableQuery.heldName(view.held(), view.measure());
    }

    /** The number of areas, for example "12 regions". */
    public String counted() {
        return view.kind().counted(shown.of());
    }

    public String kind() {
        return TextFormat.capitalised(view.kind().one());
    }

    public String many() {
        return view.kind().many();
    }

    /**
     * The address of the previous page; null on the first.
     *
     * @param copying the end of the query string
     */
    public @Nullable String before(String copying) {
        return shown.page() > 1 ? "/targets" + view.onPage(view.page() - 1).query() + copying : null;
    }

    /** The address of the next page; null on the last. */
    public @Nullable String after(String copying) {
        return shown.page() < shown.pages()
                ? "/targets" + view.onPage(view.page() + 1).query() + copying
                : null;
    }

    /** Why no sentence says how areas add up. */
    public String nothingToAdd() {
        return Words.of(view.kind() == AreaKind.TRUST ? "targets.trustsNotAdded" : "targets.nothingToAdd");
    }

    /** Says for the measure what need not add up. */
    public String note() {
        return Words.of("targets.note." + view.measure());
    }

    /** The parameters of this table, for a form that stays on it. */
    public Map<String, String> parameters() {
        return view.parameters();
    }

    /** The query string without the search words. */
    public String all() {
        return view.withoutSearch().query();
    }
}
