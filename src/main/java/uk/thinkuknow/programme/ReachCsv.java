package uk.thinkuknow.programme;

import de.siegmar.fastcsv.writer.CsvWriter;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.web.SpreadsheetText;

/** A report as a spreadsheet reads it. */
final class ReachCsv {
    private static final List<String> HEADER = List.of(
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
            "awaiting",
            "asAt",
            "rules");

    private ReachCsv() {}

    /** The report for a program: UTF-8 without a byte order mark. */
    static Response answer(ReachReport report) {
        return answer(report, "");
    }

    /** The report for a spreadsheet. */
    static Response file(ReachReport report) {
        return answer(report, SpreadsheetText.BYTE_ORDER_MARK);
    }

    private static Response answer(ReachReport report, String start) {
        var name = "reach-%s-by-%s.csv"
                .formatted(report.period().key(), report.by().key());
        return Response.ok(start + of(ReachTable.of(report)), "text/csv;charset=utf-8")
                .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
                .build();
    }

    static String of(ReachTable table) {
        var text = new StringWriter(256 + 128 * table.rows().size());
        try (var csv = CsvWriter.builder().build(text)) {
            csv.writeRecord(HEADER);
            table.rows().forEach(row -> csv.writeRecord(cells(row, table)));
            csv.writeRecord(cells(table.total(), table));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static List<String> cells(ReachTable.Row row, ReachTable table) {
        var cells = new ArrayList<String>(HEADER.size());
        cells.add(SpreadsheetText.harmless(row.key()));
        cells.add(SpreadsheetText.harmless(row.name()));
        cells.add(number(row.target()));
        cells.add(number(row.fresh()));
        cells.add(number(row.newLower()));
        cells.add(number(row.newUpper()));
        cells.add(number(row.reach()));
        cells.add(number(row.reachUpper()));
        cells.add(number(row.largestSession()));
        cells.add(number(row.attendances()));
        cells.add(number(row.sessions()));
        cells.add(number(row.awaiting()));
        cells.add(table.asAt().toString());
        cells.add(number(table.rules()));
        return cells;
    }

    private static String number(@Nullable Integer value) {
        return value == null ? "" : value.toString();
    }
}
