package uk.thinkuknow.curriculum.lesson;

import uk.thinkuknow.common.Refused;

/** A module that is out of use cannot be taught; a new version of it could. */
public final class LessonWithdrawn extends Refused {
    public LessonWithdrawn(String title) {
        super("The programme has withdrawn “" + title + "”, so it cannot be taught. Choose another lesson.");
    }
}
