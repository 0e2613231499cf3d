package uk.thinkuknow.curriculum;

import uk.thinkuknow.shared.Refused;

/** A module that is out of use cannot be taught; a new version of it could. */
public final class LessonWithdrawn extends Refused {
    LessonWithdrawn(String title) {
        super("The programme has withdrawn “" + title + "”, so it cannot be taught. Choose another lesson.");
    }
}
