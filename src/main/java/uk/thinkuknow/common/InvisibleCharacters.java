package uk.thinkuknow.common;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Finds and removes invisible characters: control codes, characters without width, marks of text direction, and what
 * Unicode never makes a character of. With them, a name reads differently from how it is stored, and no XML can be made of
 * it. The invisible characters that emoji need are kept.
 */
public final class InvisibleCharacters {
    private static final String DIRECTION = "\\u061C\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069";
    private static final String NO_WIDTH =
            "\\u17B4\\u17B5\\u180B-\\u180E\\u200B\\u2060-\\u2064\\u206A-\\u206F\\uFEFF\\uFFF0-\\uFFFB\\x{E0000}-\\x{E0FFF}";
    /** Halves of surrogate pairs, and numbers such as U+FFFE. */
    private static final String NEVER = "\\p{Cs}\\p{IsNoncharacter_Code_Point}";
    /** Fillers of Korean syllables and the empty Braille pattern look like a space, and are none. */
    private static final String EMPTY = "\\u115F\\u1160\\u2800\\u3164\\uFFA0";
    /** The flags of England, Scotland and Wales: a black one, and letters that nobody sees. */
    private static final String FLAG = "\\x{1F3F4}\\x{E0067}\\x{E0062}(?:\\x{E0065}\\x{E006E}\\x{E0067}"
            + "|\\x{E0073}\\x{E0063}\\x{E0074}|\\x{E0077}\\x{E006C}\\x{E0073})\\x{E007F}";

    private static final Pattern FLAG_OR_CHARACTER = Pattern.compile(
            FLAG + "|([\\p{Cntrl}\\u0080-\\u009F\\u2028\\u2029" + DIRECTION + NO_WIDTH + NEVER + EMPTY + "])");
    private static final Pattern BETWEEN_LINES = Pattern.compile("[\\t\\n\\r]");
    private static final int SHOWN = 40;

    private InvisibleCharacters() {}

    /** The error message if a text has an invisible character or is not one line; otherwise empty. */
    public static Optional<String> faultInLine(String text) {
        return FLAG_OR_CHARACTER
                .matcher(text)
                .results()
                .filter(found -> found.group(1) != null)
                .findFirst()
                .map(found -> sentence(text, found.group().codePointAt(0)));
    }

    /** The error message if a text has an invisible character other than line breaks and tabs; otherwise empty. */
    public static Optional<String> faultInLines(String text) {
        return faultInLine(BETWEEN_LINES.matcher(text).replaceAll(" "));
    }

    /** Returns the text without invisible characters; tabs and line breaks stay. */
    public static String removeFrom(String text) {
        return replaceIn(text, "", true);
    }

    private static String replaceIn(String text, String with, boolean linesStay) {
        return FLAG_OR_CHARACTER.matcher(text).replaceAll(found -> {
            var all = found.group();
            return found.group(1) == null
                            || linesStay && BETWEEN_LINES.matcher(all).matches()
                    ? all
                    : with;
        });
    }

    private static String sentence(String text, int found) {
        var shown = replaceIn(text, "\uFFFD", false);
        var start = shown.length() > SHOWN ? shown.substring(0, shown.offsetByCodePoints(0, SHOWN / 2)) + "…" : shown;
        return BETWEEN_LINES.matcher(Character.toString(found)).matches()
                ? Words.of("common.notOneLine", start)
                : Words.of("common.invisibleCharacter", start, "%04X".formatted(found));
    }
}
