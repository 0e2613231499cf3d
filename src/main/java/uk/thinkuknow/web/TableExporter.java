package uk.thinkuknow.web;

import com.github.miachm.sods.SpreadSheet;
import de.siegmar.fastcsv.writer.CsvWriter;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Exports tables as CSV and OpenDocument files, with numbers as numbers and no text that is read as a formula. */
public final class TableExporter {
    private static final String ODS = "application/vnd.oasis.opendocument.spreadsheet";

    private TableExporter() {}

    /** A table. The headings are made from the column names; a cell is a text, a number, or null if empty. */
    public record Sheet(String name, List<String> columns, List<List<@Nullable Object>> rows) {}

    /**
     * One table, or several with the same columns and each table's name in a first column; UTF-8 with a byte order
     * mark.
     */
    public static Response csv(String file, List<Sheet> sheets) {
        var text = new StringWriter().append(SpreadsheetText.BYTE_ORDER_MARK);
        boolean several = sheets.size() > 1;
        try (var csv = CsvWriter.builder().build(text)) {
            csv.writeRecord(SpreadsheetText.headings(
                    Stream.concat(several ? Stream.of("table") : Stream.empty(), sheets.getFirst().columns().stream())
                            .toList()));
            for (var sheet : sheets) {
                for (var row : sheet.rows()) {
                    var cells = new ArrayList<@Nullable Object>(row);
                    if (several) {
                        cells.addFirst(sheet.name());
                    }
                    csv.writeRecord(SpreadsheetText.cells(cells));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return answer(text.toString(), "text/csv;charset=utf-8", file);
    }

    /** An OpenDocument file with one sheet for each table. */
    public static Response ods(String file, List<Sheet> sheets) {
        var book = new SpreadSheet();
        sheets.forEach(sheet -> book.appendSheet(filled(sheet)));
        var bytes = new ByteArrayOutputStream();
        try {
            book.save(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return answer(bytes.toByteArray(), ODS, file);
    }

    private static Response answer(Object body, String type, String file) {
        return Response.ok(body, type)
                .header("Content-Disposition", "attachment; filename=\"" + file + "\"")
                .build();
    }

    private static com.github.miachm.sods.Sheet filled(Sheet table) {
        var sheet = new com.github.miachm.sods.Sheet(
                table.name(), 1 + table.rows().size(), table.columns().size());
        for (int column = 0; column < table.columns().size(); column++) {
            sheet.getRange(0, column)
                    .setValue(SpreadsheetText.heading(table.columns().get(column)));
            for (int row = 0; row < table.rows().size(); row++) {
                sheet.getRange(1 + row, column).setValue(table.rows().get(row).get(column));
            }
        }
        return sheet;
    }
}
