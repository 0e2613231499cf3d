package uk.thinkuknow.exchange.formats;

import io.quarkus.logging.Log;
import java.util.SortedMap;
import uk.thinkuknow.common.Refused;
import uk.thinkuknow.exchange.content.Element;
import uk.thinkuknow.exchange.content.Imported;
import uk.thinkuknow.exchange.content.Xml;
import uk.thinkuknow.exchange.qti.QtiPackage;

/** Imports lessons and questions: detects the format of a file and reads it. */
public final class Importing {
    private static final String KNOWN = "A lesson of ours as a zip, QTI 2 or 3, Moodle XML, GIFT and H5P can be read.";

    private Importing() {}

    /**
     * Reads a file and finds its format from its content. Never throws; returns {@link Imported.Refused} if the file
     * cannot be read.
     *
     * @param fileName gives a title or key if the file has none
     */
    public static Imported read(String fileName, byte[] bytes) {
        try {
            return recognised(fileName, bytes);
        } catch (Refused e) {
            return new Imported.Refused(sentence(e.why()));
        } catch (RuntimeException | StackOverflowError e) {
            // Files of other programs can be malformed in ways that nobody foresaw.
            Log.warnf("a file of %d bytes could not be read: %s", bytes.length, e);
            return new Imported.Refused("The file is of a known form, but something in it could not be read.");
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
            return archive(fileName, Archive.read(bytes));
        }
        if (Xml.isXml(bytes) && !Gift.beginsWithHtml(bytes)) {
            return xml(fileName, Xml.read(bytes));
        }
        if (Gift.isOne(bytes)) {
            return Gift.read(fileName, bytes);
        }
        return new Imported.Refused("This file is none that can be read. " + KNOWN);
    }

    private static Imported xml(String fileName, Element root) {
        if (QtiPackage.isOne(root)) {
            return QtiPackage.readXml(fileName, root);
        }
        if (MoodleXml.isOne(root)) {
            return MoodleXml.read(fileName, root);
        }
        if (root.is("questestinterop")) {
            throw new Refused("These questions are in QTI 1.2, an older form. Export them as QTI 2.1, 2.2 or 3.0.");
        }
        throw new Refused("This XML file is none that can be read. " + KNOWN);
    }

    private static Imported archive(String fileName, SortedMap<String, byte[]> files) {
        if (OwnFolder.isOne(files)) {
            return OwnFolder.read(fileName, files);
        }
        if (H5p.isOne(files)) {
            return H5p.read(fileName, files);
        }
        if (QtiPackage.isOne(files)) {
            return QtiPackage.read(fileName, files);
        }
        if (files.size() == 1) {
            return recognised(files.firstKey(), files.getOrDefault(files.firstKey(), new byte[0]));
        }
        return new Imported.Refused("This archive is none that can be read. " + KNOWN);
    }

    private static String sentence(String why) {
        var begun = why.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + why.substring(1);
        return begun.endsWith(".") ? begun : begun + ".";
    }
}
