package uk.thinkuknow.classroom.board;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

/**
 * Tests that the styles of children's pages use nothing that old school tablets (Safari 15.0, Chrome 92) lack, and no
 * data: addresses. The rules for scripts are in {@code src/web-test}.
 */
class OldTabletsTest {
    @Test
    void stylesUseNothingThatOldBrowsersLackNorDataAddresses() throws IOException {
        var lacking = Pattern.compile(
                ":has\\(|@layer|@container|@property|\\bd?vh;|[0-9]dvh|[0-9]svh|color-mix|accent-color|oklch|subgrid|text-wrap|&:|data:");
        assertEquals(
                List.of(),
                matches(lacking, Path.of("target/classes/assets/css/child.css")).toList());
    }

    private static Stream<String> matches(Pattern pattern, Path file) {
        try {
            return pattern.matcher(Files.readString(file))
                    .results()
                    .map(found -> file.getFileName() + ": " + found.group());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
