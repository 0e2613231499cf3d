package uk.thinkuknow.curriculum.files;

import java.util.List;
import java.util.Map;
import uk.thinkuknow.common.facts.Facts;
import uk.thinkuknow.curriculum.lesson.Lesson;
import uk.thinkuknow.curriculum.lesson.LessonFile;

/** The result of reading a lesson's folder: the lesson, or the problems in it. */
public sealed interface LessonReadResult {
    /**
     * A lesson without problems.
     *
     * @param lesson the lesson, with its references to facts not filled in
     * @param pictures the pictures it uses, by the name of their file in {@code pictures/}
     * @param recordings films, sound and captions, by the name of their file in {@code recordings/}
     * @param advice what could still be better
     */
    record Fine(
            Lesson lesson, Map<String, LessonFile> pictures, Map<String, LessonFile> recordings, List<Problem> advice)
            implements LessonReadResult {
        public Fine(Lesson lesson, Map<String, LessonFile> pictures, Map<String, LessonFile> recordings) {
            this(lesson, pictures, recordings, List.of());
        }

        /** Returns the result with the facts of the lesson filled in. */
        public Fine withFacts() {
            return new Fine(LessonFacts.withFacts(lesson, Facts.packaged()).lesson(), pictures, recordings, advice);
        }
    }

    /** A folder with problems, which are in the order of the file, and with advice on the lesson. */
    record Faulty(List<Problem> problems, List<Problem> advice) implements LessonReadResult {
        Faulty(List<Problem> problems) {
            this(problems, List.of());
        }
    }
}
