package uk.thinkuknow.schools.imports;

import io.quarkus.runtime.QuarkusApplication;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import uk.thinkuknow.common.Refused;
import uk.thinkuknow.schools.imports.SchoolImport.State;

/**
 * The command behind {@code scripts/schools-import}: prints what files would change, and with {@code --apply} imports
 * them.
 */
@SuppressWarnings("SystemOut")
public class ImportCommand implements QuarkusApplication {
    private static final String APPLY = "--apply";
    private static final String LEAVE_OUT = "--leave-out-refused";
    private static final int REFUSED = 1;
    private static final int SHOWN = 50;

    private final ImportService imports;
    private final ImportReports reports;

    ImportCommand(ImportService imports, ImportReports reports) {
        this.imports = imports;
        this.reports = reports;
    }

    @Override
    public int run(String... words) {
        var options = Arrays.stream(words).filter(word -> word.startsWith("--")).toList();
        var files = Arrays.stream(words)
                .filter(word -> !word.startsWith("--"))
                .map(word -> new ImportService.GivenFile(Path.of(word), nameOf(Path.of(word))))
                .toList();
        try {
            requireFiles(files);
            return run(files, options.contains(APPLY), options.contains(LEAVE_OUT));
        } catch (Refused e) {
            System.err.println(e.why());
            System.err.println("Nothing was changed.");
            return REFUSED;
        }
    }

    private int run(List<ImportService.GivenFile> files, boolean apply, boolean leaveOut) {
        var who = "scripts/schools-import (" + System.getProperty("user.name", "someone") + ")";
        var dryRun = imports.dryRun(who, files);
        if (dryRun.state() == State.REFUSED) {
            throw new Refused(String.valueOf(dryRun.problem()));
        }
        print(dryRun);
        if (!apply) {
            imports.drop(dryRun.publicId(), who);
            System.out.println("Dry run: nothing was changed. Add --apply to take it in.");
            return 0;
        }
        if (dryRun.counts().changeNothing()) {
            imports.drop(dryRun.publicId(), who);
            System.out.println("Everything is in the register already: nothing was changed.");
            return 0;
        }
        var applied = applyDryRun(dryRun, who, leaveOut);
        System.out.printf("Taken in, %d s.%n", applied.progress().seconds());
        return 0;
    }

    private SchoolImport applyDryRun(SchoolImport dryRun, String who, boolean leaveOut) {
        if (dryRun.counts().refused() > 0 && !leaveOut) {
            imports.drop(dryRun.publicId(), who);
            throw new Refused(
                    "%d rows cannot be read (above). Mend the file, or add %s to take in the others without them."
                            .formatted(dryRun.counts().refused(), LEAVE_OUT));
        }
        var applied = imports.applyNow(dryRun.publicId(), who, leaveOut);
        if (applied.state() != State.APPLIED) {
            throw new Refused(String.valueOf(applied.problem()));
        }
        return applied;
    }

    private void print(SchoolImport dryRun) {
        var counts = dryRun.counts();
        System.out.printf("rows: %d%n", counts.rows());
        System.out.printf("new: %d%n", counts.schools().fresh());
        System.out.printf("changed: %d%n", counts.schools().changed());
        System.out.printf("closed: %d%n", counts.schools().closed());
        System.out.printf("reopened: %d%n", counts.schools().reopened());
        System.out.printf("succeeded: %d%n", counts.succeeded());
        System.out.printf("refused: %d%n", counts.refused());
        System.out.printf("links: %d%n", counts.links());
        reports.notices(dryRun).forEach(System.out::println);
        reports.booked(dryRun)
                .forEach(school -> System.out.printf(
                        "closed with bookings: %s, %s: %s%n", school.name(), school.number(), school.what()));
        reports.refusals(dryRun, SHOWN)
                .forEach(row -> System.err.printf("%s, row %d: %s%n", row.file(), row.row(), row.why()));
        if (counts.refused() > SHOWN) {
            System.err.printf("... and %d rows more.%n", counts.refused() - SHOWN);
        }
        System.out.printf("read and compared in %d s%n", dryRun.progress().seconds());
    }

    private static String nameOf(Path path) {
        return String.valueOf(path.getFileName());
    }

    private static void requireFiles(List<ImportService.GivenFile> files) {
        files.stream()
                .filter(file -> !Files.isReadable(file.path()))
                .findFirst()
                .ifPresent(file -> {
                    throw new FileRefused(file.path().toString(), "there is no such file, or it cannot be read.");
                });
    }
}
