package uk.thinkuknow;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

/**
 * Checks that no migration of the database was changed. They are append-only since 1.0.0: installations have run them,
 * so a changed file would never reach their schema.
 */
class MigrationChecksumsTest {
    private static final Path MIGRATIONS = Path.of("src/main/resources/db/migration");
    private static final Path CHECKSUMS = Path.of("src/test/resources/migrations.sha256");

    @Test
    void noMigrationIsChangedAndEachNewOneIsListed() throws IOException {
        assertEquals(
                Files.readAllLines(CHECKSUMS),
                checksums(),
                "undo the change and write a new migration; add a line to " + CHECKSUMS + " for each new one");
    }

    /** In the format of {@code sha256sum}. The callback after migrating has no version and may change. */
    private static List<String> checksums() throws IOException {
        try (var files = Files.list(MIGRATIONS)) {
            return files.filter(file -> file.getFileName().toString().startsWith("V"))
                    .sorted()
                    .map(file -> digest(file) + "  " + file.getFileName())
                    .toList();
        }
    }

    private static String digest(Path file) {
        try {
            var sha256 = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha256.digest(Files.readAllBytes(file)));
        } catch (NoSuchAlgorithmException | IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
