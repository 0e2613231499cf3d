package uk.thinkuknow;

import io.quarkus.test.junit.callback.QuarkusTestAfterAllCallback;
import io.quarkus.test.junit.callback.QuarkusTestContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** Fails a test class during which a package used a table against the rules of table owners. */
public class TableOwnersCheck implements QuarkusTestAfterAllCallback {
    private static final Set<String> TOLD = new HashSet<>();

    @Override
    public void afterAll(QuarkusTestContext context) {
        var forbidden = new TreeSet<String>();
        if (Files.exists(StatementRecorder.FILE)) {
            try (var lines = Files.lines(StatementRecorder.FILE)) {
                lines.filter(line -> line.contains(StatementRecorder.FORBIDDEN))
                        .filter(TOLD::add)
                        .forEach(forbidden::add);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        assertEquals("", String.join("\n", forbidden));
    }
}
