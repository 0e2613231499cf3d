package uk.thinkuknow.classroom;

import org.jspecify.annotations.Nullable;
import uk.thinkuknow.curriculum.PublishedModule;
import uk.thinkuknow.curriculum.Taught;
import uk.thinkuknow.shared.Language;

/** The lesson of a room in the words of its session, or in those a child asks for on her device. */
record RoomWords(PublishedModule module, RoomRow row, LessonPages pages) {
    RoomWords {
        pages.of(module, row.nation(), row.language());
    }

    /** In the language of the session, if that is offered now. */
    Taught taught() {
        return pages.taught(module, row.language());
    }

    /** The page in the language asked for, or in that of the session. */
    RenderedLesson page(@Nullable Language asked) {
        return pages.of(module, row.nation(), asked == null ? row.language() : asked);
    }
}
