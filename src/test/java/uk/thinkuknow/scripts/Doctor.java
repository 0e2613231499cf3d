package uk.thinkuknow.scripts;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Runs a check of scripts/doctor on an installation that a test describes. */
record Doctor(Path data, String known) {
    private static final List<String> PARTS = List.of(
            "common",
            "backup",
            "doctor",
            "checks-outside",
            "checks-running",
            "checks-kept",
            "checks-keycloak",
            "checks-inside");
    private static final String NOTHING_KNOWN =
            "set +e; SETTINGS= APPLICATION= SQL= ONLY= JSON= DEMO=false TO= ADDRESS= SIGN_IN= MANAGEMENT="
                    + " KEYCLOAK_SEEN= SECRETS=/dev/null; ";

    static Doctor of(Path data) {
        return new Doctor(data, NOTHING_KNOWN);
    }

    /** The same, and what a line of bash says about the installation. */
    Doctor knowing(String line) {
        return new Doctor(data, known + line + "; ");
    }

    Bash run(String command) throws IOException, InterruptedException {
        return Bash.run(PARTS, data, known + command);
    }

    /** All findings of a command are well. */
    void findsNothing(String command) throws IOException, InterruptedException {
        var answer = run(command).output();
        assertTrue(!answer.isBlank() && answer.lines().allMatch(line -> line.startsWith("well\t")), answer);
    }

    /** One finding has this state and begins with these words, and says how to put it right. */
    void finds(String state, String words, String command) throws IOException, InterruptedException {
        var answer = run(command).output();
        var found = answer.lines()
                .map(line -> line.split("\t", -1))
                .filter(cells -> cells[0].equals(state) && cells[1].startsWith(words))
                .toList();
        assertEquals(1, found.size(), answer);
        assertTrue(found.getFirst().length == 3 && !found.getFirst()[2].isBlank(), answer);
    }
}
