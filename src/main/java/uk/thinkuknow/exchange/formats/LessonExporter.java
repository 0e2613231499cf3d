package uk.thinkuknow.exchange.formats;

import java.util.TreeMap;
import uk.thinkuknow.common.Refused;
import uk.thinkuknow.curriculum.files.LessonReadResult;
import uk.thinkuknow.curriculum.files.LessonReader;
import uk.thinkuknow.curriculum.lesson.LessonFile;
import uk.thinkuknow.curriculum.lesson.LessonFolder;
import uk.thinkuknow.exchange.content.LessonZip;
import uk.thinkuknow.exchange.qti.QtiWriter;

/**
 * Exports a lesson as a zip of its folder, as QTI, SCORM or CSV. The same lesson gives the same bytes each time. A
 * lesson in which the checks find problems can only be exported as its folder.
 */
public final class LessonExporter {
    private LessonExporter() {}

    /** Returns the lesson folder as a zip that imports again byte for byte. */
    public static LessonZip folder(LessonFolder folder) {
        var files = new TreeMap<String, LessonFile>();
        folder.files().forEach((name, file) -> files.put(folder.name() + "/" + name, file));
        return new LessonZip(files);
    }

    /**
     * Returns the lesson as a QTI 3.0 package.
     *
     * @throws Refused if the lesson is unfinished
     */
    public static LessonZip qti(LessonFolder folder) {
        return QtiWriter.write(fine(folder));
    }

    /**
     * Returns the lesson as a SCORM 1.2 package, which plays in a learning platform without this product.
     *
     * @throws Refused if the lesson is unfinished
     */
    public static LessonZip scorm(LessonFolder folder) {
        return ScormWriter.write(fine(folder));
    }

    /**
     * Returns the lesson's questions as CSV in UTF-8, with a line for each answer.
     *
     * @throws Refused if the lesson is unfinished
     */
    public static byte[] questionsCsv(LessonFolder folder) {
        return QuestionsCsv.write(fine(folder).lesson());
    }

    private static LessonReadResult.Fine fine(LessonFolder folder) {
        return switch (LessonReader.read(folder)) {
            case LessonReadResult.Fine fine -> fine.withFacts();
            case LessonReadResult.Faulty faulty ->
                throw new Refused(
                        "formats.theLessonHasThingsTo",
                        faulty.problems().size(),
                        faulty.problems().getFirst());
        };
    }
}
