package uk.thinkuknow.exchange.content;

import uk.thinkuknow.curriculum.lesson.LessonFolder;

/** The result of importing a file: a lesson with a report, or a refusal. */
public sealed interface ImportResult {
    /**
     * The imported lesson and its report. Required fields that the file does not give are empty or missing, so that the
     * checks ask the author for them.
     *
     * @param folder the lesson's files; its name is the lesson's key
     */
    record ImportedLesson(LessonFolder folder, ImportReport report) implements ImportResult {}

    /**
     * A refusal: no lesson was made from the file.
     *
     * @param why the reason in one or two sentences, for the person who imports the file
     * @param code the key of that sentence; empty if a file that is only of another kind was refused
     */
    record ImportRefusal(String why, String code) implements ImportResult {
        public ImportRefusal(String why) {
            this(why, "");
        }
    }
}
