package uk.thinkuknow.schools.imports;

import java.time.LocalDate;
import java.util.List;

/**
 * Event: an import of a national register brings new rolls of schools, in the transaction that applies it.
 *
 * @param asOf the day from which the import applies
 * @param by who applied it
 */
public record RollsImported(long importId, LocalDate asOf, String by, List<Roll> rolls) {
    /** The roll of a school; 0 if the register says nothing. */
    public record Roll(long schoolId, int roll) {}
}
