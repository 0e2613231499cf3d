package uk.thinkuknow.exchange;

import java.util.SortedMap;
import uk.thinkuknow.shared.Refused;

/** Reads modules and questions of other programmes, and our own, out of a file that somebody has brought. */
public final class Importing {
    private static final String KNOWN = "A lesson of ours as a zip, QTI 2 or 3, Moodle XML, GIFT and H5P can be read.";

    private Importing() {}

    /**
     * What a file holds. What it is, is found out from its content; whatever it holds, this answers and never throws.
     *
     * @param fileName as it was brought: only a title or a key is taken from it where the file has none
     */
    public static Imported read(String fileName, byte[] bytes) {
        try {
            return recognised(fileName, bytes);
        } catch (Refused e) {
            return new Imported.Refused(sentence(e.why()));
        }
    }

    private static Imported recognised(String fileName, byte[] bytes) {
        if (bytes.length == 0) {
            return new Imported.Refused("The file is empty.");
        }
        if (bytes.length > Archive.LARGEST) {
            return new Imported.Refused("The file is larger than " + Archive.LARGEST / 1024 / 1024 + " MB.");
        }
        if (Archive.isZip(bytes)) {
            return package_(fileName, Archive.read(bytes));
        }
        return new Imported.Refused("This file is none that can be read. " + KNOWN);
    }

    private static Imported package_(String fileName, SortedMap<String, byte[]> files) {
        if (OwnFolder.isOne(files)) {
            return OwnFolder.read(fileName, files);
        }
        return new Imported.Refused("This archive is none that can be read. " + KNOWN);
    }

    private static String sentence(String why) {
        var begun = why.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + why.substring(1);
        return begun.endsWith(".") ? begun : begun + ".";
    }
}
