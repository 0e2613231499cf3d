package uk.thinkuknow;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

/**
 * Checks that each test is in the source root of its layer: src/test needs no container, src/http starts the product on
 * MariaDB, and src/journey drives a browser.
 */
class TestRootsTest {
    private static final Pattern CONTAINER = Pattern.compile("^@QuarkusTest\\b", Pattern.MULTILINE);
    private static final Pattern BROWSER = Pattern.compile("^@Tag\\(\"journey\"\\)", Pattern.MULTILINE);
    private static final Pattern BASE = Pattern.compile("^(public )?abstract class ", Pattern.MULTILINE);

    @Test
    void everyTestIsInTheSourceRootOfItsLayer() throws IOException {
        var misplaced = new ArrayList<String>();
        for (var file : sources("test", "http", "drill")) {
            if (has(BROWSER, file)) {
                misplaced.add(file + " drives a browser: move it to src/journey/java.");
            }
        }
        for (var file : sources("test", "journey", "drill")) {
            if (has(CONTAINER, file)) {
                misplaced.add(file + " is a @QuarkusTest: move it to src/http/java.");
            }
        }
        for (var file : sources("http")) {
            if (file.toString().endsWith("Test.java") && !has(CONTAINER, file) && !has(BASE, file)) {
                misplaced.add(file + " needs no container: move it to src/test/java.");
            }
        }
        assertEquals("", String.join("\n", misplaced));
    }

    private static List<Path> sources(String... roots) throws IOException {
        var found = new ArrayList<Path>();
        for (var root : roots) {
            try (var files = Files.walk(Path.of("src", root, "java"))) {
                files.filter(file -> file.toString().endsWith(".java")).forEach(found::add);
            }
        }
        return found;
    }

    private static boolean has(Pattern pattern, Path file) throws IOException {
        return pattern.matcher(Files.readString(file)).find();
    }
}
