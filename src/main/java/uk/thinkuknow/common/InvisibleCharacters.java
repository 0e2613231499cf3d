package uk.thinkuknow.common;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Finds and removes invisible characters: control codes, characters without width, and marks of text direction. With
 * them, a name reads differently from how it is stored. The invisible characters that emoji need are kept.
 */
public final class InvisibleCharacters {
    private static final String DIRECTION = "\\u061C\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069";
    private static final String NO_WIDTH = "\\u200B\\u2060\\uFEFF";
    private static final Pattern CHARACTER =
            Pattern.compile("[\\p{Cntrl}\\u0080-\\u009F\\u2028\\u2029" + DIRECTION + NO_WIDTH + "]");
    private static final Pattern BETWEEN_LINES = Pattern.compile("[\\t\\n\\r]");
    private static final Pattern OF_NO_USE = Pattern.compile("(?![\\t\\n\\r])" + CHARACTER);
    private static final int SHOWN = 40;

    private InvisibleCharacters() {}

    /** The error message if a text has an invisible character or is not one line; otherwise empty. */
    public static Optional<String> faultInLine(String text) {
        var found = CHARACTER.matcher(text);
        return found.find() ? Optional.of(sentence(text, found.group().charAt(0))) : Optional.empty();
    }

    /** The error message if a text has an invisible character other than line breaks and tabs; otherwise empty. */
    public static Optional<String> faultInLines(String text) {
        return faultInLine(BETWEEN_LINES.matcher(text).replaceAll(" "));
    }

    /** Returns the text without invisible characters; tabs and line breaks stay. */
    public static String removeFrom(String text) {
        return OF_NO_USE.matcher(text).replaceAll("");
    }

    private static String sentence(String text, char found) {
        var shown = CHARACTER.matcher(text).replaceAll("\uFFFD");
        var start = shown.length() > SHOWN ? shown.substring(0, shown.offsetByCodePoints(0, SHOWN / 2)) + "…" : shown;
        return BETWEEN_LINES.matcher(String.valueOf(found)).matches()
                ? Words.of("common.notOneLine", start)
                : Words.of("common.invisibleCharacter", start, "%04X".formatted((int) found));
    }
}
