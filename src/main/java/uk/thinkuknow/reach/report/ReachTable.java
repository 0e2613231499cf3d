package uk.thinkuknow.reach.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.counting.PendingReturns;
import uk.thinkuknow.counting.ReachFigure;
import uk.thinkuknow.web.SpreadsheetText;

/** A reach report as the API and the files show it: rows of numbers, and the total. */
public record ReachTable(Instant asAt, int rules, List<Row> rows, Row total) {

    /** The names of a row's cells, in JSON and in CSV. */
    public static final List<String> COLUMNS = List.of(
            "key",
            "name",
            "target",
            "new",
            "newLower",
            "newUpper",
            "reach",
            "reachUpper",
            "largestSession",
            "attendances",
            "sessions",
            "awaiting");

    /** The names of a row's last cells in CSV, after all others, so that programs find the others where they were. */
    public static final List<String> LAST_COLUMNS = List.of("toConfirm", "toConfirmChildren");

    /** The Link header that leads from a file to the meaning of its columns. */
    public static final String DESCRIBED_BY = "</how-we-count/columns>; rel=\"describedby\"";

    /** The meaning of the columns. */
    public static final List<Column> DICTIONARY = Stream.concat(COLUMNS.stream(), LAST_COLUMNS.stream())
            .map(name ->
                    Column.of("report.column.", name, List.of("key", "name").contains(name) ? "text" : "number"))
            .toList();

    /**
     * The name, type and meaning of a column or field in the product's files.
     *
     * @param type "number", "text", "texts", "moment", "date", "row", "rows" or "numbers"
     */
    public record Column(String name, String type, String meaning) {
        /** A column with the meaning that messages give to its name under a prefix. */
        public static Column of(String prefix, String name, String type) {
            return new Column(name, type, Words.of(prefix + name));
        }

        /** The column's heading in spreadsheets. */
        public String heading() {
            return SpreadsheetText.heading(name);
        }
    }

    /**
     * A row of reach in the API and in files; its target is compared with {@code new}.
     *
     * @param toConfirm returns to be confirmed; null, like their children, in figures frozen before returns could be so
     */
    public record Row(
            String key,
            String name,
            @Nullable Integer target,
            @JsonProperty("new") int fresh,
            int newLower,
            int newUpper,
            int reach,
            int reachUpper,
            int largestSession,
            int attendances,
            int sessions,
            int awaiting,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Integer toConfirm,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Integer toConfirmChildren) {
        /** The children new to the year, with their range. */
        public ReachFigure newToYear() {
            return new ReachFigure(fresh, newLower, newUpper);
        }

        /** The children that the period alone reached, with their range. */
        public ReachFigure ofPeriod() {
            return new ReachFigure(reach, reach, reachUpper);
        }

        /** What does not count yet. */
        public PendingReturns pending() {
            return new PendingReturns(awaiting, 0, orNone(toConfirm), orNone(toConfirmChildren));
        }

        private static int orNone(@Nullable Integer number) {
            return number == null ? 0 : number;
        }

        /**
         * This row with the name and target of a frozen row; with its own name and without a target if the frozen row
         * is null.
         */
        public Row besides(@Nullable Row frozen) {
            return frozen == null ? with(name, null, this) : with(frozen.name, frozen.target, this);
        }

        /** This row with the numbers of lessons and returns of a frozen row that did not count yet. */
        public Row pendingAs(Row frozen) {
            return with(name, target, frozen);
        }

        /** This row without its target and without what does not count yet, for comparison of counts. */
        public Row counted() {
            return with(name, null, withoutAnything());
        }

        /** This row with its name and target, and 0 for every number. */
        public Row withoutAnything() {
            return new Row(key, name, target, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
        }

        /** Returns whether the row has lessons, lessons that do not count yet, or a target. */
        public boolean hasContent() {
            return sessions > 0 || awaiting > 0 || orNone(toConfirm) > 0 || target != null;
        }

        /** The cells in the order of {@link #COLUMNS}; a missing target is null. */
        public List<@Nullable Object> cells() {
            return Arrays.asList(
                    key,
                    name,
                    target,
                    fresh,
                    newLower,
                    newUpper,
                    reach,
                    reachUpper,
                    largestSession,
                    attendances,
                    sessions,
                    awaiting);
        }

        /** The cells in the order of {@link #LAST_COLUMNS}; null in figures that were frozen without them. */
        public List<@Nullable Object> lastCells() {
            return Arrays.asList(toConfirm, toConfirmChildren);
        }

        private Row with(String called, @Nullable Integer hopedFor, Row pending) {
            return new Row(
                    key,
                    called,
                    hopedFor,
                    fresh,
                    newLower,
                    newUpper,
                    reach,
                    reachUpper,
                    largestSession,
                    attendances,
                    sessions,
                    pending.awaiting,
                    pending.toConfirm,
                    pending.toConfirmChildren);
        }
    }

    /** Converts a report to the rows of the API. */
    public static ReachTable of(ReachReport report) {
        return new ReachTable(
                report.asAt(),
                report.rules(),
                report.rows().stream().map(ReachTable::row).toList(),
                row(report.total()));
    }

    private static Row row(ReachRow row) {
        var figures = row.figures();
        var fresh = figures.fresh();
        var own = figures.own();
        return new Row(
                row.key(),
                row.name(),
                row.target(),
                fresh.headline(),
                fresh.atLeast(),
                fresh.atMost(),
                own.lower(),
                own.upper(),
                own.largestSession(),
                own.attendances(),
                figures.sessions(),
                figures.awaiting(),
                figures.pending().toConfirm(),
                figures.pending().toConfirmChildren());
    }
}
