package uk.thinkuknow.reach.targets;

import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.InWords;

/**
 * A table of targets as it is shown: a row for each area, a cell for each column.
 *
 * @param tabs what may be held instead
 * @param totals under each column, of all the areas of this kind
 * @param adds in words, how far areas differ from what they lie in
 */
record TargetGrid(
        TargetView view,
        List<Tab> tabs,
        List<TargetView.Column> columns,
        List<Row> rows,
        List<String> totals,
        Shown shown,
        List<String> adds) {

    record Tab(String name, String query, boolean chosen) {}

    /**
     * An area.
     *
     * @param id for the page; its cells begin with it
     * @param seen the field that says how its cells stood, with its value
     */
    record Row(String id, String name, String where, String history, Seen seen, List<Cell> cells) {}

    record Seen(String name, String value) {}

    /**
     * A cell: what is typed, what is in force, what is wrong with it, what waits for approval, and what stands beside it.
     */
    record Cell(String id, String name, TargetView.Column column, String typed, String stands, Notes notes) {
        public boolean changed() {
            return !typed.equals(stands);
        }

        public @Nullable String error() {
            return notes.error();
        }
    }

    record Notes(
            @Nullable String error,
            @Nullable Proposed proposed,
            @Nullable String beside) {}

    /** A number that waits, and where it is decided on. */
    record Proposed(String words, String id) {}

    /** Which rows of how many: counted from 1. */
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

    /** The end of the address of this table. */
    public String query() {
        return view.query();
    }

    /** What it is a table of: "Children reached". */
    public String measure() {
        return view.measure().words();
    }

    /** For example "Ages 8–10". */
    public String held() {
        return TargetView.heldName(view.held(), view.measure());
    }

    /** For example "12 regions". */
    public String counted() {
        return view.kind().counted(shown.of());
    }

    public String kind() {
        return InWords.capitalised(view.kind().key());
    }

    public String many() {
        return view.kind().many();
    }

    /** The page before, and the one after. */
    public String before() {
        return view.onPage(view.page() - 1).query();
    }

    public String after() {
        return view.onPage(view.page() + 1).query();
    }

    /** Every area, whatever words were looked for. */
    public String all() {
        return view.wholly().query();
    }
}
