package uk.thinkuknow.exchange.formats;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The text of a GIFT file: its bytes as letters, its questions apart, and what is escaped hidden from those who look for signs. */
final class GiftText {
    static final String CATEGORY = "$CATEGORY:";
    private static final String CONTROL = "~=#{}:\\n>";
    private static final int HIDDEN = 0xE100;
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
        var hidden = new StringBuilder();
        for (int i = 0; i < line.length(); i++) {
            int which = line.charAt(i) == '\\' && i + 1 < line.length() ? CONTROL.indexOf(line.charAt(i + 1)) : -1;
            // A backslash before a formula's word, such as \neq, is not a new line.
            boolean word = which == CONTROL.indexOf('n')
                    && i + 2 < line.length()
                    && line.substring(i + 2).matches("(?:eq|eg|u|abla|ot|mid|i|e|ode|ewline)\\b.*");
            if (which >= 0 && !word) {
                hidden.append((char) (HIDDEN + which));
                i++;
            } else {
                hidden.append(line.charAt(i));
            }
        }
        return hidden.toString();
    }

    static String shown(String text) {
        var shown = new StringBuilder();
        for (char sign : text.toCharArray()) {
            int which = sign - HIDDEN;
            if (which < 0 || which >= CONTROL.length()) {
                shown.append(sign);
            } else {
                shown.append(CONTROL.charAt(which) == 'n' ? "\n" : String.valueOf(CONTROL.charAt(which)));
            }
        }
        return shown.toString();
    }

    /** Does somebody ask for a new line in it? */
    static boolean hasNewLine(String hidden) {
        return hidden.indexOf(HIDDEN + CONTROL.indexOf('n')) >= 0;
    }
}
