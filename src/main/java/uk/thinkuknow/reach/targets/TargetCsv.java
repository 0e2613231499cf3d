package uk.thinkuknow.reach.targets;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.reach.targets.TargetAreas.Area;
import uk.thinkuknow.web.SpreadsheetText;

/**
 * Writes the table of targets as CSV, and reads it back from CSV or from tab-separated cells pasted from a spreadsheet.
 */
final class TargetCsv {
    private static final String KEY = "Key";
    private static final String AREA = "Area";

    private TargetCsv() {}

    /** The table as CSV for spreadsheets, with a byte order mark. */
    static String csv(TargetTableQuery view, List<Area> areas, Map<TargetCell, Integer> inForce) {
        var text = new StringWriter();
        text.write(SpreadsheetText.BYTE_ORDER_MARK);
        try (var csv = CsvWriter.builder().build(text)) {
            csv.writeRecord(
                    Stream.concat(Stream.of(KEY, AREA), view.columns().stream().map(TargetTableQuery.Column::name))
                            .toList());
            for (var area : areas) {
                var cells = new ArrayList<String>();
                cells.add(SpreadsheetText.harmless(area.key()));
                cells.add(SpreadsheetText.harmless(area.name()));
                for (var column : view.columns()) {
                    var number = inForce.get(view.cell(area.key(), column));
                    cells.add(number == null ? "" : number.toString());
                }
                csv.writeRecord(cells);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    /** A parsed table: typed values by form field, the areas in it, and errors with row and column. */
    record Read(Map<String, String> typed, Set<Area> areas, List<String> wrong) {}

    /** @param areas the areas that rows may name */
    static Read read(String text, TargetTableQuery view, List<Area> areas) {
        var read = new Read(new HashMap<>(), new LinkedHashSet<>(), new ArrayList<>());
        var records = records(text, read.wrong());
        if (records.isEmpty()) {
            if (read.wrong().isEmpty()) {
                read.wrong().add(Words.of("targets.pastedNotTable"));
            }
            return read;
        }
        var headings = headings(records.getFirst(), view, read.wrong());
        if (read.wrong().isEmpty()) {
            records.stream().skip(1).forEach(row -> row(row, headings, areas, read));
        }
        return read;
    }

    private static List<CsvRecord> records(String text, List<String> wrong) {
        var plain = text.startsWith(SpreadsheetText.BYTE_ORDER_MARK) ? text.substring(1) : text;
        var firstLine =
                plain.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
        var reader = CsvReader.builder()
                .allowExtraFields(true)
                .allowMissingFields(true)
                .fieldSeparator(firstLine.contains("\t") ? '\t' : firstLine.contains(";") ? ';' : ',');
        try (var rows = reader.ofCsvRecord(plain)) {
            return rows.stream()
                    .filter(row -> row.getFields().stream().anyMatch(field -> !field.isBlank()))
                    .toList();
        } catch (CsvParseException e) {
            wrong.add(Words.of("targets.pastedQuote"));
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A heading of a pasted table: its text and its column of the table; the column is null for the key and the name of
     * the area.
     */
    private record Heading(String words, TargetTableQuery.@Nullable Column column) {}

    private static List<Heading> headings(CsvRecord first, TargetTableQuery view, List<String> wrong) {
        var headings = new ArrayList<Heading>();
        var seen = new LinkedHashSet<String>();
        for (int i = 0; i < first.getFieldCount(); i++) {
            var words = first.getField(i).strip();
            var column = view.columns().stream()
                    .filter(each -> plain(each.name()).equals(plain(words)))
                    .findFirst()
                    .orElse(null);
            if (column == null && !words.equalsIgnoreCase(KEY) && !words.equalsIgnoreCase(AREA)) {
                wrong.add(Words.of("targets.row.notHeading", i + 1, words, all(view)));
            } else if (!seen.add(plain(words))) {
                wrong.add(Words.of("targets.row.headingTwice", i + 1, words));
            }
            headings.add(new Heading(words, column));
        }
        if (!seen.contains(plain(KEY)) && !seen.contains(plain(AREA))) {
            wrong.add(Words.of("targets.row.noArea", all(view)));
        }
        return headings;
    }

    private static String all(TargetTableQuery view) {
        return KEY + ", " + AREA + ", "
                + String.join(
                        ", ",
                        view.columns().stream()
                                .map(TargetTableQuery.Column::name)
                                .toList());
    }

    private static void row(CsvRecord row, List<Heading> headings, List<Area> areas, Read read) {
        var number = "" + row.getStartingLineNumber();
        if (row.getFieldCount() > headings.size()
                && row.getFields().stream().skip(headings.size()).anyMatch(field -> !field.isBlank())) {
            read.wrong().add(Words.of("targets.row.tooManyCells", number, row.getFieldCount(), headings.size()));
            return;
        }
        var area = area(row, headings, areas);
        if (area == null) {
            read.wrong().add(unknown(number, row, headings, areas));
        } else if (!read.areas().add(area)) {
            read.wrong().add(Words.of("targets.row.twice", number, area.name()));
        } else {
            cells(row, headings, area, read);
        }
    }

    private static void cells(CsvRecord row, List<Heading> headings, Area area, Read read) {
        for (int i = 0; i < Math.min(headings.size(), row.getFieldCount()); i++) {
            var column = headings.get(i).column();
            if (column == null) {
                continue;
            }
            var typed = row.getField(i).strip();
            if (TargetNumbers.isBad(typed)) {
                read.wrong()
                        .add(Words.of(
                                "targets.row.badNumber",
                                "" + row.getStartingLineNumber(),
                                area.name(),
                                column.name(),
                                TargetNumbers.wrong(typed)));
            }
            read.typed().put(TargetGrids.field(area, column), typed);
        }
    }

    /** Finds the area by its key or, without a key, by its name if only one area has that name. */
    private static @Nullable Area area(CsvRecord row, List<Heading> headings, List<Area> areas) {
        var key = field(row, headings, KEY);
        if (!key.isEmpty()) {
            return areas.stream()
                    .filter(area -> area.key().equals(key))
                    .findFirst()
                    .orElse(null);
        }
        var name = plain(field(row, headings, AREA));
        var called =
                areas.stream().filter(area -> plain(area.name()).equals(name)).toList();
        return called.size() == 1 ? called.getFirst() : null;
    }

    private static String unknown(String number, CsvRecord row, List<Heading> headings, List<Area> areas) {
        var named = named(row, headings);
        boolean several = areas.stream().anyMatch(area -> plain(area.name()).equals(plain(named)));
        return Words.of(several ? "targets.row.ambiguous" : "targets.row.unknown", number, named);
    }

    private static String named(CsvRecord row, List<Heading> headings) {
        var key = field(row, headings, KEY);
        return key.isEmpty() ? field(row, headings, AREA) : key;
    }

    private static String field(CsvRecord row, List<Heading> headings, String heading) {
        for (int i = 0; i < Math.min(headings.size(), row.getFieldCount()); i++) {
            if (headings.get(i).words().equalsIgnoreCase(heading)) {
                var text = row.getField(i).strip();
                // the exported file puts an apostrophe before text that a spreadsheet would read as a formula
                return text.startsWith("'")
                                && !SpreadsheetText.harmless(text.substring(1)).equals(text.substring(1))
                        ? text.substring(1)
                        : text;
            }
        }
        return "";
    }

    private static String plain(String words) {
        return words.strip().toLowerCase(Locale.UK).replace('–', '-').replaceAll("\\s+", " ");
    }
}
