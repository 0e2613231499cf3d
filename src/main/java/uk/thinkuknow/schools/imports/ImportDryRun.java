package uk.thinkuknow.schools.imports;

import io.quarkus.logging.Log;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.London;
import uk.thinkuknow.common.Refused;
import uk.thinkuknow.common.Words;

/**
 * Does the dry run of an import: reads its files into staging tables and counts what would change. The schools
 * themselves are not changed.
 */
@Singleton
class ImportDryRun {
    private static final Pattern DAY_IN_NAME = Pattern.compile("(20\\d\\d)(\\d\\d)(\\d\\d)");

    private final DataSource database;
    private final SchoolImports imports;
    private final SuccessionService succession;
    private final Clock clock;

    ImportDryRun(DataSource database, SchoolImports imports, SuccessionService succession, Clock clock) {
        this.database = database;
        this.imports = imports;
        this.succession = succession;
        this.clock = clock;
    }

    /**
     * Records the start of an import of these files.
     *
     * @param byId the account of the uploader; null for the command
     */
    SchoolImport begin(String by, @Nullable Long byId, List<ImportFile> files) {
        return imports.begin(new SchoolImports.NewImport(
                files.stream().map(ImportFile::name).collect(Collectors.joining(", ")),
                files.stream().mapToLong(ImportFile::bytes).sum(),
                asOf(files),
                files.stream().mapToInt(file -> Math.max(0, file.lines() - 1)).sum(),
                by,
                byId));
    }

    /**
     * The day from which changes apply: the date in a file name, as in edubasealldata20261123.csv, if it is not in the
     * future, else today; never before that of the last applied import.
     */
    private LocalDate asOf(List<ImportFile> files) {
        var today = London.today(clock);
        var named = files.stream()
                .filter(file -> !file.name().contains("link"))
                .flatMap(file -> DAY_IN_NAME.matcher(file.name()).results())
                .flatMap(found -> day(found.group(1), found.group(2), found.group(3)).stream())
                .filter(day -> !day.isAfter(today))
                .findFirst()
                .orElse(today);
        return imports.lastApplied()
                .map(last -> last.source().asOf())
                .filter(last -> last.isAfter(named))
                .orElse(named);
    }

    private static Optional<LocalDate> day(String year, String month, String day) {
        try {
            return Optional.of(LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Reads the files, compares them and works out successions; stores the counts, or the problem, with the import. */
    void read(SchoolImport begun, List<ImportFile> files) {
        long id = begun.id();
        try (var sql = new ImportConnection(database)) {
            var stagingWriter = new StagingWriter(sql, id);
            var refusals = new RefusedRows(sql, id);
            var schoolFileReader = new SchoolFileReader(
                    stagingWriter, refusals, rows -> imports.step(id, Words.of("imports.stepReading"), rows));
            files.forEach(schoolFileReader::read);
            imports.step(id, Words.of("imports.stepComparing"), schoolFileReader.rows());
            var counts = new SchoolComparison(sql, id).compare(schoolFileReader.absent());
            imports.step(id, Words.of("imports.stepLinks"), schoolFileReader.rows());
            var found = new LinkResolver(sql, id, succession.notEmptied()).of(schoolFileReader.links());
            new StagingWriter.Links(sql, id).add(found.fresh());
            imports.markReady(
                    id,
                    new SchoolImport.Counts(
                            stagingWriter.rows(),
                            counts,
                            found.succeeded().size(),
                            refusals.count(),
                            found.fresh().size()),
                    String.join(", ", schoolFileReader.absentHeadings()));
        } catch (Refused e) {
            imports.refuse(id, e.why());
        } catch (RuntimeException e) {
            Log.errorf(e, "school import %s could not be read", begun.publicId());
            imports.refuse(id, Words.of("imports.notRead", begun.publicId()));
        }
    }
}
