package uk.thinkuknow.curriculum.lesson;

import uk.thinkuknow.common.Refused;
import uk.thinkuknow.common.Words;

/** Thrown to refuse to start a session with a withdrawn module. */
public final class LessonWithdrawn extends Refused {
    public LessonWithdrawn(String title) {
        super(Words.of("lessonParts.theProgrammeHasWithdrawnSo", title));
    }
}
