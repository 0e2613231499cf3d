package uk.thinkuknow.exchange.formats;

import io.quarkus.logging.Log;
import java.time.Duration;
import java.util.SortedMap;
import uk.thinkuknow.common.Refused;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.exchange.content.ImportBudget;
import uk.thinkuknow.exchange.content.ImportResult;
import uk.thinkuknow.exchange.content.XmlElement;
import uk.thinkuknow.exchange.content.XmlReader;
import uk.thinkuknow.exchange.qti.QtiImporter;

/** Imports lessons and questions: detects the format of a file and reads it. */
public final class LessonImporter {
    private static final String KNOWN = Words.of("formats.aLessonOfOursAs");

    /** Processor time; an ordinary file takes a second or two. */
    private static final Duration AT_MOST = Duration.ofSeconds(20);

    private LessonImporter() {}

    /**
     * Reads a file and finds its format from its content. If the file cannot be read, returns an
     * {@link ImportResult.ImportRefusal} and throws no exception.
     *
     * @param fileName gives a title or key if the file has none
     */
    public static ImportResult read(String fileName, byte[] bytes) {
        return read(fileName, bytes, AT_MOST);
    }

    static ImportResult read(String fileName, byte[] bytes, Duration atMost) {
        try {
            return ImportBudget.within(atMost, () -> recognised(fileName, bytes));
        } catch (Refused e) {
            return new ImportResult.ImportRefusal(sentence(e.why()), e.code());
        } catch (RuntimeException | StackOverflowError e) {
            // Files of other programs can be malformed in ways that nobody foresaw.
            Log.warnf(
                    "a file of %d bytes could not be read: %s",
                    bytes.length, e.getClass().getSimpleName());
            return new ImportResult.ImportRefusal(Words.of("formats.theFileIsOfA"));
        }
    }

    private static ImportResult recognised(String fileName, byte[] bytes) {
        if (bytes.length == 0) {
            return new ImportResult.ImportRefusal(Words.of("formats.theFileIsEmpty"));
        }
        if (bytes.length > ZipReader.LARGEST) {
            return new ImportResult.ImportRefusal(
                    Words.of("formats.theFileIsLargerThan", ZipReader.LARGEST / 1024 / 1024));
        }
        if (ZipReader.isZip(bytes)) {
            return archive(fileName, ZipReader.read(bytes));
        }
        if (XmlReader.isXml(bytes) && !GiftImporter.beginsWithHtml(bytes)) {
            return xml(fileName, XmlReader.read(bytes));
        }
        if (GiftImporter.isOne(bytes)) {
            return GiftImporter.read(fileName, bytes);
        }
        return new ImportResult.ImportRefusal(Words.of("formats.thisFileIsNoneThat", KNOWN));
    }

    private static ImportResult xml(String fileName, XmlElement root) {
        if (QtiImporter.isOne(root)) {
            return QtiImporter.readXml(fileName, root);
        }
        if (MoodleXmlImporter.isOne(root)) {
            return MoodleXmlImporter.read(fileName, root);
        }
        if (root.is("questestinterop")) {
            throw new Refused("formats.theseQuestionsAreInQti");
        }
        throw new Refused("formats.thisXmlFileIsNone", KNOWN);
    }

    private static ImportResult archive(String fileName, SortedMap<String, byte[]> files) {
        if (LessonZipImporter.isOne(files)) {
            return LessonZipImporter.read(fileName, files);
        }
        if (H5pImporter.isOne(files)) {
            return H5pImporter.read(fileName, files);
        }
        if (QtiImporter.isOne(files)) {
            return QtiImporter.read(fileName, files);
        }
        if (files.size() == 1) {
            return recognised(files.firstKey(), files.getOrDefault(files.firstKey(), new byte[0]));
        }
        return new ImportResult.ImportRefusal(Words.of("formats.thisArchiveIsNoneThat", KNOWN));
    }

    private static String sentence(String why) {
        var begun = why.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + why.substring(1);
        return begun.endsWith(".") ? begun : begun + ".";
    }
}
