package uk.thinkuknow.schools.imports;

import uk.thinkuknow.common.Refused;

/** Refused: the whole file cannot be imported. */
class FileRefused extends Refused {
    FileRefused(String file, String why) {
        super(file + ": " + why);
    }
}
