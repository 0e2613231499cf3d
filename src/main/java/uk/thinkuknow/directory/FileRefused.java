package uk.thinkuknow.directory;

import uk.thinkuknow.shared.Refused;

/** A file that cannot be taken in at all. */
class FileRefused extends Refused {
    FileRefused(String file, String why) {
        super(file + ": " + why);
    }
}
