package uk.thinkuknow.scripts;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** How scripts/doctor reports what its checks find. */
class DoctorReportTest {
    @TempDir
    Path data;

    @ParameterizedTest
    @CsvSource({
        "well '', 0",
        "well ''; unseen a b, 3",
        "well ''; unseen a b; warn a b, 1",
        "warn a b; fault a b; unseen a b, 2",
    })
    void theExitCodeIsThatOfTheWorst(String findings, int code) throws Exception {
        var answer = doctor("look_at_disk() { " + findings + "; }; look disk; exit_code");
        assertEquals(String.valueOf(code), answer.output());
    }

    @Test
    void aCheckThatSaysNothingHasFailedItself() throws Exception {
        var answer = doctor("look_at_disk() { false; }; look disk; print_findings");
        assertTrue(answer.output().startsWith("UNSEEN   disk           The check itself failed."), answer.output());
    }

    @Test
    void jsonHasEachFindingAndQuotesItsWords() throws Exception {
        var answer = doctor("ADDRESS=https://a; look_at_disk() { fault 'the \"disk\" of C:\\x' 'rm'; well fine; };"
                + " look disk; print_json");
        var json = new ObjectMapper().readTree(answer.output());
        assertEquals("https://a", json.get("address").asText());
        assertEquals(2, json.get("exit").asInt());
        assertEquals(2, json.get("findings").size());
        var first = json.get("findings").get(0);
        assertEquals("disk", first.get("check").asText());
        assertEquals("fault", first.get("state").asText());
        assertEquals("the \"disk\" of C:\\x", first.get("words").asText());
        assertEquals("rm", first.get("fix").asText());
    }

    @Test
    void choosesTheChecksThatAreNamed() throws Exception {
        assertEquals("disk\nmail", doctor("ONLY=disk,mail; chosen_checks").output());
        assertTrue(doctor("ONLY=desk; chosen_checks").output().contains("No check desk."));
    }

    @Test
    void eachCheckIsThereAndOnItsPage() throws Exception {
        var page = Files.readString(Path.of("docs/operations/doctor.md"));
        var checks = Files.readAllLines(Path.of("scripts/lib/checks.table")).stream()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split(" *\\| *"))
                .toList();
        assertEquals(16, checks.size());
        for (var check : checks) {
            assertEquals(check[2], doctor("declare -F " + check[2]).output());
            assertTrue(page.contains("| `" + check[0] + "` |"), check[0]);
        }
    }

    @Test
    void refusesAFolderThatIsNoDataFolder() throws Exception {
        var process = new ProcessBuilder("scripts/doctor", "--data", data.toString())
                .redirectErrorStream(true)
                .start();
        var said = new String(process.getInputStream().readAllBytes());
        assertEquals(3, process.waitFor());
        assertTrue(said.contains("is not a data folder"), said);
    }

    @Test
    void inspectsWhatDoesNotRunAndChangesNothing() throws Exception {
        Files.writeString(data.resolve("secrets.env"), "DEMO=true\n");
        var process = new ProcessBuilder(
                        "scripts/doctor", "--only", "running,secrets,backups", "--data", data.toString())
                .redirectErrorStream(true)
                .start();
        var said = new String(process.getInputStream().readAllBytes());
        assertEquals(2, process.waitFor(), said);
        assertTrue(said.contains("FAULT    running        application does not run."), said);
        assertTrue(said.contains("WARNING  backups        There is no backup in"), said);
        try (var files = Files.list(data)) {
            assertEquals(1, files.count());
        }
    }

    private Bash doctor(String command) throws Exception {
        return Doctor.of(data).run(command);
    }
}
