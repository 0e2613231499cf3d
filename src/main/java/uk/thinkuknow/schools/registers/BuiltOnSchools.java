package uk.thinkuknow.schools.registers;

import java.time.Instant;

/** Counts what a room has added at the schools of an import: while there is any, the import cannot be undone. */
public interface BuiltOnSchools {
    /** The schools in SQL: those that the import {@code ?1} brought, and those to which it moved classes. */
    String SCHOOLS = """
            (select school_id from school_import_row_v where import_id = ?1 and act = 'NEW'
             union select to_school from class_move_v where begun_by = ?1)""";

    Built since(long importId, Instant takenIn);

    /** So many, and what one and several are called. */
    record Built(String one, String many, long count) {}
}
