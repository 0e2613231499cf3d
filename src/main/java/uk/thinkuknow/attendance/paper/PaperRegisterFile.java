package uk.thinkuknow.attendance.paper;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import uk.thinkuknow.common.Refused;
import uk.thinkuknow.web.SpreadsheetText;

/** Writes the CSV template for paper registers with the school's classes, and parses the filled-in file. */
final class PaperRegisterFile {
    static final int ROWS_AT_MOST = 150;

    private PaperRegisterFile() {}

    /** Returns the template as CSV: a row for each class, to be copied for every lesson that the class had. */
    static String template(List<String> classes) {
        var text = new StringWriter();
        text.write(SpreadsheetText.BYTE_ORDER_MARK);
        try (var csv = CsvWriter.builder().build(text)) {
            csv.writeRecord(PaperRow.COLUMNS);
            for (var name : classes) {
                csv.writeRecord(List.of("", "", SpreadsheetText.harmless(name), "", ""));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    /**
     * Parses a file with commas, semicolons or tabs. Rows with only a class are left over from the template and
     * skipped.
     *
     * @throws Refused if it is not such a table, has no filled row, or has more than {@link #ROWS_AT_MOST}
     */
    static List<PaperRow> read(String text) {
        var plain = text.startsWith(SpreadsheetText.BYTE_ORDER_MARK) ? text.substring(1) : text;
        var records = records(plain);
        if (records.isEmpty()) {
            throw new Refused("entry.emptyFile");
        }
        var places = places(records.getFirst().getFields());
        var rows = new ArrayList<PaperRow>();
        for (var record : records.subList(1, records.size())) {
            var row = PaperRow.of(places.stream()
                    .map(at -> at < record.getFieldCount() ? unapostrophed(record.getField(at)) : "")
                    .toList());
            if (!new PaperRow(row.date(), row.lesson(), "", row.heads(), row.cards()).isEmpty()) {
                rows.add(row);
            }
        }
        if (rows.isEmpty()) {
            throw new Refused("entry.noRow");
        }
        if (rows.size() > ROWS_AT_MOST) {
            throw new Refused("entry.tooManyRows", rows.size(), ROWS_AT_MOST);
        }
        return rows;
    }

    /**
     * Returns the index in the file of each of our columns.
     *
     * @throws Refused if a heading is missing
     */
    private static List<Integer> places(List<String> headings) {
        var plain = headings.stream()
                .map(each -> each.strip().toLowerCase(Locale.UK))
                .toList();
        return PaperRow.COLUMNS.stream()
                .map(column -> {
                    int at = plain.indexOf(column.toLowerCase(Locale.UK));
                    if (at < 0) {
                        throw new Refused("entry.noHeading", column, String.join(", ", PaperRow.COLUMNS));
                    }
                    return at;
                })
                .toList();
    }

    private static List<CsvRecord> records(String text) {
        var first = text.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
        var reader = CsvReader.builder()
                .allowExtraFields(true)
                .allowMissingFields(true)
                .fieldSeparator(first.contains("\t") ? '\t' : first.contains(";") ? ';' : ',');
        try (var rows = reader.ofCsvRecord(text)) {
            return rows.stream()
                    .filter(row -> row.getFields().stream().anyMatch(field -> !field.isBlank()))
                    .toList();
        } catch (CsvParseException e) {
            throw new Refused("entry.notATable");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Removes the apostrophe that a spreadsheet needs to keep a text a text, and that is not part of a name. */
    private static String unapostrophed(String cell) {
        return cell.startsWith("'")
                        && !SpreadsheetText.harmless(cell.substring(1)).equals(cell.substring(1))
                ? cell.substring(1)
                : cell;
    }
}
