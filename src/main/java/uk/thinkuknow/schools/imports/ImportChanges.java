package uk.thinkuknow.schools.imports;

import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;
import uk.thinkuknow.schools.school.SchoolRecordWriter;

/** Applies a dry run to the school tables, and tells other packages of the rolls in it and when it is undone. */
@Singleton
class ImportChanges {
    private static final String ROLLS = """
            select school_id, roll from school_import_row
            where import_id = ? and roll is not null and (act = 'NEW' or find_in_set('roll', changes))""";

    private final SchoolRecordWriter entries;
    private final Event<RollsImported> rolls;
    private final Event<ImportUndone> undone;

    ImportChanges(SchoolRecordWriter entries, Event<RollsImported> rolls, Event<ImportUndone> undone) {
        this.entries = entries;
        this.rolls = rolls;
        this.undone = undone;
    }

    /** Call it inside a transaction. */
    void apply(ImportConnection sql, SchoolImport wanted, String by) {
        var asOf = wanted.source().asOf();
        new ImportApplier(sql, entries, wanted.id(), asOf).apply();
        var read = sql.list(ROLLS, row -> new RollsImported.Roll(row.getLong(1), row.getInt(2)), wanted.id());
        rolls.fire(new RollsImported(wanted.id(), asOf, by, read));
    }

    /** Lets other packages remove what they wrote for the import. Call it before its new schools are removed. */
    void tellUndone(SchoolImport wanted) {
        undone.fire(new ImportUndone(wanted.id()));
    }
}
