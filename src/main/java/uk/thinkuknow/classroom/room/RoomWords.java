package uk.thinkuknow.classroom.room;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.classroom.player.LessonPages;
import uk.thinkuknow.classroom.player.RenderedLesson;
import uk.thinkuknow.common.Language;
import uk.thinkuknow.curriculum.lesson.PublishedModule;
import uk.thinkuknow.curriculum.lesson.Taught;
import uk.thinkuknow.curriculum.welsh.Spoken;

/** The lesson of a room in the words of its session, or in those a child asks for on her device. */
public final class RoomWords {
    private final PublishedModule module;
    private final RoomRow row;
    private final LessonPages pages;
    private final Map<Words, RenderedLesson> kept = new ConcurrentHashMap<>();

    private record Words(String hash, Spoken spoken) {}

    RoomWords(PublishedModule module, RoomRow row, LessonPages pages) {
        this.module = module;
        this.row = row;
        this.pages = pages;
        page(row.language());
    }

    /** In the language of the session, if that is offered now. */
    Taught taught() {
        return pages.taught(module, row.language());
    }

    /** The page in the language asked for, or in that of the session. */
    public RenderedLesson page(@Nullable Language asked) {
        var language = asked == null ? row.language() : asked;
        var taught = pages.taught(module, language);
        return kept.computeIfAbsent(
                new Words(taught.hash(), taught.spoken()), words -> pages.of(module, row.nation(), language));
    }
}
