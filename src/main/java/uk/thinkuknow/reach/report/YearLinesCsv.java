package uk.thinkuknow.reach.report;

import de.siegmar.fastcsv.writer.CsvWriter;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import uk.thinkuknow.common.Sql;
import uk.thinkuknow.identity.staff.Scope;
import uk.thinkuknow.web.SpreadsheetText;

/**
 * Writes a year's signed returns as CSV: one row for each return line (of one class, or of none), with numbers of
 * marks, never individual cards. Rows are streamed, so memory use does not grow with the year.
 */
@Singleton
class YearLinesCsv {
    /** Text columns first, then number columns. */
    private static final List<String> TEXTS = List.of(
            "date",
            "term",
            "nation",
            "region",
            "authority",
            "schoolId",
            "school",
            "phase",
            "class",
            "audience",
            "band",
            "lesson",
            "session",
            "signedAt");

    private static final List<String> NUMBERS = List.of(
            "version", "rules", "cardsInForce", "gradeA", "gradeB", "gradeC", "guests", "heads", "notTakingPart");

    private static final String OF_YEAR = """
            FROM return_line_v l
            JOIN school_area_v p ON p.school_id = l.school_id AND p.in_force = 1
            JOIN authority_v a ON a.authority_key = p.authority_key
            JOIN region_v r ON r.region_key = a.region_key
            JOIN school_v h ON h.id = l.school_id
            JOIN session_v s ON s.id = l.session_id
            JOIN signed_return_v n ON n.id = l.return_id
            JOIN module_version_v v ON v.id = l.module_version_id
            LEFT JOIN class_group_v c ON c.id = l.class_id
            WHERE l.year_key = ? AND %s""".formatted(Scope.sql("?", "a"));

    private static final String LINES = """
            SELECT l.local_date, l.term_key, r.nation, r.name, a.name, h.public_id, h.name, h.phase, COALESCE(c.name, ''),
              l.audience, l.band_key, v.title, s.public_id, DATE_FORMAT(n.signed_at, '%Y-%m-%dT%H:%i:%sZ'),
              n.number, n.rules, BIT_COUNT(l.in_force_low) + BIT_COUNT(l.in_force_high),
              BIT_COUNT(l.named_a_low) + BIT_COUNT(l.named_a_high), BIT_COUNT(l.named_b_low) + BIT_COUNT(l.named_b_high),
              l.unnamed, l.guests, l.heads, l.not_taking_part
            """ + OF_YEAR + " ORDER BY l.id";

    private final DataSource database;

    YearLinesCsv(@io.quarkus.agroal.DataSource("reports") DataSource database) {
        this.database = database;
    }

    /** The number of lines, sent first so that a client can show progress. */
    int count(String year, Scope scope) {
        return Sql.list(database, "SELECT COUNT(*) " + OF_YEAR, List.of(year, scope.token()), row -> row.getInt(1))
                .getFirst();
    }

    void write(String year, Scope scope, OutputStream out) throws IOException {
        var text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        text.write(SpreadsheetText.BYTE_ORDER_MARK);
        try (var csv = CsvWriter.builder().build(text)) {
            csv.writeRecord(SpreadsheetText.headings(
                    Stream.concat(TEXTS.stream(), NUMBERS.stream()).toList()));
            Sql.each(database, LINES, List.of(year, scope.token()), YearLinesCsv::cells, csv::writeRecord);
        }
    }

    private static List<String> cells(ResultSet row) throws SQLException {
        var cells = new ArrayList<String>(TEXTS.size() + NUMBERS.size());
        for (int i = 1; i <= TEXTS.size(); i++) {
            cells.add(SpreadsheetText.harmless(row.getString(i)));
        }
        for (int i = TEXTS.size() + 1; i <= TEXTS.size() + NUMBERS.size(); i++) {
            cells.add(String.valueOf(row.getInt(i)));
        }
        return cells;
    }
}
