package uk.thinkuknow.exchange.content;

import org.jspecify.annotations.Nullable;
import uk.thinkuknow.curriculum.lesson.Picture;

/** A thing or a place of a match or sort question, with its id in the imported file. */
public record MatchItem(String id, String text, @Nullable Picture picture) {
    public static MatchItem of(String text) {
        return new MatchItem(text, text, null);
    }
}
