package uk.thinkuknow.exchange.formats;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Decodes a GIFT file and splits it into questions. Escaped characters are replaced by characters of Unicode's private
 * area, so that the parser does not take them for signs of the format.
 */
final class GiftText {
    static final String CATEGORY = "$CATEGORY:";
    private static final String CONTROL = "~=#{}:\\n>";
    private static final char HIDDEN = '\uE100';
    /** A backslash before a word of a formula, such as \neq, is not a line break. */
    private static final Pattern ESCAPED =
            Pattern.compile("\\\\(?!n(?:eq|eg|u|abla|ot|mid|i|e|ode|ewline)\\b)([" + Pattern.quote(CONTROL) + "])");

    private static final Pattern SIGN =
            Pattern.compile("[" + HIDDEN + "-" + (char) (HIDDEN + CONTROL.length() - 1) + "]");
    private static final Pattern NAME = Pattern.compile("^(\\[\\w+])?\\s*::.*");
    private static final Pattern PRE = Pattern.compile("(?i)<(/?)pre\\b");

    private GiftText() {}

    /** Decodes UTF-8, or UTF-16 with a byte order mark; anything else is read as ISO 8859-1. */
    static String of(byte[] bytes) {
        if (bytes.length > 1 && (bytes[0] == -1 && bytes[1] == -2 || bytes[0] == -2 && bytes[1] == -1)) {
            return new String(bytes, StandardCharsets.UTF_16).replace("\uFEFF", "");
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString()
                    .replace("\uFEFF", "");
        } catch (CharacterCodingException e) {
            return new String(bytes, StandardCharsets.ISO_8859_1);
        }
    }

    /**
     * Splits the text into questions, drops comments and hides escaped characters. A question ends at an empty line
     * outside braces and program code, or where the next one has a name.
     */
    static List<String> blocks(String text) {
        var blocks = new ArrayList<String>();
        var block = new StringBuilder();
        boolean open = false;
        boolean pre = false;
        for (var line : text.split("\\R")) {
            var plain = line.strip();
            if (plain.startsWith("//")) {
                continue;
            }
            boolean next = NAME.matcher(plain).matches() || plain.startsWith(CATEGORY);
            if (next || plain.isEmpty() && !open && !pre) {
                end(block, blocks);
                open = false;
                pre = false;
            }
            var hidden = hidden(line);
            for (int i = 0; i < hidden.length(); i++) {
                open = hidden.charAt(i) == '{' || hidden.charAt(i) != '}' && open;
            }
            // Program code has empty lines of its own.
            var tags = PRE.matcher(hidden);
            while (tags.find()) {
                pre = tags.group(1).isEmpty();
            }
            block.append(hidden).append('\n');
        }
        end(block, blocks);
        return blocks;
    }

    private static void end(StringBuilder block, List<String> blocks) {
        if (!block.toString().isBlank()) {
            blocks.add(block.toString().strip());
        }
        block.setLength(0);
    }

    private static String hidden(String line) {
        return ESCAPED.matcher(line)
                .replaceAll(found -> String.valueOf((char) (HIDDEN + CONTROL.indexOf(found.group(1)))));
    }

    /** Returns a text with its hidden characters, without their backslashes. */
    static String shown(String text) {
        return SIGN.matcher(text).replaceAll(found -> {
            char sign = CONTROL.charAt(found.group().charAt(0) - HIDDEN);
            return sign == 'n' ? "\n" : Matcher.quoteReplacement(String.valueOf(sign));
        });
    }

    /** Returns whether the text has an escaped line break. */
    static boolean hasNewLine(String hidden) {
        return hidden.indexOf(HIDDEN + CONTROL.indexOf('n')) >= 0;
    }
}
