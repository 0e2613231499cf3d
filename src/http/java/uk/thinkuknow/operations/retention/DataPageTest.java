package uk.thinkuknow.operations.retention;

import io.quarkus.arc.All;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.common.RetentionRule;
import uk.thinkuknow.identity.staff.HeldTable;

import static org.junit.jupiter.api.Assertions.assertEquals;

/**
 * Generates {@code docs/compliance/data.md} from data.yaml and the retention rules; if the page was out of date, it is written and
 * the test fails.
 */
@QuarkusTest
class DataPageTest {
    private static final Path PAGE = Path.of("docs/compliance/data.md");
    private static final Map<HeldTable.Kind, String> KINDS = Map.of(
            HeldTable.Kind.child, "What children do, by card",
            HeldTable.Kind.counting, "Kept for counting: numbers without children",
            HeldTable.Kind.staff, "Staff and other adults",
            HeldTable.Kind.school, "Schools, their classes and sessions",
            HeldTable.Kind.content, "Lessons, rules and settings",
            HeldTable.Kind.technical, "Technical tables");

    @Inject
    @All
    List<RetentionRule> rules;

    @Test
    void thePageOfHeldDataIsUpToDate() throws IOException {
        var wanted = page();
        var there = Files.exists(PAGE) ? Files.readString(PAGE) : "";
        Files.writeString(PAGE, wanted);
        assertEquals(wanted, there, "docs/compliance/data.md was out of date and has been written: commit it");
    }

    private String page() {
        var text = new StringBuilder("""
                # Data held, and how long

                Every table of the database. `DataPageTest` makes this page from `src/main/resources/data.yaml` and the retention
                rules (page *Retention*). A table that is not in that file fails the build. The days of a rule are in the code (`terms()`
                of its class), not a setting.
                """);
        text.append("\n## Deleted, and when\n\n| rule | what | kept | why |\n|---|---|---|---|\n");
        rules.stream()
                .map(RetentionRule::terms)
                .sorted(java.util.Comparator.comparing(RetentionRule.Terms::key))
                .forEach(terms -> text.append(
                        "| %s | %s | %s | %s |\n".formatted(terms.key(), terms.what(), kept(terms), terms.why())));
        for (var kind : HeldTable.Kind.values()) {
            text.append("\n## %s\n\n| table | what | kept |\n|---|---|---|\n".formatted(KINDS.get(kind)));
            HeldTable.ALL.forEach((table, held) -> {
                if (held.kind() == kind) {
                    text.append("| %s | %s | %s |\n".formatted(table, held.what(), kept(held)));
                }
            });
        }
        return text.toString();
    }

    private String kept(HeldTable held) {
        return rules.stream()
                .map(RetentionRule::terms)
                .filter(terms -> terms.key().equals(held.rule()))
                .map(DataPageTest::kept)
                .findFirst()
                .orElseGet(() -> Objects.requireNonNull(held.kept()));
    }

    private static String kept(RetentionRule.Terms terms) {
        return terms.days() + " days after " + terms.after();
    }
}
