package uk.thinkuknow.schools.imports;

import io.quarkus.runtime.QuarkusApplication;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import uk.thinkuknow.common.Refused;
import uk.thinkuknow.common.Words;
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
            System.err.println(Words.of("imports.nothingDone"));
            return REFUSED;
        }
    }

    private int run(List<ImportService.GivenFile> files, boolean apply, boolean leaveOut) {
        var who = "scripts/schools-import (" + System.getProperty("user.name", "someone") + ")";
        var dryRun = imports.dryRun(who, files);
        if (dryRun.state() == State.REFUSED) {
            throw new Refused("imports.problem", String.valueOf(dryRun.problem()));
        }
        print(dryRun);
        if (!apply) {
            imports.drop(dryRun.publicId(), who);
            System.out.println(Words.of("imports.dryRunDone"));
            return 0;
        }
        if (dryRun.counts().changeNothing() && (dryRun.counts().refused() == 0 || leaveOut)) {
            imports.drop(dryRun.publicId(), who);
            System.out.println(Words.of("imports.allThere"));
            return 0;
        }
        var applied = applyDryRun(dryRun, who, leaveOut);
        System.out.println(Words.of("imports.takenIn", applied.progress().seconds()));
        return 0;
    }

    private SchoolImport applyDryRun(SchoolImport dryRun, String who, boolean leaveOut) {
        if (dryRun.counts().refused() > 0 && !leaveOut) {
            imports.drop(dryRun.publicId(), who);
            throw new Refused("imports.rowsUnreadAbove", dryRun.counts().refused(), LEAVE_OUT);
        }
        var applied = imports.applyNow(dryRun.publicId(), who, leaveOut);
        if (applied.state() != State.APPLIED) {
            throw new Refused("imports.problem", String.valueOf(applied.problem()));
        }
        return applied;
    }

    private void print(SchoolImport dryRun) {
        var counts = dryRun.counts();
        System.out.println(Words.of(
                "imports.counts",
                String.valueOf(counts.rows()),
                String.valueOf(counts.schools().fresh()),
                String.valueOf(counts.schools().changed()),
                String.valueOf(counts.schools().closed()),
                String.valueOf(counts.schools().reopened()),
                String.valueOf(counts.succeeded()),
                String.valueOf(counts.refused()),
                String.valueOf(counts.links())));
        reports.notices(dryRun).forEach(System.out::println);
        reports.booked(dryRun)
                .forEach(school -> System.out.println(
                        Words.of("imports.closedWithBookings", school.name(), school.number(), school.what())));
        reports.refusals(dryRun, SHOWN)
                .forEach(row -> System.err.println(
                        Words.of("imports.refusedRow", row.file(), String.valueOf(row.row()), row.why())));
        if (counts.refused() > SHOWN) {
            System.err.println(Words.of("imports.moreRows", counts.refused() - SHOWN));
        }
        System.out.println(Words.of("imports.compared", dryRun.progress().seconds()));
    }

    private static String nameOf(Path path) {
        return String.valueOf(path.getFileName());
    }

    private static void requireFiles(List<ImportService.GivenFile> files) {
        files.stream()
                .filter(file -> !Files.isReadable(file.path()))
                .findFirst()
                .ifPresent(file -> {
                    throw new FileRefused("imports.noSuchFile", file.path().toString());
                });
    }
}
