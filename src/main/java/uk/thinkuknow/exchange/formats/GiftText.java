package uk.thinkuknow.exchange.formats;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The text of a GIFT file: its bytes as letters, its questions apart, and what is escaped hidden from those who look for signs. */
final class GiftText {
    static final String CATEGORY = "$CATEGORY:";
    private static final String CONTROL = "~=#{}:\\n>";
    private static final char HIDDEN = '\uE100';
    /** A backslash before a formula's word, such as \neq, is not a new line. */
    private static final Pattern ESCAPED =
            Pattern.compile("\\\\(?!n(?:eq|eg|u|abla|ot|mid|i|e|ode|ewline)\\b)([" + Pattern.quote(CONTROL) + "])");

    private static final Pattern SIGN =
            Pattern.compile("[" + HIDDEN + "-" + (char) (HIDDEN + CONTROL.length() - 1) + "]");
    private static final Pattern NAME = Pattern.compile("^(\\[\\w+])?\\s*::.*");
    private static final Pattern PRE = Pattern.compile("(?i)<(/?)pre\\b");

    private GiftText() {}

    /** UTF-8 or UTF-16, as its first bytes say; what is neither is taken for the alphabet of Western Europe. */
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

    /** Questions are apart by an empty line, comments are left out, and what is escaped is hidden. */
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
            // An example of a programme has empty lines of its own.
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

    static String shown(String text) {
        return SIGN.matcher(text).replaceAll(found -> {
            char sign = CONTROL.charAt(found.group().charAt(0) - HIDDEN);
            return sign == 'n' ? "\n" : Matcher.quoteReplacement(String.valueOf(sign));
        });
    }

    /** Does somebody ask for a new line in it? */
    static boolean hasNewLine(String hidden) {
        return hidden.indexOf(HIDDEN + CONTROL.indexOf('n')) >= 0;
    }
}
