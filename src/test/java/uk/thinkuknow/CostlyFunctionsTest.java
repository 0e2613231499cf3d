package uk.thinkuknow;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Checks the list of costly functions in docs/benchmarks/README.md. */
class CostlyFunctionsTest {
    private static final Pattern CLASS = Pattern.compile("`([A-Z]\\w*[a-z]\\w*)`");

    @Test
    void eachCostlyFunctionSaysWhatProtectsAndEachClassOfTheListExists() throws IOException {
        var list = Files.readString(Path.of("docs/benchmarks/README.md"))
                .replaceFirst("(?s).*\n## Costly functions, and what protects them\n", "")
                .replaceFirst("(?s)\n## .*", "");
        var rows = list.lines().filter(row -> row.startsWith("| ")).toList();
        assertEquals(16, rows.size(), "with its head");
        rows.forEach(row -> assertTrue(row.matches("\\|(?: [^ |][^|]* \\|){4}"), row));
        var missing =
                CLASS.matcher(list).results().map(name -> name.group(1)).collect(Collectors.toCollection(TreeSet::new));
        assertTrue(missing.size() > 10, missing.toString());
        try (var files = Files.walk(Path.of("src/main/java"))) {
            files.forEach(file -> missing.remove(file.getFileName().toString().replace(".java", "")));
        }
        assertEquals(new TreeSet<>(), missing);
    }
}
