package uk.thinkuknow.reach.days;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
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
            "asAt");

    /** The meaning of the columns that other reports do not have. */
    public static final List<ReachTable.Column> DICTIONARY = List.of(
            new ReachTable.Column(
                    "pickedOnADevice", "number", "of the attendances: cards picked on a device (grade A)"),
            new ReachTable.Column("tickedByAGrownUp", "number", "of them: cards ticked from the class list (grade B)"),
            new ReachTable.Column(
                    "byHeads", "number", "of them: counted by heads alone, visitors and guests among them (grade C)"),
            new ReachTable.Column(
                    "roll",
                    "number",
                    "children of a school by the national register; a reach above it is something to look at"),
            new ReachTable.Column("from", "date", "the first day that is counted"),
            new ReachTable.Column("to", "date", "the last day that is counted"));

    private DaysTable() {}

    static List<Sheet> sheets(DaysReport report) {
        var rows = new ArrayList<List<@Nullable Object>>();
        report.rows().forEach(row -> rows.add(cells(row, report)));
        rows.add(cells(report.total(), report));
        return List.of(new Sheet("Reach", COLUMNS, rows));
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
                row.awaiting(),
                row.roll(),
                report.days().from().toString(),
                report.days().to().toString(),
                report.asAt().toString());
    }
}
