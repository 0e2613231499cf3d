package uk.thinkuknow.reach.report;

import de.siegmar.fastcsv.writer.CsvWriter;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import uk.thinkuknow.web.SpreadsheetText;

/** Writes a reach report as CSV. */
public final class ReachCsv {
    private static final List<String> COLUMNS = Stream.of(
                    ReachTable.COLUMNS, List.of("asAt", "rules"), ReachTable.LAST_COLUMNS)
            .flatMap(List::stream)
            .toList();

    private ReachCsv() {}

    /** The response for programs: UTF-8 without a byte order mark. */
    static Response answer(ReachReport report) {
        return answer(report, "", names -> names);
    }

    /** The response for spreadsheets: with a byte order mark and readable headings. */
    static Response file(ReachReport report) {
        return answer(report, SpreadsheetText.BYTE_ORDER_MARK, SpreadsheetText::headings);
    }

    private static Response answer(ReachReport report, String start, UnaryOperator<List<String>> headings) {
        var name = "reach-%s-by-%s.csv"
                .formatted(report.period().key(), report.by().key());
        return Response.ok(start + of(ReachTable.of(report), headings), "text/csv;charset=utf-8")
                .header("Link", ReachTable.DESCRIBED_BY)
                .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
                .build();
    }

    /** The CSV text with the column names of the JSON. */
    public static String of(ReachTable table) {
        return of(table, names -> names);
    }

    private static String of(ReachTable table, UnaryOperator<List<String>> headings) {
        var text = new StringWriter(256 + 128 * table.rows().size());
        try (var csv = CsvWriter.builder().build(text)) {
            csv.writeRecord(headings.apply(COLUMNS));
            table.rows().forEach(row -> csv.writeRecord(cells(row, table)));
            csv.writeRecord(cells(table.total(), table));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static List<String> cells(ReachTable.Row row, ReachTable table) {
        var cells = new ArrayList<>(SpreadsheetText.cells(row.cells()));
        cells.add(table.asAt().toString());
        cells.add(String.valueOf(table.rules()));
        cells.addAll(SpreadsheetText.cells(row.lastCells()));
        return cells;
    }
}
