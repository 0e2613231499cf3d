package uk.thinkuknow.scripts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * Tests that no script gives a secret to a command as an argument: everybody on the machine can read those while the
 * command runs. A secret is in the environment, in a file or on standard input.
 */
class SecretsInArgumentsTest {
    private static final String SECRET = "[A-Z_]*(?:PASSWORD|SECRET|_KEYS?)\\b";
    private static final Pattern ARGUMENT = Pattern.compile("\\benv [^|;\n]*[ \t]" + SECRET + "=\"?\\$"
            + "| -p\"?\\$\\{?" + SECRET + "|\\bsed [^\n]*=\\$\\{?" + SECRET);

    @Test
    void noScriptHasASecretAmongTheArgumentsOfACommand() throws IOException {
        try (var scripts = Files.walk(Path.of("scripts"));
                var images = Files.walk(Path.of("docker"))) {
            var all = Stream.concat(scripts, images)
                    .filter(Files::isRegularFile)
                    .filter(file ->
                            file.startsWith("scripts") || file.toString().endsWith(".sh"))
                    .toList();
            assertTrue(all.size() > 40, "only " + all.size());
            assertEquals(
                    List.of(), all.stream().filter(SecretsInArgumentsTest::has).toList());
        }
    }

    @Test
    void eachWayToDoSoIsFound() {
        for (var line : List.of(
                "background keycloak log env A=b \\\n    KC_DB_PASSWORD=\"$STORE_PASSWORD\" kc.sh",
                "mariadb -uroot -p\"$MARIADB_ROOT_PASSWORD\" <<SQL",
                "sed -i \"s|^BADGE_KEYS=.*|BADGE_KEYS=$BADGE_KEYS|\" file")) {
            assertTrue(finds(line), line);
        }
        assertFalse(finds("KC_DB_PASSWORD=\"$STORE_PASSWORD\" background keycloak log kc.sh"));
    }

    private static boolean has(Path file) {
        try {
            return finds(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean finds(String script) {
        return ARGUMENT.matcher(script.replaceAll("\\\\\n\\s*", " ")).find();
    }
}
