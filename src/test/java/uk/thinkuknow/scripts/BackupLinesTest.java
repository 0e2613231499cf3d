package uk.thinkuknow.scripts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Tests with which backup a restore begins, how far it reaches, and which backups are deleted. */
class BackupLinesTest {
    private static final List<String> PARTS = List.of("common", "backup", "restore");

    private static final String A = "20270101T000000Z";
    private static final String B = "20270102T000000Z";
    private static final String C = "20270103T000000Z";

    @TempDir
    Path backups;

    @Test
    void readsATimeInUtc() throws Exception {
        assertEquals(new Bash(0, "1802169060"), run("as_seconds 2027-02-09T10:31:00"));
        assertEquals(new Bash(0, "1802169060"), run("as_seconds 2027-02-09T10:31:00Z"));
        refuses("yesterdayish is no time", "as_seconds yesterdayish");
    }

    @Test
    void beginsWithTheNewestBackupThatWasReadyByThen() throws Exception {
        given(A, 100, 200);
        given(B, 200, 300);
        assertEquals(backups.resolve(A).toString(), run("backup_before 199").output());
        assertEquals(backups.resolve(B).toString(), run("backup_before 200").output());
        refuses("is from before 1970-01-01T00:01:39Z", "backup_before 99");
    }

    @Test
    void refusesASecondBetweenTheLastLogOfOneBackupAndTheNext() throws Exception {
        given(A, 100, 150);
        given(B, 200, 300);
        assertEquals(new Bash(0, ""), run("require_logs_until $DATA/" + A + " 150"));
        refuses(
                "No log was copied from 1970-01-01T00:02:30Z to the next full backup (" + B + ")",
                "require_logs_until $DATA/" + A + " 151");
    }

    @Test
    void saysHowFarTheNewestBackupReaches() throws Exception {
        given(A, 100, 150);
        var answer = run("require_logs_until $DATA/" + A + " 151");
        assertEquals(0, answer.exit());
        assertTrue(answer.output().contains("were copied up to 1970-01-01T00:02:30Z"), answer.output());
    }

    @Test
    void deletesWhatIsTooOldButNeverTheNewest() throws Exception {
        long now = Instant.now().getEpochSecond();
        given(A, now - Duration.ofDays(15).toSeconds(), now);
        given(B, now - Duration.ofDays(13).toSeconds(), now);
        given(C, now - Duration.ofDays(15).toSeconds(), now);
        run("KEEP=14; delete_old_backups");
        assertEquals(B + " " + C, kept());
        run("KEEP=0; delete_old_backups");
        assertEquals(C, kept());
    }

    @Test
    void leavesABackupThatDoesNotSayWhenItWasMade() throws Exception {
        given(A, 100, 150);
        Files.writeString(backups.resolve(A + "/about"), "from=x\n");
        given(B, 200, 300);
        var answer = run("KEEP=14; delete_old_backups");
        assertTrue(answer.output().contains("does not say when it was made"), answer.output());
        assertEquals(A + " " + B, kept());
    }

    @Test
    void comparesCountsButNotTheBinaryLogsPosition() throws Exception {
        Files.writeString(
                backups.resolve("one"), "Binlog_snapshot_position\t5\nrows\tseat\t30\t99\nrows\tevent\t12\t7\n");
        Files.writeString(
                backups.resolve("same"), "Binlog_snapshot_position\t6\nrows\tseat\t30\t99\nrows\tevent\t12\t7\n");
        Files.writeString(
                backups.resolve("other"), "Binlog_snapshot_position\t5\nrows\tseat\t30\t98\nrows\tevent\t12\t7\n");
        assertEquals(
                new Bash(0, "2 tables, 42 rows"), run("same_counts $DATA/one $DATA/same; sum_of_counts $DATA/one"));
        assertEquals(1, run("same_counts $DATA/one $DATA/other").exit());
    }

    private void given(String name, long ready, long copied) throws IOException {
        var folder = Files.createDirectory(backups.resolve(name));
        Files.writeString(folder.resolve("about"), "from=x\nready=" + ready + "\nserver=1\n");
        Files.writeString(folder.resolve("upto"), copied + "\n");
    }

    private String kept() throws IOException {
        try (var folders = Files.list(backups)) {
            return String.join(
                    " ",
                    folders.map(folder -> folder.getFileName() + "").sorted().toList());
        }
    }

    private Bash run(String command) throws IOException, InterruptedException {
        return Bash.run(PARTS, backups, "TO=$DATA; " + command);
    }

    private void refuses(String words, String command) throws IOException, InterruptedException {
        var answer = run(command);
        assertEquals(1, answer.exit(), answer.output());
        assertTrue(answer.output().contains(words), answer.output());
    }
}
