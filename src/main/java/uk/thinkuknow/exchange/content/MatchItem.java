package uk.thinkuknow.exchange.content;

import org.jspecify.annotations.Nullable;
import uk.thinkuknow.curriculum.lesson.Picture;

/**
 * A thing or a place of an imported match or sort question. Its id is that of the file or, if the file has none, its
 * text.
 */
public record MatchItem(String id, String text, @Nullable Picture picture) {
    public static MatchItem of(String text) {
        return new MatchItem(text, text, null);
    }
}
