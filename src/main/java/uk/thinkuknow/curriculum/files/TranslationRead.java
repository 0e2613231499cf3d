package uk.thinkuknow.curriculum.files;

import java.util.List;
import uk.thinkuknow.curriculum.lesson.Lesson;

/** What came of reading a module's texts in another language. */
public sealed interface TranslationRead {
    /**
     * Nothing to mend.
     *
     * @param lesson with the English words where there are no others yet
     * @param texts how many texts children read in it
     * @param missing the paths of those that are not translated, as they are in the English file
     */
    record Fine(Lesson lesson, int texts, List<String> missing) implements TranslationRead {}

    /** Something to mend, in the order of the file. */
    record Faulty(List<Problem> problems) implements TranslationRead {}

    /** There is no such file. */
    record None() implements TranslationRead {}
}
