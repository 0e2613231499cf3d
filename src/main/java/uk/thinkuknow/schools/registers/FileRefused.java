package uk.thinkuknow.schools.registers;

import uk.thinkuknow.common.Refused;

/** A file that cannot be taken in at all. */
class FileRefused extends Refused {
    FileRefused(String file, String why) {
        super(file + ": " + why);
    }
}
