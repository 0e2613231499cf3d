package uk.thinkuknow.schools.imports;

import java.time.Instant;

/**
 * Counts the rows of one kind, such as bookings, added since an import at the schools that it added or to which it
 * moved classes. If there are any, the import cannot be undone. Each package with such rows implements it.
 */
public interface ImportUndoCheck {
    /** SQL for the ids of the schools that import {@code ?1} added, and of those to which it moved classes. */
    String SCHOOLS = """
            (select school_id from school_import_row_v where import_id = ?1 and act = 'NEW'
             union select to_school from class_move_v where begun_by = ?1)""";

    /**
     * The rows added since the import.
     *
     * @param appliedAt the moment it was applied
     */
    AddedRows since(long importId, Instant appliedAt);

    /** A count, and the singular and plural of the noun to show with it. */
    record AddedRows(String one, String many, long count) {}
}
