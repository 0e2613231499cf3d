package uk.thinkuknow.exchange.content;

import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.curriculum.lesson.Picture;

/** The pictures that come with somebody's items. */
public interface Media {
    Media NONE = source -> null;

    /** What kind of picture stands in a text itself, and its bytes. */
    Pattern EMBEDDED = Pattern.compile("(?s)data:image/(png|jpe?g|gif|svg\\+xml);base64,(.*)");

    /** The bytes of a file by the address that an item gives; nothing if it is not there. */
    byte @Nullable [] find(String source);

    /** A picture of ours of it; where it cannot be taken over, that is put among what is lost, and there is none. */
    default @Nullable Picture picture(Draft draft, String source, String words, Set<String> lost) {
        if (source.startsWith("data:")) {
            return embedded(draft, source, words, lost);
        }
        var name = source.substring(source.lastIndexOf('/') + 1);
        if (!name.toLowerCase(Locale.ROOT).matches(".*\\.(svg|png|jpe?g|gif)")) {
            lost.add("its picture " + name + ": only drawings (SVG) and photographs (PNG, JPEG) can be taken over");
            return null;
        }
        var bytes = find(source);
        if (bytes == null) {
            lost.add("its picture " + name + ", which is not in the file");
            return null;
        }
        return taken(draft, source, bytes, name.toLowerCase(Locale.ROOT).endsWith(".svg"), words, lost);
    }

    private static @Nullable Picture taken(
            Draft draft, String source, byte[] bytes, boolean drawn, String words, Set<String> lost) {
        var picture = drawn ? draft.drawing(source, bytes, words, lost) : draft.photograph(source, bytes, words, lost);
        return picture.file().isEmpty() ? null : picture;
    }

    /** A picture that is part of the text: it is cleaned or made anew as any other. */
    private static @Nullable Picture embedded(Draft draft, String source, String words, Set<String> lost) {
        var told = EMBEDDED.matcher(source);
        if (!told.matches()) {
            lost.add("a picture inside its text: only drawings (SVG) and photographs (PNG, JPEG) can be taken over");
            return null;
        }
        try {
            var bytes = Base64.getMimeDecoder().decode(told.group(2));
            var name = "embedded-" + Integer.toHexString(Arrays.hashCode(bytes));
            return taken(draft, name, bytes, told.group(1).startsWith("svg"), words, lost);
        } catch (IllegalArgumentException e) {
            lost.add("a picture inside its text, which is broken");
            return null;
        }
    }

    /** The first picture among words that can be taken over. */
    default @Nullable Picture first(Draft draft, Rich words, Set<String> lost) {
        Picture first = null;
        for (var image : words.images()) {
            var picture = picture(draft, image.source(), image.words(), lost);
            if (first == null) {
                first = picture;
            } else if (picture != null && !picture.file().equals(first.file())) {
                lost.add("its second picture "
                        + (image.source().startsWith("data:")
                                ? "inside its text"
                                : image.source().replaceAll(".*/", "")));
            }
        }
        return first;
    }
}
