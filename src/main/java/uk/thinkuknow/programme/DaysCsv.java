package uk.thinkuknow.programme;

import de.siegmar.fastcsv.writer.CsvWriter;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import uk.thinkuknow.web.SpreadsheetText;

/** Reach between two days as a spreadsheet reads it; figures of which nothing is signed stay empty, which is not zero. */
final class DaysCsv {
    private static final List<String> HEADER = List.of(
            "key",
            "name",
            "reach",
            "reachUpper",
            "largestSession",
            "attendances",
            "sessions",
            "awaiting",
            "from",
            "to",
            "asAt");

    private DaysCsv() {}

    static Response file(DaysReport report, By by) {
        var text = new StringWriter();
        try (var csv = CsvWriter.builder().build(text)) {
            csv.writeRecord(HEADER);
            report.rows().forEach(row -> csv.writeRecord(cells(row, report)));
            csv.writeRecord(cells(report.total(), report));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Response.ok(SpreadsheetText.BYTE_ORDER_MARK + text, "text/csv;charset=utf-8")
                .header(
                        "Content-Disposition",
                        "attachment; filename=\"reach-%s-to-%s-by-%s.csv\""
                                .formatted(report.from(), report.to(), by.key()))
                .build();
    }

    private static List<String> cells(DaysReport.Row row, DaysReport report) {
        var reach = row.reach();
        boolean unknown = row.sessions() == 0;
        return List.of(
                SpreadsheetText.harmless(row.key()),
                SpreadsheetText.harmless(row.name()),
                unknown ? "" : String.valueOf(reach.lower()),
                unknown ? "" : String.valueOf(reach.upper()),
                unknown ? "" : String.valueOf(reach.largestSession()),
                unknown ? "" : String.valueOf(reach.attendances()),
                String.valueOf(row.sessions()),
                String.valueOf(row.awaiting()),
                report.from().toString(),
                report.to().toString(),
                report.asAt().toString());
    }
}
