package uk.thinkuknow.exchange.formats;

import java.util.TreeMap;
import uk.thinkuknow.common.Refused;
import uk.thinkuknow.curriculum.files.LessonRead;
import uk.thinkuknow.curriculum.files.LessonReader;
import uk.thinkuknow.curriculum.lesson.LessonFolder;
import uk.thinkuknow.exchange.qti.Packing;
import uk.thinkuknow.exchange.qti.QtiWriter;

/**
 * Hands modules to other programmes. The same module gives the same bytes each time. Any folder can be packed; every other form is
 * refused ({@link Refused}) as long as there is something to mend in the lesson.
 */
public final class Exporting {
    private Exporting() {}

    /** The folder as an archive: what is read back from it is the same byte by byte. */
    public static byte[] folder(LessonFolder folder) {
        var files = new TreeMap<String, byte[]>();
        folder.files().forEach((name, bytes) -> files.put(folder.name() + "/" + name, bytes));
        return Packing.zip(files);
    }

    /** The lesson as a package of QTI 3.0. */
    public static byte[] qti(LessonFolder folder) {
        return QtiWriter.write(fine(folder));
    }

    /** The lesson as a package of SCORM 1.2, which plays by itself in a learning platform. */
    public static byte[] scorm(LessonFolder folder) {
        return ScormWriter.write(fine(folder));
    }

    /** The lesson's questions as a CSV file in UTF-8, with a line for each answer. */
    public static byte[] questionsCsv(LessonFolder folder) {
        return QuestionsCsv.write(fine(folder).lesson());
    }

    private static LessonRead.Fine fine(LessonFolder folder) {
        return switch (LessonReader.read(folder)) {
            case LessonRead.Fine fine -> fine.told();
            case LessonRead.Faulty faulty ->
                throw new Refused("The lesson has " + faulty.problems().size() + " things to mend first. The first: "
                        + faulty.problems().getFirst() + ".");
        };
    }
}
