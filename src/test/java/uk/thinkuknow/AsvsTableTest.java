package uk.thinkuknow;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * Checks docs/compliance/asvs.md: no requirement is there twice, and for every met one it names a test or a command
 * that exists.
 */
class AsvsTableTest {
    private static final Path TABLE = Path.of("docs/compliance/asvs.md");
    private static final Path TESTS = Path.of("src");
    private static final Pattern ROW = Pattern.compile(
            "\\| (\\d{1,2}\\.\\d{1,2}\\.\\d{1,2}) \\| ([123]) \\| ([^|]+) \\| ([^|]+) \\| ([^|]*) \\| ([^|]*) \\|");
    private static final Pattern NAMED = Pattern.compile("`([^`]+)`");
    private static final Set<String> STATES = Set.of("met", "in part", "Keycloak", "not met", "n/a");

    private static List<Row> rows;
    private static Map<String, String> tests;

    /** A requirement in the table. */
    private record Row(String id, String state, String how, List<String> seenBy) {}

    @BeforeAll
    static void read() throws IOException {
        rows = new ArrayList<>();
        for (var line : Files.readAllLines(TABLE)) {
            if (line.matches("\\| \\d.*")) {
                var row = ROW.matcher(line);
                assertTrue(row.matches(), line);
                var named = NAMED.matcher(row.group(6))
                        .results()
                        .map(name -> name.group(1))
                        .toList();
                rows.add(new Row(row.group(1), row.group(4), row.group(5), named));
            }
        }
        try (var files = Files.walk(TESTS)) {
            tests = files.filter(file -> file.toString().endsWith("Test.java"))
                    .collect(Collectors.groupingBy(
                            file -> file.getFileName().toString().replace(".java", ""),
                            Collectors.mapping(AsvsTableTest::text, Collectors.joining())));
        }
    }

    @Test
    void requirementsAreInOrderAndNoneIsThereTwice() {
        var ids = rows.stream().map(Row::id).toList();
        assertEquals(ids.stream().distinct().toList(), ids);
        assertEquals(
                ids.stream().sorted((one, other) -> order(one) - order(other)).toList(), ids);
        assertTrue(ids.size() > 250, "" + ids.size());
    }

    @Test
    void eachRequirementHasAStateAMetOneATestAndOneNotFullyMetAnExplanation() {
        var unsaid = new TreeSet<String>();
        for (var row : rows) {
            if (!STATES.contains(row.state())
                    || (row.state().equals("met") && row.seenBy().isEmpty())
                    || (Set.of("in part", "not met", "n/a").contains(row.state())
                            && row.how().isBlank())) {
                unsaid.add(row.toString());
            }
        }
        assertEquals(new TreeSet<>(), unsaid);
    }

    @Test
    void theTableNamesOnlyTestsAndCommandsThatExist() throws IOException {
        var missing = new TreeSet<String>();
        for (var row : rows) {
            for (var named : row.seenBy()) {
                var parts = named.split("[# ]");
                var isThere = named.startsWith("scripts/")
                        ? Files.isExecutable(Path.of(parts[0])) && (parts.length == 1 || isDrill(parts[1]))
                        : tests.containsKey(parts[0])
                                && (parts.length == 1 || tests.get(parts[0]).contains(" " + parts[1] + "("));
                if (!isThere) {
                    missing.add(row.id() + " " + named);
                }
            }
        }
        assertEquals(new TreeSet<>(), missing);
    }

    private static boolean isDrill(String name) {
        return text(Path.of("scripts/lib/drills.table")).lines().anyMatch(line -> line.startsWith(name + " "));
    }

    private static int order(String id) {
        var parts = id.split("\\.");
        return Integer.parseInt(parts[0]) * 10_000 + Integer.parseInt(parts[1]) * 100 + Integer.parseInt(parts[2]);
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new IllegalStateException(file.toString(), e);
        }
    }
}
