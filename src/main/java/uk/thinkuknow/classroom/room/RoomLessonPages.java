package uk.thinkuknow.classroom.room;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.classroom.player.LessonPages;
import uk.thinkuknow.classroom.player.RenderedPage;
import uk.thinkuknow.common.Language;
import uk.thinkuknow.curriculum.lesson.PublishedModule;
import uk.thinkuknow.curriculum.lesson.TaughtLesson;
import uk.thinkuknow.curriculum.welsh.PageLanguage;

/** The lesson of a room in the session's language or in the one a child chose, with rendered pages cached. */
public final class RoomLessonPages {
    private final PublishedModule module;
    private final RoomRow row;
    private final LessonPages pages;
    private final Map<PageKey, RenderedPage> kept = new ConcurrentHashMap<>();

    /** Cache key: content hash of the lesson, and its language. */
    private record PageKey(String hash, PageLanguage spoken) {}

    RoomLessonPages(PublishedModule module, RoomRow row, LessonPages pages) {
        this.module = module;
        this.row = row;
        this.pages = pages;
        page(row.language());
    }

    /** The lesson in the session's language, or in English if that language is not offered now. */
    TaughtLesson taught() {
        return pages.taught(module, row.language());
    }

    /** The page in the language asked for; null means the session's language. */
    public RenderedPage page(@Nullable Language asked) {
        var language = asked == null ? row.language() : asked;
        var taught = pages.taught(module, language);
        return kept.computeIfAbsent(
                new PageKey(taught.hash(), taught.spoken()), words -> pages.of(module, row.nation(), language));
    }
}
