package uk.thinkuknow.schools.imports;

import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.RetryOnConflict;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.schools.imports.ImportUndoCheck.AddedRows;
import uk.thinkuknow.schools.imports.SchoolImport.State;
import uk.thinkuknow.schools.school.SchoolRecordWriter;

import static java.util.Objects.requireNonNull;

/**
 * Says whether an import can be undone (the last applied one, within 14 days, while no rows have been added at its
 * schools), and restores the schools as they were before it.
 */
@Singleton
class ImportUndo {
    static final Duration MAY_BE_UNDONE_FOR = Duration.ofDays(14);

    private final DataSource database;
    private final SchoolRecordWriter entries;
    private final SchoolImports imports;
    private final List<ImportUndoCheck> checks;
    private final Clock clock;

    ImportUndo(
            DataSource database,
            SchoolRecordWriter entries,
            SchoolImports imports,
            @All List<ImportUndoCheck> checks,
            Clock clock) {
        this.database = database;
        this.entries = entries;
        this.imports = imports;
        this.checks = checks;
        this.clock = clock;
    }

    /** The end of the time in which an import may be undone; null if it is not applied. */
    @Nullable
    Instant until(SchoolImport shown) {
        var at = shown.fate().decidedAt();
        return shown.state() != State.APPLIED || at == null ? null : at.plus(MAY_BE_UNDONE_FOR);
    }

    /** Why the import cannot be undone, in words; null if it can. */
    @Nullable
    String reasonAgainstUndo(SchoolImport shown) {
        var until = until(shown);
        if (until == null) {
            return Words.of("imports.notInForce");
        }
        if (until.isBefore(clock.instant())) {
            return Words.of("imports.tooLongAgo");
        }
        if (imports.lastApplied().filter(last -> last.id() == shown.id()).isEmpty()) {
            return Words.of("imports.anotherTakenIn");
        }
        var appliedAt = requireNonNull(shown.fate().decidedAt());
        var added = new ArrayList<>(List.of(classes(shown.id())));
        added.addAll(RetryOnConflict.join(() ->
                checks.stream().map(check -> check.since(shown.id(), appliedAt)).toList()));
        return added.stream()
                .filter(each -> each.count() > 0)
                .findFirst()
                .map(each -> Words.of("imports.addedSince", each.count(), each.count() == 1 ? each.one() : each.many()))
                .orElse(null);
    }

    /** Counts the classes created at the schools that the import added; classes that moved there are not counted. */
    private AddedRows classes(long importId) {
        try (var sql = new ImportConnection(database)) {
            return new AddedRows(Words.of("imports.class"), Words.of("imports.classes"), sql.number("""
                            select count(*) from class_group_v b
                            where b.school_id in (select school_id from school_import_row where import_id = ? and act = 'NEW')
                              and not exists (select 1 from class_move m where m.class_id = b.id)""", importId));
        }
    }

    /** Restores the schools as they were. Call it inside a transaction. */
    void undo(ImportConnection sql, SchoolImport shown) {
        var id = shown.id();
        entries.changeSchools(
                ImportApplier.COLUMNS,
                ImportApplier.rows(
                        sql,
                        "select " + String.join(", ", ImportApplier.COLUMNS)
                                + ", school_id from school_import_before where import_id = ?",
                        id));
        entries.undo(id);
        sql.run("delete from school_import_before where import_id = ?", id);
        entries.removeSchools(sql.list(
                "select school_id from school_import_row where import_id = ? and act = 'NEW' and school_id is not null",
                row -> row.getLong(1),
                id));
        entries.noteChange();
    }
}
