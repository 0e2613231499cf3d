package uk.thinkuknow.curriculum.lesson;

import uk.thinkuknow.common.Refused;

/** Thrown to refuse to start a session with a withdrawn module. */
public final class LessonWithdrawn extends Refused {
    public LessonWithdrawn(String title) {
        super("lessonParts.theProgrammeHasWithdrawnSo", title);
    }
}
