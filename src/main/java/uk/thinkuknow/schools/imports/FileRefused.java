package uk.thinkuknow.schools.imports;

import uk.thinkuknow.common.Refused;

/** Thrown when a whole file cannot be imported, with the name of the file and the reason. */
class FileRefused extends Refused {
    FileRefused(String file, String why) {
        super(file + ": " + why);
    }
}
