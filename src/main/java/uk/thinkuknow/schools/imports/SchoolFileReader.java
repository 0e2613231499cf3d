package uk.thinkuknow.schools.imports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntConsumer;

/** Reads the files of an import row by row: stages schools, collects links to successors and records refused rows. */
final class SchoolFileReader {
    private static final List<SchoolFileFormat> FORMATS = List.of(new GiasFormat(), new NationsFormat());
    private static final int TELL_EVERY = 1_000;

    private final StagingWriter stagingWriter;
    private final RefusedRows refusals;
    private final IntConsumer progress;
    private final List<LinkRow> links = new ArrayList<>();
    private final Map<String, Set<RegisterFact>> absent = new HashMap<>();
    private final Set<String> absentHeadings = new TreeSet<>();
    private int rows;

    /** @param progress receives the number of rows read, every 1,000 rows */
    SchoolFileReader(StagingWriter stagingWriter, RefusedRows refusals, IntConsumer progress) {
        this.stagingWriter = stagingWriter;
        this.refusals = refusals;
        this.progress = progress;
    }

    /**
     * Checks the headings of a file.
     *
     * @throws FileRefused if they are not those of a register, or a required one is missing
     */
    static void checkHeadings(ImportFile file) {
        try (var table = new CsvTable(file)) {
            if (!isLinks(table)) {
                require(file, table, formatOf(file, table).needed());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isLinks(CsvTable table) {
        return table.hasAll(LinksFormat.NEEDED);
    }

    /**
     * Reads a whole file.
     *
     * @throws FileRefused if its kind is unknown, it has no rows, or it cannot be read to its end
     */
    void read(ImportFile file) {
        try (var table = new CsvTable(file)) {
            if (isLinks(table)) {
                each(file, table, fields -> LinksFormat.read(table, fields).ifPresent(links::add));
                return;
            }
            var format = formatOf(file, table);
            noteAbsent(format, table);
            each(file, table, fields -> stagingWriter.add(format.read(table, fields)));
            stagingWriter.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<LinkRow> links() {
        return links;
    }

    /** By scheme, the facts that a file has no column for. */
    Map<String, Set<RegisterFact>> absent() {
        return absent;
    }

    Set<String> absentHeadings() {
        return absentHeadings;
    }

    int rows() {
        return rows;
    }

    private interface RowReader {
        void read(List<String> fields);
    }

    private void each(ImportFile file, CsvTable table, RowReader line) {
        int before = rows;
        for (var fields = table.next(); fields.isPresent(); fields = table.next()) {
            try {
                table.requireComplete(fields.get());
                line.read(fields.get());
            } catch (RowRefused e) {
                refusals.add(file.name(), table.row(), e.why());
            }
            if (++rows % TELL_EVERY == 0) {
                progress.accept(rows);
            }
        }
        if (rows == before) {
            throw new FileRefused("imports.fileNoRows", file.name());
        }
    }

    private static SchoolFileFormat formatOf(ImportFile file, CsvTable table) {
        return FORMATS.stream()
                .filter(format -> format.marks().stream().anyMatch(table::has))
                .findFirst()
                .orElseThrow(() -> new FileRefused(
                        "imports.fileNoHeadings", file.name(), FieldParser.shortened(table.firstHeading())));
    }

    private static void require(ImportFile file, CsvTable table, List<String> needed) {
        var missing = needed.stream().filter(heading -> !table.has(heading)).toList();
        if (!missing.isEmpty()) {
            throw new FileRefused(
                    "imports.fileColumnsMissing", file.name(), String.join("”, “", missing), missing.size());
        }
    }

    private void noteAbsent(SchoolFileFormat format, CsvTable table) {
        var missing = EnumSet.noneOf(RegisterFact.class);
        for (var fact : RegisterFact.values()) {
            format.headingOf(fact).filter(heading -> !table.has(heading)).ifPresent(heading -> {
                missing.add(fact);
                absentHeadings.add(heading);
            });
        }
        if (format instanceof NationsFormat || !table.has("EstablishmentNumber")) {
            missing.add(RegisterFact.LA);
        }
        var schemes = format instanceof NationsFormat ? List.of("seed", "wales", "de") : List.of("urn");
        schemes.forEach(scheme -> absent.computeIfAbsent(scheme, any -> EnumSet.noneOf(RegisterFact.class))
                .addAll(missing));
    }
}
