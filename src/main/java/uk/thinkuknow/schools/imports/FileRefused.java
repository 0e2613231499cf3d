package uk.thinkuknow.schools.imports;

import uk.thinkuknow.common.Refused;

/** Thrown when a whole file cannot be imported, with the name of the file and the reason. */
class FileRefused extends Refused {
    /** @param arguments the name of the file, and what else the sentence names */
    FileRefused(String code, Object... arguments) {
        super(code, arguments);
    }
}
