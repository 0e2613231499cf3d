package uk.thinkuknow.curriculum.files;

import java.util.List;
import uk.thinkuknow.curriculum.lesson.Lesson;

/** The result of reading the translation in a lesson's folder. */
public sealed interface TranslationReadResult {
    /**
     * A translation without problems.
     *
     * @param lesson the lesson with its translated texts, in English where one is missing
     * @param texts the number of texts that children read in it
     * @param missing the paths in the English file of the texts not translated
     */
    record Fine(Lesson lesson, int texts, List<String> missing) implements TranslationReadResult {}

    /** A translation with problems, in the order of the file. */
    record Faulty(List<Problem> problems) implements TranslationReadResult {}

    /** The folder has no translation, or its English file is missing or has problems. */
    record None() implements TranslationReadResult {}
}
