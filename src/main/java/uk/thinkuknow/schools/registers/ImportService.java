package uk.thinkuknow.schools.registers;

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
import uk.thinkuknow.schools.registers.Import.State;
import uk.thinkuknow.schools.school.RegisterEntries;

/**
 * Imports files of school registers: a dry run first, then all rows or none; can undo it. One import runs at a time.
 */
@Singleton
public class ImportService {
    private static final int TAKE_IN_SECONDS = 600;
    private static final String BUSY =
            "Another import is being read or taken in just now. Wait until it is done, then try again.";

    private final RegisterEntries entries;
    private final Imports imports;
    private final DryRun dryRun;
    private final Undoing undoing;
    private final Succession succession;
    private final ExecutorService background = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("school-import").factory());

    ImportService(RegisterEntries entries, Imports imports, DryRun dryRun, Undoing undoing, Succession succession) {
        this.entries = entries;
        this.imports = imports;
        this.dryRun = dryRun;
        this.undoing = undoing;
        this.succession = succession;
    }

    @PreDestroy
    void stop() {
        background.shutdown();
    }

    /** A file on disk, and its original name. */
    public record Given(Path path, String name) {}

    /**
     * Checks the files, then runs the dry run in the background.
     *
     * @param after runs when the files are no longer needed
     * @return the public id of the import
     * @throws FileRefused if one of them is not a register's file
     * @throws Refused while another import runs
     */
    PublicId begin(String by, List<Given> given, Runnable after) {
        try {
            var files = look(given);
            var held = take();
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

    /** Runs the dry run in the caller's thread and returns its result. */
    public Import dryRun(String by, List<Given> given) {
        var files = look(given);
        try (var held = take()) {
            var begun = dryRun.begin(by, files);
            dryRun.read(begun, files);
            return import_(begun.publicId());
        }
    }

    /**
     * Applies a dry run in the background.
     *
     * @throws Refused if another import was applied since, rows were refused and are not left out, or it was decided on
     *     already
     */
    void takeIn(PublicId id, String by, boolean leaveOutRefused) {
        var held = take();
        try {
            var wanted = startTakingIn(id, by, leaveOutRefused);
            background.execute(() -> {
                try (held) {
                    finishTakingIn(wanted, by);
                }
            });
        } catch (RuntimeException e) {
            held.close();
            throw e;
        }
    }

    /** Applies a dry run in the caller's thread. */
    public Import takeInNow(PublicId id, String by, boolean leaveOutRefused) {
        try (var held = take()) {
            finishTakingIn(startTakingIn(id, by, leaveOutRefused), by);
            return import_(id);
        }
    }

    /**
     * Drops a dry run.
     *
     * @throws Refused if it was decided on already
     */
    void drop(PublicId id, String by) {
        if (!imports.move(import_(id).id(), State.READY, State.DROPPED, by)) {
            throw new Refused("This dry run has been decided on already.");
        }
    }

    /**
     * Undoes an import.
     *
     * @throws Refused if rows were added at its schools since, or it was applied more than 14 days ago
     */
    void undo(PublicId id, String by) {
        var wanted = import_(id);
        try (var held = take()) {
            var why = undoing.builtOn(wanted);
            if (why != null) {
                throw new Refused("This import cannot be undone. " + why);
            }
            RetryOnConflict.run(TAKE_IN_SECONDS, () -> {
                try (var sql = imports.connection()) {
                    succession.undo(wanted.id());
                    putBack(sql, wanted);
                    if (!imports.undone(sql, wanted, by)) {
                        throw new Refused("This import has been undone already.");
                    }
                }
            });
        }
    }

    /** A foreign key of any table that refers to a school stops the undo. */
    private void putBack(OneConnection sql, Import wanted) {
        try {
            undoing.undo(sql, wanted);
        } catch (IllegalStateException e) {
            if (RetryOnConflict.isWorthAnotherTry(e)) {
                throw e;
            }
            Log.warnf(e, "school import %s could not be undone", wanted.publicId());
            throw new Refused("This import cannot be undone: something is kept here about a school that it brought.");
        }
    }

    /** @throws NotFound if there is no such import */
    Import import_(PublicId id) {
        return imports.called(id).orElseThrow(NotFound::new);
    }

    private OneAtATime take() {
        return imports.take().orElseThrow(() -> new Refused(BUSY));
    }

    private static List<TextFile> look(List<Given> given) {
        if (given.isEmpty()) {
            throw new Refused("Choose a file to read.");
        }
        var files = given.stream()
                .map(each -> TextFile.of(each.path(), each.name()))
                .toList();
        files.forEach(Reading::look);
        return files;
    }

    private Import begin(String by, List<TextFile> files, OneAtATime held) {
        try {
            return dryRun.begin(by, files);
        } catch (RuntimeException e) {
            held.close();
            throw e;
        }
    }

    private Import startTakingIn(PublicId id, String by, boolean leaveOutRefused) {
        var wanted = import_(id);
        var last = imports.lastApplied().map(Import::id).orElse(null);
        if (!Objects.equals(wanted.source().follows(), last)) {
            throw new Refused(
                    "Another file has been taken in since this dry run. Run it again, so that you see what would change now.");
        }
        if (wanted.counts().refused() > 0 && !leaveOutRefused) {
            throw new Refused("%d rows cannot be read. Mend the file, or say that they are to be left out."
                    .formatted(wanted.counts().refused()));
        }
        if (!imports.move(wanted.id(), State.READY, State.APPLYING, by)) {
            throw new Refused("This dry run has been decided on already, or is not ready yet.");
        }
        return wanted;
    }

    private void finishTakingIn(Import wanted, String by) {
        imports.step(wanted.id(), "Taking in", 0);
        try {
            RetryOnConflict.run(TAKE_IN_SECONDS, () -> {
                try (var sql = imports.connection()) {
                    new TakingIn(sql, entries, wanted.id(), wanted.source().asOf()).takeIn();
                    succession.follow(wanted.id(), wanted.source().asOf());
                    if (!imports.applied(sql, wanted, by)) {
                        throw new IllegalStateException("it was taken from us");
                    }
                }
            });
        } catch (RuntimeException e) {
            Log.errorf(e, "school import %s could not be taken in", wanted.publicId());
            imports.refuse(
                    wanted.id(),
                    "It could not be taken in, and nothing was changed. Run the dry run again; if it happens again, tell us this reference: "
                            + wanted.publicId());
        }
    }
}
