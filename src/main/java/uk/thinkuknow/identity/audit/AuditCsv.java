package uk.thinkuknow.identity.audit;

import de.siegmar.fastcsv.writer.CsvWriter;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import uk.thinkuknow.identity.staff.AuditEntries;
import uk.thinkuknow.identity.staff.AuditFilter;
import uk.thinkuknow.identity.staff.AuditLine;
import uk.thinkuknow.web.SpreadsheetText;

/** Exports the audit as CSV, in batches, so that it is never held in memory as a whole. */
@Singleton
class AuditCsv {
    private static final int AT_ONCE = 1000;
    private static final List<String> HEADER =
            List.of("at", "who", "userName", "act", "subject", "school", "detail", "was", "became");

    private final AuditEntries entries;

    AuditCsv(AuditEntries entries) {
        this.entries = entries;
    }

    void write(AuditFilter filter, OutputStream out) throws IOException {
        var text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        text.write(SpreadsheetText.BYTE_ORDER_MARK);
        try (var csv = CsvWriter.builder().build(text)) {
            csv.writeRecord(SpreadsheetText.headings(HEADER));
            var lines = entries.lines(filter, Long.MAX_VALUE, AT_ONCE);
            while (!lines.isEmpty()) {
                lines.forEach(line -> csv.writeRecord(cells(line)));
                lines = entries.lines(filter, lines.getLast().id(), AT_ONCE);
            }
        }
    }

    private static List<String> cells(AuditLine line) {
        var words = line.words();
        return SpreadsheetText.cells(Arrays.asList(
                line.at().toString(),
                words.staffName(),
                words.username(),
                line.act(),
                line.subject(),
                line.school(),
                words.detail(),
                words.was(),
                words.became()));
    }
}
