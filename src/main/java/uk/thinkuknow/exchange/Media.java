package uk.thinkuknow.exchange;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.curriculum.Picture;

/** The pictures that come with somebody's items. */
interface Media {
    Media NONE = source -> null;

    /** The bytes of a file by the address that an item gives; nothing if it is not there. */
    byte @Nullable [] find(String source);

    /** A picture of ours of it; where it cannot be taken over, that is put among what is lost, and there is none. */
    default @Nullable Picture picture(Draft draft, String source, String words, Set<String> lost) {
        var name = source.startsWith("data:") ? "inside its text" : source.substring(source.lastIndexOf('/') + 1);
        if (!name.toLowerCase(Locale.ROOT).matches(".*\\.(svg|png|jpe?g|gif)")) {
            lost.add("its picture " + name + ": only drawings (SVG) and photographs (PNG, JPEG) can be taken over");
            return null;
        }
        var bytes = find(source);
        if (bytes == null) {
            lost.add("its picture " + name + ", which is not in the file");
            return null;
        }
        var picture = name.toLowerCase(Locale.ROOT).endsWith(".svg")
                ? draft.drawing(source, bytes, words, lost)
                : draft.photograph(source, bytes, words, lost);
        return picture.file().isEmpty() ? null : picture;
    }

    /** The first picture among words that can be taken over. */
    default @Nullable Picture first(Draft draft, Rich words, Set<String> lost) {
        Picture first = null;
        for (var image : words.images()) {
            var picture = picture(draft, image.source(), image.words(), lost);
            if (first == null) {
                first = picture;
            } else if (picture != null && !picture.file().equals(first.file())) {
                lost.add("its second picture " + image.source().replaceAll(".*/", ""));
            }
        }
        return first;
    }
}
