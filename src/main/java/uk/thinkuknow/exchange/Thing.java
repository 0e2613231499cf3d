package uk.thinkuknow.exchange;

import org.jspecify.annotations.Nullable;
import uk.thinkuknow.curriculum.Picture;

/** A thing that is to be put somewhere, or a place for it, by the name it has in its file. */
record Thing(String id, String text, @Nullable Picture picture) {
    static Thing of(String text) {
        return new Thing(text, text, null);
    }
}
