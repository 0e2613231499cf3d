package uk.thinkuknow.schools.imports;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import uk.thinkuknow.common.InvisibleCharacters;

/** Reads a CSV file row by row and finds its fields by column heading; rows are numbered as in a spreadsheet. */
final class CsvTable implements AutoCloseable {
    private static final int FIELD_AT_MOST = 65_536;
    private static final int HEADING_AT_MOST = 40_000;
    /** The decoder's replacement for bytes that are not valid in the file's character set. */
    private static final char NO_CHARACTER = '\uFFFD';

    private final ImportFile file;
    private final CsvReader<CsvRecord> reader;
    private final Iterator<CsvRecord> records;
    private final Map<String, Integer> columns = new HashMap<>();
    private final int width;
    private final String firstHeading;
    private int row = 1;

    /** @throws FileRefused if the file is empty or its first row cannot be read */
    CsvTable(ImportFile file) {
        this.file = file;
        reader = CsvReader.builder()
                .fieldSeparator(separatorOf(file))
                .skipEmptyLines(false)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .maxBufferSize(FIELD_AT_MOST * 16)
                .ofCsvRecord(file.open());
        records = reader.iterator();
        var header = next().orElseThrow(() -> new FileRefused("imports.fileEmpty", file.name()));
        row = 1;
        width = header.size();
        firstHeading = header.getFirst();
        IntStream.range(0, width).forEach(i -> columns.putIfAbsent(plain(header.get(i)), i));
    }

    /** Returns whether the file has a column; the heading is not case-sensitive. */
    boolean has(String heading) {
        return columns.containsKey(plain(heading));
    }

    String firstHeading() {
        return firstHeading;
    }

    boolean hasAll(Collection<String> headings) {
        return headings.stream().allMatch(this::has);
    }

    /** The number of the row read last; the headings are row 1. */
    int row() {
        return row;
    }

    /**
     * The next row that is not blank.
     *
     * @throws FileRefused if the rest of the file cannot be parsed
     */
    Optional<List<String>> next() {
        try {
            while (records.hasNext()) {
                var fields = records.next().getFields();
                row++;
                if (fields.size() > 1 || !fields.getFirst().isBlank()) {
                    return Optional.of(fields);
                }
            }
            return Optional.empty();
        } catch (CsvParseException | UncheckedIOException e) {
            throw new FileRefused("imports.fileRowBroken", file.name(), String.valueOf(row + 1));
        }
    }

    /**
     * A field of a row, without surrounding space; empty if the file has no such column.
     *
     * @throws RowRefused if it contains an invisible or unreadable character
     */
    Optional<String> field(List<String> fields, String heading) {
        return Optional.ofNullable(columns.get(plain(heading)))
                .map(at -> fields.get(at).strip())
                .map(typed -> {
                    InvisibleCharacters.faultInLine(typed).ifPresent(fault -> {
                        throw new RowRefused("imports.fieldFault", heading, fault);
                    });
                    if (typed.indexOf(NO_CHARACTER) >= 0) {
                        throw new RowRefused("imports.fieldUnreadable", heading, FieldParser.shortened(typed));
                    }
                    return typed;
                });
    }

    /** @throws RowRefused if the row has more or fewer fields than headings, or repeats the headings */
    void requireComplete(List<String> fields) {
        if (fields.size() < width) {
            throw new RowRefused("imports.rowCutOff", fields.size(), width);
        }
        if (fields.size() > width) {
            throw new RowRefused("imports.rowTooLong", fields.size(), width);
        }
        var first = columns.get(plain(fields.getFirst()));
        if (first != null && first == 0) {
            throw new RowRefused("imports.rowIsHeadings", fields.getFirst());
        }
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }

    private static String plain(String heading) {
        return heading.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    }

    /** Chooses the separator by counting in the headings, which never contain a comma or semicolon themselves. */
    private static char separatorOf(ImportFile file) {
        try (var text = new BufferedReader(file.open())) {
            var line = new StringBuilder();
            for (int c = text.read(); c >= 0 && c != '\n' && line.length() < HEADING_AT_MOST; c = text.read()) {
                line.append((char) c);
            }
            long commas = line.chars().filter(c -> c == ',').count();
            long semicolons = line.chars().filter(c -> c == ';').count();
            long tabs = line.chars().filter(c -> c == '\t').count();
            return semicolons > commas ? ';' : tabs > commas ? '\t' : ',';
        } catch (IOException e) {
            throw new FileRefused("imports.fileUnreadable", file.name());
        }
    }
}
