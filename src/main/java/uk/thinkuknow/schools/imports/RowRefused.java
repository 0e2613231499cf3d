package uk.thinkuknow.schools.imports;

import uk.thinkuknow.common.Words;

/** Thrown when a row of a file cannot be parsed, with the reason in words; the other rows are still read. */
class RowRefused extends RuntimeException {
    /** @param code the key of the reason in the messages */
    RowRefused(String code, Object... arguments) {
        super(Words.of(code, arguments), null, false, false);
    }

    String why() {
        return String.valueOf(getMessage());
    }
}
