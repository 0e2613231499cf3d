package uk.thinkuknow;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.SourcePatterns.Used;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * Tests that no regular expression of the product takes long over a hostile text of 64 KB, or uses up the stack: each
 * may look at a character of the text 256 times on average. A text of a person or of a file could hold up a page
 * otherwise.
 */
class LinearPatternsTest {
    private static final int SIZE = 64 * 1024;
    private static final int LOOKS = 256;
    /** A smaller text that shows sooner what would be slow. */
    private static final int FIRST_SIZE = 4 * 1024;

    private static final int FIRST_LOOKS = 64;

    private static final Pattern UNBOUNDED = Pattern.compile("[*+]|,}|\\{\\d+,\\d{3,}");
    /** A group that is repeated without being possessive takes a piece of the stack each time. */
    private static final Pattern REPEATED_GROUP = Pattern.compile("\\)(?:[*+]|\\{\\d*,})(?!\\+)");

    @Test
    void noPatternIsSlowOverAHostileText() throws IOException, InterruptedException {
        var patterns = SourcePatterns.read(Path.of("src/main/java")).stream()
                .filter(used -> UNBOUNDED.matcher(used.regex()).find())
                .distinct()
                .toList();
        assertTrue(patterns.size() > 150, "only " + patterns.size());
        assertEquals(List.of(), onASmallStack(patterns.stream().filter(used -> TestSample.isOneInTen(used.regex()))));
    }

    @Test
    void aSlowPatternIsFound() throws InterruptedException {
        var slow = Stream.of(
                        "]\\([^)]*\\)",
                        "\\s*\\n\\s*",
                        "-+$",
                        "\\{(\\d*):([A-Z_]+):((?:[^\\\\}]++|\\\\.)*+)}",
                        "(a|b)*c")
                .map(regex -> new Used("Test.java", false, regex, 0))
                .toList();
        assertEquals(slow.size(), onASmallStack(slow.stream()).size());
    }

    /** A server's thread has a stack of a megabyte. */
    private static List<String> onASmallStack(Stream<Used> patterns) throws InterruptedException {
        var found = new java.util.concurrent.CopyOnWriteArrayList<String>();
        var thread = new Thread(
                null, () -> patterns.flatMap(used -> fault(used).stream()).forEach(found::add), "patterns", 1 << 20);
        thread.start();
        thread.join();
        return found;
    }

    private static Optional<String> fault(Used used) {
        var pattern = used.pattern();
        boolean groups = REPEATED_GROUP.matcher(used.regex()).find();
        return HostileTexts.of(pattern).stream()
                .filter(hostile ->
                        groups || !isQuick(used, pattern, hostile.text(FIRST_SIZE), FIRST_LOOKS * FIRST_SIZE))
                .filter(hostile -> !isQuick(used, pattern, hostile.text(SIZE), LOOKS * SIZE))
                .findFirst()
                .map(hostile -> used.file() + ": " + used.regex() + " over " + hostile);
    }

    private static boolean isQuick(Used used, Pattern pattern, String text, int most) {
        var matcher = pattern.matcher(new Counted(text, new int[] {most}));
        try {
            if (used.wholeTexts()) {
                matcher.matches();
                return true;
            }
            while (matcher.find()) {
                // to the end of the text
            }
            return true;
        } catch (TooManyLooks | StackOverflowError e) {
            return false;
        }
    }

    /** A text that may be looked at a number of times. */
    private record Counted(String text, int[] left) implements CharSequence {
        @Override
        public int length() {
            return text.length();
        }

        @Override
        public char charAt(int index) {
            if (--left[0] < 0) {
                throw new TooManyLooks();
            }
            return text.charAt(index);
        }

        @Override
        public CharSequence subSequence(int from, int to) {
            return text.substring(from, to);
        }

        @Override
        public String toString() {
            return text;
        }
    }

    private static final class TooManyLooks extends RuntimeException {
        TooManyLooks() {
            super(null, null, false, false);
        }
    }
}
