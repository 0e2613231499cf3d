package uk.thinkuknow.identity.audit;

import de.siegmar.fastcsv.writer.CsvWriter;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import uk.thinkuknow.identity.staff.AuditFilter;
import uk.thinkuknow.identity.staff.AuditLine;
import uk.thinkuknow.web.SpreadsheetText;

/** The audit as a spreadsheet reads it, written while it is read: however long it is, no page of it waits in memory. */
@Singleton
class AuditCsv {
    private static final int AT_ONCE = 1000;
    private static final List<String> HEADER =
            List.of("at", "who", "userName", "act", "subject", "school", "detail", "was", "became");

    private final AuditBook book;

    AuditCsv(AuditBook book) {
        this.book = book;
    }

    void write(AuditFilter filter, OutputStream out) throws IOException {
        var text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        text.write(SpreadsheetText.BYTE_ORDER_MARK);
        try (var csv = CsvWriter.builder().build(text)) {
            csv.writeRecord(SpreadsheetText.headings(HEADER));
            var lines = book.lines(filter, Long.MAX_VALUE, AT_ONCE);
            while (!lines.isEmpty()) {
                lines.forEach(line -> csv.writeRecord(cells(line)));
                lines = book.lines(filter, lines.getLast().id(), AT_ONCE);
            }
        }
    }

    private static List<String> cells(AuditLine line) {
        var change = line.change();
        return List.of(
                line.at().toString(),
                SpreadsheetText.harmless(line.who().name()),
                SpreadsheetText.harmless(line.who().username()),
                SpreadsheetText.harmless(line.act()),
                SpreadsheetText.harmless(line.subject()),
                SpreadsheetText.harmless(line.school()),
                SpreadsheetText.harmless(line.detail()),
                change == null ? "" : SpreadsheetText.harmless(change.was()),
                change == null ? "" : SpreadsheetText.harmless(change.became()));
    }
}
