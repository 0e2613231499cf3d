package uk.thinkuknow.exchange.content;

import uk.thinkuknow.curriculum.lesson.LessonFolder;

/** What came of reading somebody's file. */
public sealed interface Imported {
    /**
     * A module, most often with something left to mend: what the file does not say is left empty, so that the checks ask for it.
     *
     * @param folder whose name is the module's key
     */
    record Taken(LessonFolder folder, ImportReport report) implements Imported {}

    /** Nothing could be taken over; the reason in a sentence or two for whoever brought the file. */
    record Refused(String why) implements Imported {}
}
