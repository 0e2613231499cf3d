package uk.thinkuknow;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * Checks docs/compliance/asvs.md: no requirement is there twice, and for every met one it names a test or a command
 * that exists. A requirement of a section on documentation may name a document instead.
 */
class AsvsTableTest {
    private static final Path TABLE = Path.of("docs/compliance/asvs.md");
    private static final Path TESTS = Path.of("src");
    private static final Pattern ROW = Pattern.compile(
            "\\| (\\d{1,2}\\.\\d{1,2}\\.\\d{1,2}) \\| ([123]) \\| ([^|]+) \\| ([^|]+) \\| ([^|]*) \\| ([^|]*) \\|");
    private static final Pattern NAMED = Pattern.compile("`([^`]+)`");
    private static final Pattern COUNTS =
            Pattern.compile("(\\d+) (requirements|met|in part|left to Keycloak and Quarkus|not met|not applicable)\\b");
    private static final Set<String> STATES = Set.of("met", "in part", "Keycloak", "not met", "n/a");

    /** The sections of the standard that ask for documents, not for behaviour. */
    private static final Set<String> ON_DOCUMENTS =
            Set.of("2.1", "5.1", "6.1", "7.1", "8.1", "11.1", "13.1", "14.1", "15.1", "16.1");

    /** Other requirements whose text asks for a document: a rationale and a procedure that people follow. */
    private static final Set<String> ALSO_ON_DOCUMENTS = Set.of("6.3.3", "6.4.4");

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
                var isThere = switch (parts[0].split("/")[0]) {
                    case "scripts" -> Files.isExecutable(Path.of(parts[0])) && (parts.length == 1 || isDrill(parts[1]));
                    case "docs" ->
                        (ON_DOCUMENTS.contains(section(row)) || ALSO_ON_DOCUMENTS.contains(row.id()))
                                && Files.isRegularFile(Path.of(named));
                    default -> isTest(parts);
                };
                if (!isThere) {
                    missing.add(row.id() + " " + named);
                }
            }
        }
        assertEquals(new TreeSet<>(), missing);
    }

    @Test
    void theCountsAtTheTopAreThoseOfTheTable() {
        var words = Map.of("Keycloak", "left to Keycloak and Quarkus", "n/a", "not applicable");
        var counted = new TreeMap<String, Long>();
        rows.forEach(row -> counted.merge(words.getOrDefault(row.state(), row.state()), 1L, Long::sum));
        counted.put("requirements", (long) rows.size());
        var said = new TreeMap<String, Long>();
        var line = text(TABLE)
                .lines()
                .filter(each -> each.contains(" requirements: "))
                .findFirst()
                .orElse("");
        COUNTS.matcher(line).results().forEach(each -> said.put(each.group(2), Long.valueOf(each.group(1))));
        assertEquals(counted, said);
    }

    private static boolean isTest(String[] parts) {
        return tests.containsKey(parts[0])
                && (parts.length == 1 || tests.get(parts[0]).contains(" " + parts[1] + "("));
    }

    private static String section(Row row) {
        return row.id().substring(0, row.id().lastIndexOf('.'));
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
