package uk.thinkuknow.reach.days;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.reach.report.ReachTable;
import uk.thinkuknow.web.TableExporter.Sheet;

/**
 * Converts a report of reach between two days to the rows of a CSV file, a spreadsheet or JSON. Rows without a signed
 * return have empty cells, not zeros.
 */
public final class DaysTable {
    static final List<String> COLUMNS = List.of(
            "key",
            "name",
            "reach",
            "reachUpper",
            "largestSession",
            "attendances",
            "pickedOnADevice",
            "tickedByAGrownUp",
            "byHeads",
            "sessions",
            "awaiting",
            "roll",
            "from",
            "to",
            "asAt",
            "toConfirm",
            "toConfirmChildren");

    /** The meaning of the columns that other reports do not have. */
    public static final List<ReachTable.Column> DICTIONARY = Stream.of(
                    "pickedOnADevice", "tickedByAGrownUp", "byHeads", "roll", "from", "to")
            .map(name -> ReachTable.Column.of(
                    "days.column.", name, List.of("from", "to").contains(name) ? "date" : "number"))
            .toList();

    private DaysTable() {}

    static List<Sheet> sheets(DaysReport report) {
        var rows = new ArrayList<List<@Nullable Object>>();
        report.rows().forEach(row -> rows.add(cells(row, report)));
        rows.add(cells(report.total(), report));
        return List.of(new Sheet(Words.of("report.reach"), COLUMNS, rows));
    }

    /** The rows as objects with the column names as keys; the total is last. */
    static List<Map<String, @Nullable Object>> json(DaysReport report) {
        var rows = new ArrayList<Map<String, @Nullable Object>>();
        for (var cells : sheets(report).getFirst().rows()) {
            var row = new LinkedHashMap<String, @Nullable Object>();
            for (int i = 0; i < COLUMNS.size(); i++) {
                row.put(COLUMNS.get(i), cells.get(i));
            }
            rows.add(row);
        }
        return rows;
    }

    static String name(DaysReport report, String type) {
        return "reach-%s-to-%s-by-%s.%s"
                .formatted(report.days().from(), report.days().to(), report.by().key(), type);
    }

    private static List<@Nullable Object> cells(DaysReport.Row row, DaysReport report) {
        var reach = row.reach();
        boolean unknown = row.sessions() == 0;
        var marks = row.marks();
        return Arrays.asList(
                row.key(),
                row.name(),
                unknown ? null : reach.lower(),
                unknown ? null : reach.upper(),
                unknown ? null : reach.largestSession(),
                unknown ? null : reach.attendances(),
                unknown ? null : marks.a(),
                unknown ? null : marks.b(),
                unknown ? null : marks.c(),
                row.sessions(),
                row.pending().awaiting(),
                row.roll(),
                report.days().from().toString(),
                report.days().to().toString(),
                report.asAt().toString(),
                row.pending().toConfirm(),
                row.pending().toConfirmChildren());
    }
}
