package uk.thinkuknow.exchange.content;

import org.jspecify.annotations.Nullable;
import uk.thinkuknow.curriculum.lesson.Picture;

/** A thing that is to be put somewhere, or a place for it, by the name it has in its file. */
public record Thing(String id, String text, @Nullable Picture picture) {
    public static Thing of(String text) {
        return new Thing(text, text, null);
    }
}
