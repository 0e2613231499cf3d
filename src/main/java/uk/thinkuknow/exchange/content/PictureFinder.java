package uk.thinkuknow.exchange.content;

import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.curriculum.lesson.Picture;

/** Finds the pictures that an imported file refers to and adds them to the lesson. */
public interface PictureFinder {
    PictureFinder NONE = source -> null;

    /** A data URL of a picture: its type and its bytes in Base64. */
    Pattern EMBEDDED = Pattern.compile("(?s)data:image/(png|jpe?g|gif|svg\\+xml);base64,(.*)");

    /** Returns the bytes of the file at the address that an item gives; null if there is none. */
    byte @Nullable [] find(String source);

    /**
     * Adds the picture at this address to the lesson; if that is not possible, records the reason in {@code lost} and
     * returns null.
     */
    default @Nullable Picture picture(LessonBuilder draft, String source, String words, Set<String> lost) {
        if (source.startsWith("data:")) {
            return embedded(draft, source, words, lost);
        }
        var name = source.substring(source.lastIndexOf('/') + 1);
        if (!name.toLowerCase(Locale.ROOT).matches(".*\\.(svg|png|jpe?g|gif)")) {
            lost.add(Words.of("content.itsPictureOnlyDrawingsSvg", name));
            return null;
        }
        var bytes = find(source);
        if (bytes == null) {
            lost.add(Words.of("content.itsPictureWhichIsNot", name));
            return null;
        }
        return taken(draft, source, bytes, name.toLowerCase(Locale.ROOT).endsWith(".svg"), words, lost);
    }

    private static @Nullable Picture taken(
            LessonBuilder draft, String source, byte[] bytes, boolean drawn, String words, Set<String> lost) {
        var picture = drawn ? draft.drawing(source, bytes, words, lost) : draft.photograph(source, bytes, words, lost);
        return picture.file().isEmpty() ? null : picture;
    }

    /** Adds a picture from a data URL; it is checked or re-encoded like any other. */
    private static @Nullable Picture embedded(LessonBuilder draft, String source, String words, Set<String> lost) {
        var told = EMBEDDED.matcher(source);
        if (!told.matches()) {
            lost.add(Words.of("content.aPictureInsideItsText"));
            return null;
        }
        try {
            var bytes = Base64.getMimeDecoder().decode(told.group(2));
            var name = "embedded-" + Integer.toHexString(Arrays.hashCode(bytes));
            return taken(draft, name, bytes, told.group(1).startsWith("svg"), words, lost);
        } catch (IllegalArgumentException e) {
            lost.add(Words.of("content.aPictureInsideItsTextWhich"));
            return null;
        }
    }

    /**
     * Adds the pictures of a text to the lesson and returns the first; null if there is none. Records further pictures
     * in {@code lost}, because a step shows one.
     */
    default @Nullable Picture first(LessonBuilder draft, RichText words, Set<String> lost) {
        Picture first = null;
        for (var image : words.images()) {
            var picture = picture(draft, image.source(), image.words(), lost);
            if (first == null) {
                first = picture;
            } else if (picture != null && !picture.file().equals(first.file())) {
                lost.add(
                        image.source().startsWith("data:")
                                ? Words.of("content.secondPictureInText")
                                : Words.of(
                                        "content.secondPicture", image.source().replaceAll("(?s)^.*/", "")));
            }
        }
        return first;
    }
}
