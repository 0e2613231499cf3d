package uk.thinkuknow.schools.imports;

import io.quarkus.logging.Log;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import uk.thinkuknow.common.NotFound;
import uk.thinkuknow.common.PublicId;
import uk.thinkuknow.common.Refused;
import uk.thinkuknow.common.RetryOnConflict;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.identity.staff.StaffMember;
import uk.thinkuknow.schools.imports.SchoolImport.State;

/**
 * Imports files of the national registers of schools in two steps: a dry run, which counts what would change, and
 * applying it, all or nothing. Can undo an applied import. One import runs at a time in the whole cluster.
 */
@Singleton
public class ImportService {
    private static final int APPLY_SECONDS = 600;

    private final ImportChanges changes;
    private final SchoolImports imports;
    private final ImportDryRun dryRun;
    private final ImportUndo importUndo;
    private final SuccessionService succession;
    private final ExecutorService background = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("school-import").factory());

    ImportService(
            ImportChanges changes,
            SchoolImports imports,
            ImportDryRun dryRun,
            ImportUndo importUndo,
            SuccessionService succession) {
        this.changes = changes;
        this.imports = imports;
        this.dryRun = dryRun;
        this.importUndo = importUndo;
        this.succession = succession;
    }

    @PreDestroy
    void stop() {
        background.shutdown();
    }

    /** A file on disk, and its original name. */
    public record GivenFile(Path path, String name) {}

    /**
     * Checks the files, then does the dry run in the background.
     *
     * @param after runs when the files are no longer needed
     * @return the public id of the import
     * @throws FileRefused if one of them is not a file of a register
     * @throws Refused while another import runs
     */
    PublicId begin(StaffMember by, List<GivenFile> given, Runnable after) {
        try {
            var files = scan(given);
            var held = takeLock();
            var begun = begin(by, files, held);
            background.execute(() -> {
                try (held) {
                    dryRun.read(begun, files);
                } finally {
                    after.run();
                }
            });
            return begun.publicId();
        } catch (RuntimeException e) {
            after.run();
            throw e;
        }
    }

    /** Does the dry run in the caller's thread and returns its result. */
    public SchoolImport dryRun(String by, List<GivenFile> given) {
        var files = scan(given);
        try (var held = takeLock()) {
            var begun = dryRun.begin(by, null, files);
            dryRun.read(begun, files);
            return find(begun.publicId());
        }
    }

    /**
     * Applies a dry run in the background.
     *
     * @throws Refused if another import was applied since, rows were refused and are not left out, it was decided on
     *     already, or the user uploaded it: another manager applies it
     */
    void apply(PublicId id, StaffMember by, boolean leaveOutRefused) {
        var held = takeLock();
        try {
            if (find(id).needsAnother(by)) {
                throw new Refused("imports.ownFile");
            }
            var wanted = startApplying(id, by.name(), leaveOutRefused);
            background.execute(() -> {
                try (held) {
                    finishApplying(wanted, by.name());
                }
            });
        } catch (RuntimeException e) {
            held.close();
            throw e;
        }
    }

    /** Applies a dry run in the caller's thread. */
    public SchoolImport applyNow(PublicId id, String by, boolean leaveOutRefused) {
        try (var held = takeLock()) {
            finishApplying(startApplying(id, by, leaveOutRefused), by);
            return find(id);
        }
    }

    /**
     * Drops a dry run.
     *
     * @throws Refused if it was decided on already
     */
    void drop(PublicId id, String by) {
        if (!imports.move(find(id).id(), State.READY, State.DROPPED, by)) {
            throw new Refused("imports.decidedAlready");
        }
    }

    /**
     * Undoes an applied import.
     *
     * @throws Refused if it cannot be undone, or the user uploaded it: another manager undoes it
     */
    void undo(PublicId id, StaffMember by) {
        if (find(id).needsAnother(by)) {
            throw new Refused("imports.undoOwnFile");
        }
        undo(id, by.name());
    }

    /**
     * Undoes an applied import.
     *
     * @throws Refused if rows were added at its schools since, another import was applied since, or it was applied more
     *     than 14 days ago
     */
    void undo(PublicId id, String by) {
        var wanted = find(id);
        try (var held = takeLock()) {
            var why = importUndo.reasonAgainstUndo(wanted);
            if (why != null) {
                throw new Refused("imports.cannotUndo", why);
            }
            RetryOnConflict.run(APPLY_SECONDS, () -> {
                try (var sql = imports.connection()) {
                    succession.undo(wanted.id());
                    changes.tellUndone(wanted);
                    restoreSchools(sql, wanted);
                    if (!imports.markUndone(sql, wanted, by)) {
                        throw new Refused("imports.undoneAlready");
                    }
                }
            });
        }
    }

    /**
     * Restores the schools. If a row elsewhere still refers to a school that the import added, its foreign key stops
     * the undo.
     */
    private void restoreSchools(ImportConnection sql, SchoolImport wanted) {
        try {
            importUndo.undo(sql, wanted);
        } catch (IllegalStateException e) {
            if (RetryOnConflict.isRetryable(e)) {
                throw e;
            }
            Log.warnf(e, "school import %s could not be undone", wanted.publicId());
            throw new Refused("imports.somethingKept");
        }
    }

    /** @throws NotFound if there is no such import */
    SchoolImport find(PublicId id) {
        return imports.called(id).orElseThrow(NotFound::new);
    }

    private ImportLock takeLock() {
        return imports.takeLock().orElseThrow(() -> new Refused("imports.busy"));
    }

    private static List<ImportFile> scan(List<GivenFile> given) {
        if (given.isEmpty()) {
            throw new Refused("imports.chooseFile");
        }
        var files = given.stream()
                .map(each -> ImportFile.of(each.path(), each.name()))
                .toList();
        files.forEach(SchoolFileReader::checkHeadings);
        return files;
    }

    private SchoolImport begin(StaffMember by, List<ImportFile> files, ImportLock held) {
        try {
            return dryRun.begin(by.name(), by.id(), files);
        } catch (RuntimeException e) {
            held.close();
            throw e;
        }
    }

    private SchoolImport startApplying(PublicId id, String by, boolean leaveOutRefused) {
        var wanted = find(id);
        var last = imports.lastApplied().map(SchoolImport::id).orElse(null);
        if (!Objects.equals(wanted.source().follows(), last)) {
            throw new Refused("imports.anotherSince");
        }
        if (wanted.counts().refused() > 0 && !leaveOutRefused) {
            throw new Refused("imports.unreadRows", wanted.counts().refused());
        }
        if (!imports.move(wanted.id(), State.READY, State.APPLYING, by)) {
            throw new Refused("imports.notReady");
        }
        return wanted;
    }

    private void finishApplying(SchoolImport wanted, String by) {
        imports.step(wanted.id(), Words.of("imports.stepTakingIn"), 0);
        try {
            RetryOnConflict.run(APPLY_SECONDS, () -> {
                try (var sql = imports.connection()) {
                    changes.apply(sql, wanted, by);
                    succession.moveToSuccessors(wanted.id(), wanted.source().asOf());
                    if (!imports.markApplied(sql, wanted, by)) {
                        throw new IllegalStateException("it was taken from us");
                    }
                }
            });
        } catch (RuntimeException e) {
            Log.errorf(e, "school import %s could not be taken in", wanted.publicId());
            imports.refuse(wanted.id(), Words.of("imports.notTakenIn", wanted.publicId()));
        }
    }
}
