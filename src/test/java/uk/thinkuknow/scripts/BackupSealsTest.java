package uk.thinkuknow.scripts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * Tests that who can write to the folder of the backups can neither read the next backup nor make one that is restored, and that
 * a restore knows who was erased. Encryption itself is left out: age is not on every machine that tests.
 */
class BackupSealsTest {
    private static final List<String> PARTS = List.of("common", "secrets", "backup", "restore");
    private static final String WITHOUT_AGE = """
            TO=$DATA/backups KEY=$DATA/key INTO=$DATA/restored DB_DIR=$DATA/mariadb UNSEALED=${UNSEALED:-}
            zstd() { cat; }
            age() { if [[ $1 == -d ]]; then cat "$4"; else cat; fi; }
            age-keygen() { if [[ $1 == -o ]]; then echo private >"$2"; else echo "age1of$(<"$2")"; fi; }
            sql() { echo gone222222; echo gone333333; }
            """;

    @TempDir
    Path data;

    @BeforeEach
    void aBackupWithTwoLogs() throws Exception {
        says("", """
                use_key >/dev/null
                mkdir -p $TO/20270101T000000Z
                printf '%s\\n' from=thinkuknow.000008 ready=100 server=1 >$TO/20270101T000000Z/about
                seal $TO/20270101T000000Z/about <$TO/20270101T000000Z/about >$TO/20270101T000000Z/about.hmac
                for file in full.mbs counts thinkuknow.000008 thinkuknow.000009; do echo "as $file" | encrypt_to $TO/20270101T000000Z/$file.zst.age; done
                write_erased $TO/20270101T000000Z
                echo 200 >$TO/20270101T000000Z/upto; echo 200 | seal $TO/20270101T000000Z/upto >>$TO/20270101T000000Z/upto""");
    }

    @Test
    void whatIsWrittenGoesThroughAgeForTheKeyOfTheInstallation() throws Exception {
        says(
                "for age1ofprivate: words",
                "age() { [[ $1 == -r && $# == 2 ]] && echo \"for $2: $(cat)\"; };"
                        + " use_key; echo words | encrypt_to $TO/full; cat $TO/full");
    }

    /** RFC 4231, 4.3. */
    @Test
    void sealsAreHmacWithSha256() throws Exception {
        says(
                "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843",
                "printf %s 'what do ya want for nothing?' | hmac Jefe");
        says(
                "",
                "for s in $(random) 0 $(printf 'x%.0s' {1..64}); do [[ $(seq 3 | hmac $s) == $(seq 3 | openssl dgst -sha256 -hmac $s -r | cut -c1-64) ]] || echo $s; done");
    }

    @Test
    void aBackupAsItWasWrittenIsRestored() throws Exception {
        says("", "require_sealed $TO/20270101T000000Z");
        assertEquals("200", run("copied_until $TO/20270101T000000Z").output());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "echo ready=90 >>$TO/20270101T000000Z/about",
                "echo more >>$TO/20270101T000000Z/full.mbs.zst.age",
                "echo another >$TO/20270101T000000Z/thinkuknow.000009.zst.age",
                "rm $TO/20270101T000000Z/thinkuknow.000009.zst.age.hmac",
                "echo x >$TO/20270101T000000Z/thinkuknow.000010.zst.age",
                "cp $TO/20270101T000000Z/thinkuknow.000008.zst.age $TO/20270101T000000Z/thinkuknow.000009.zst.age; cp $TO/20270101T000000Z/thinkuknow.00000{8,9}.zst.age.hmac",
                "sed -i s/200/300/ $TO/20270101T000000Z/upto",
                "sed -i s/BACKUP_SECRET=/BACKUP_SECRET=x/ $DATA/secrets.env",
            })
    void aFileThatThisInstallationDidNotWriteIsRefusedBeforeAnythingIsUnpacked(String change) throws Exception {
        refuses("is not as this installation wrote it", change + "; require_sealed $TO/20270101T000000Z");
    }

    /** Bash runs a command that is in a word of its arithmetic. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "echo 'UID[$(touch run)0]' >$B/upto; require_logs_until $B 300",
                "echo 'UID[$(touch run)0]' >$B/upto; UNSEALED=true; restore_to 1970-01-01T00:05:00Z",
                "mkdir $B/more; touch $B/more/'z.1+UID[$(touch run)0].zst.age'; require_sealed $B",
                "touch $B/'a.0+UID[$(touch run)0].zst.age'; sed -i '1s/.*/from=a.0+UID[$(touch run)0]/' $B/about; use_key; copy_log",
            })
    void noWordOfTheBackupsFolderIsRun(String command) throws Exception {
        run("cd $DATA; data_id() { echo 1; }; B=$TO/20270101T000000Z; " + command);
        assertFalse(Files.exists(data.resolve("run")));
    }

    @Test
    void aBackupOfSomebodyElseTakesNoLog() throws Exception {
        says(
                "20270101T000000Z",
                "use_key; cp -r $TO/20270101T000000Z $TO/30000101T000000Z; basename $(newest_of_ours)");
    }

    @Test
    void nothingIsWrittenThroughALink() throws Exception {
        says("mine", "echo mine >$DATA/mine; ln -s $DATA/mine $TO/link; echo theirs | put $TO/link; cat $DATA/mine");
        says(
                "mine",
                "use_key; ln -s $DATA/mine $TO/full.part; ln -s $DATA/mine $TO/full.hmac; echo theirs | encrypt_to $TO/full; cat $DATA/mine");
        says("theirs", "cat $TO/full");
        says("", "use_key; mkdir $TO/kept; echo theirs | encrypt_to $TO/kept 2>/dev/null || ls $TO/kept");
    }

    @Test
    void aBackupUnderTheNameOfAnotherIsRefused() throws Exception {
        refuses(
                "$TO/20270102T000000Z/about is not as",
                "mv $TO/20270101T000000Z $TO/20270102T000000Z; require_sealed $TO/20270102T000000Z");
    }

    @ParameterizedTest
    @ValueSource(strings = {"000008", "00000[89]"})
    void aMissingLogIsNoticedUnlessAllAre(String missing) throws Exception {
        var command =
                "rm $TO/20270101T000000Z/thinkuknow." + missing + ".zst.age*; require_sealed $TO/20270101T000000Z";
        if (missing.length() == 6) {
            refuses("A log in $TO/20270101T000000Z is missing, before thinkuknow.000009", command);
        } else {
            says("", command);
        }
    }

    @Test
    void withoutASealOrTheSecretItIsRestoredOnlyByAFlagThatSaysWhatItGivesUp() throws Exception {
        refuses(
                "has no seal. Backups of version 1.4 and older have none",
                "rm $TO/20270101T000000Z/*.hmac; require_sealed $TO/20270101T000000Z");
        refuses("There is no BACKUP_SECRET in", "rm $DATA/secrets.env; require_sealed $TO/20270101T000000Z");
        var answer = run("UNSEALED=true; require_sealed $TO/20270101T000000Z");
        assertEquals(0, answer.exit());
        assertTrue(answer.output().contains("NOT CHECKED who made 20270101T000000Z"), answer.output());
    }

    @Test
    void theKeyThatEncryptsIsNeverThatOfTheBackupsFolder() throws Exception {
        says("age1ofprivate", "cat $TO/recipient.txt; rm $DATA/backup-key.txt");
        refuses("$TO/recipient.txt is not the public key", "echo age1ofsomebody >$TO/recipient.txt; use_key");
        says("age1ofprivate", "rm $TO/recipient.txt; use_key; echo $RECIPIENT");
    }

    @Test
    void aMachineOfVersion14IsAskedForTheKeyUnlessItIsStillHere() throws Exception {
        var older = "sed -i /BACKUP/d $DATA/secrets.env; ";
        says("age1ofprivate", older + "use_key; kept BACKUP_RECIPIENT");
        refuses(
                "Once, with the key from its safe place:  echo \"BACKUP_RECIPIENT=$(age-keygen -y",
                older + "rm $DATA/backup-key.txt; use_key");
        assertFalse(Files.readString(data.resolve("secrets.env")).contains("RECIPIENT"));
    }

    @Test
    void whoWasErasedIsWrittenOnceForEachChange() throws Exception {
        says("1", "use_key; write_erased $TO/20270101T000000Z; ls $TO/20270101T000000Z/erased-*.age | wc -l");
        says(
                "2",
                "use_key; sql() { echo gone444444; }; write_erased $TO/20270101T000000Z; ls $TO/20270101T000000Z/erased-*.age | wc -l");
    }

    @Test
    void aRestoreLeavesTheApplicationAListOfWhomToEraseAgain() throws Exception {
        var restore =
                "mkdir -p $INTO; require_sealed $TO/20270101T000000Z; sql() { echo \"$1\" >>$DATA/asked; echo gone333333; }; list_erased";
        var said = run(restore);
        assertTrue(said.output().endsWith("Erased after that second: 1. The product erases them again when it starts"));
        assertEquals("gone333333\n", Files.readString(data.resolve("erase-again")));
        assertTrue(Files.readString(data.resolve("asked")).contains("in ('gone222222','gone333333')"));
        refuses(
                "is not as this installation wrote it",
                restore.replace("sql()", "echo more | tee -a $TO/20270101T000000Z/erased-*.age >/dev/null; sql()"));
    }

    @Test
    void aRestoreAfterWhichNobodyHasToBeErasedAgainLeavesNoList() throws Exception {
        says(
                "",
                "mkdir -p $INTO; require_sealed $TO/20270101T000000Z; sql() { :; }; list_erased; ls $DATA/erase-again 2>/dev/null || true");
    }

    @ParameterizedTest
    @ValueSource(strings = {"fail later", "exit 1", "false"})
    void aRestoreThatFailsRemovesWhatItUnpacked(String end) throws Exception {
        run("mkdir -p $INTO/data $INTO/logs; touch $INTO/mariadb.log; UNPACKED=true; at_end end_restore; " + end);
        assertEquals("mariadb.log", run("ls $INTO").output());
    }

    @Test
    void aRestoreThatSucceedsOrUnpacksNothingRemovesNothing() throws Exception {
        run("mkdir -p $INTO/data; UNPACKED=true DONE=true; at_end end_restore");
        run("at_end end_restore; fail 'no such backup'");
        assertEquals("data", run("ls $INTO").output());
    }

    private Bash run(String command) throws IOException, InterruptedException {
        return Bash.run(PARTS, data, WITHOUT_AGE + command);
    }

    private void says(String words, String command) throws IOException, InterruptedException {
        assertEquals(new Bash(0, words), run(command));
    }

    private void refuses(String words, String command) throws IOException, InterruptedException {
        var answer = run(command);
        assertEquals(1, answer.exit(), answer.output());
        assertTrue(answer.output().contains(words.replace("$TO", data + "/backups")), answer.output());
    }
}
