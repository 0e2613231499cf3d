package uk.thinkuknow.curriculum.files;

import java.util.List;
import java.util.Map;
import uk.thinkuknow.common.facts.Facts;
import uk.thinkuknow.curriculum.lesson.Lesson;

/** What came of reading a module's folder. */
public sealed interface LessonRead {
    /**
     * Nothing that must be mended.
     *
     * @param lesson with its references to facts
     * @param pictures the drawings that the lesson uses, by the name of their file in {@code pictures/}
     * @param recordings films, sound and captions, by the name of their file in {@code recordings/}
     * @param advice what could still be better
     */
    record Fine(Lesson lesson, Map<String, byte[]> pictures, Map<String, byte[]> recordings, List<Problem> advice)
            implements LessonRead {
        public Fine(Lesson lesson, Map<String, byte[]> pictures, Map<String, byte[]> recordings) {
            this(lesson, pictures, recordings, List.of());
        }

        /** The same with the facts in it. */
        public Fine told() {
            return new Fine(LessonFacts.told(lesson, Facts.packaged()).lesson(), pictures, recordings, advice);
        }
    }

    /** Something to mend: everything that was found, in the order of the file. */
    record Faulty(List<Problem> problems, List<Problem> advice) implements LessonRead {
        Faulty(List<Problem> problems) {
            this(problems, List.of());
        }
    }
}
