package uk.thinkuknow.scripts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

/** What scripts/doctor finds in what is kept: secrets, backups and free space. */
class DoctorKeptTest {
    private static final String GOOD = """
        THINKUKNOW_SECRET=aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa
        THINKUKNOW_DB_PASSWORD=bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb
        THINKUKNOW_DB_OWNER_PASSWORD=cccccccccccccccccccccccccccccccccccc
        THINKUKNOW_KEYCLOAK_SECRET=dddddddddddddddddddddddddddddddddddd
        THINKUKNOW_KEYCLOAK_ACCOUNTS_SECRET=eeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeee
        THINKUKNOW_WORRY_KEYS=2:AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=
        THINKUKNOW_BADGE_KEYS=1:abc
        KC_BOOTSTRAP_ADMIN_PASSWORD=ffffffffffffffffffffffffffffffffffff
        """;

    @TempDir
    Path data;

    private Path settings;

    @BeforeEach
    void settingsOfTheirOwn() throws IOException {
        settings = Files.createFile(data.resolve("settings.env"));
        write(GOOD);
        readableBy(settings, "rw-r--r--");
    }

    @Test
    void findsNothingWrongWithGoodSecrets() throws Exception {
        given().findsNothing("look_at_secrets");
    }

    @ParameterizedTest
    @CsvSource({
        "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa, '', fault, THINKUKNOW_SECRET is not set.",
        "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa, short, fault, THINKUKNOW_SECRET has 5 characters",
        "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa, development-only-secret-0123456789abcdef, fault, THINKUKNOW_SECRET is"
                + " one that everybody knows",
        "dddddddddddddddddddddddddddddddddddd, bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb, fault, THINKUKNOW_KEYCLOAK_SECRET"
                + " has the value of another secret",
        "cccccccccccccccccccccccccccccccccccc, '', warning, THINKUKNOW_DB_OWNER_PASSWORD is not set",
        "2:AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=, '', fault, THINKUKNOW_WORRY_KEYS is not set",
        "2:AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=, 1:abcd, fault, The worry key 1 is not 32 bytes",
        "ffffffffffffffffffffffffffffffffffff, changeme, fault, KC_BOOTSTRAP_ADMIN_PASSWORD is one that everybody knows",
        "1:abc, '', warning, THINKUKNOW_BADGE_KEYS is not set",
    })
    void findsASecretThatIsNone(String good, String bad, String state, String words) throws Exception {
        write(GOOD.replace(good, bad));
        given().finds(state, words, "look_at_secrets");
    }

    @ParameterizedTest
    @CsvSource({"admin", "Root"})
    void findsANameOfKeycloaksAdministratorThatEverybodyWouldGuess(String name) throws Exception {
        Files.writeString(settings, "KEYCLOAK_ADMIN=" + name + "\n");
        given().finds("fault", "KEYCLOAK_ADMIN is " + name + ", as everybody would guess.", "look_at_secrets");
        Files.writeString(settings, "KEYCLOAK_ADMIN=keeper-4f9d2c71ab03\n");
        given().findsNothing("look_at_secrets");
    }

    @Test
    void findsSecretsThatOthersCanRead() throws Exception {
        var secret = data.resolve("secrets/application/THINKUKNOW_SECRET");
        readableBy(secret, "rw-r-----");
        given().finds("fault", "Others on this machine can read " + secret, "look_at_secrets");
    }

    /** As docker/.env of version 1.3. */
    @Test
    void findsSecretsThatAreInTheEnvironmentAndWhoCanReadThem() throws Exception {
        Files.writeString(settings, GOOD);
        given().finds("warning", "THINKUKNOW_DB_PASSWORD is in the environment", "look_at_secrets");
        given().finds("fault", "Others on this machine can read " + settings, "look_at_secrets");
        readableBy(settings, "rw-------");
        assertFalse(given().run("look_at_secrets").output().contains("Others on this machine"));
    }

    @Test
    void findsAnOldSecretAndAShortKeyThatSigns() throws Exception {
        var secret = data.resolve("secrets/application/THINKUKNOW_KEYCLOAK_SECRET");
        Files.setLastModifiedTime(secret, FileTime.from(Instant.now().minus(Duration.ofDays(402))));
        given().finds("warning", "THINKUKNOW_KEYCLOAK_SECRET is older than 400 days.", "look_at_secrets");
        var key =
                "1:$(openssl genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:%d 2>/dev/null | grep -v -- ----- | tr -d '\\n')";
        given().finds(
                        "warning",
                        "The badge key 1 has 2048 bits",
                        "echo \"" + key.formatted(2048)
                                + "\" >$DATA/secrets/application/THINKUKNOW_BADGE_KEYS; look_at_secrets");
        assertEquals(
                "",
                given().run("judge_badge_key \"" + key.formatted(3072) + "\"").output());
    }

    @Test
    void findsSignInsThatEverybodyKnows() throws Exception {
        Files.writeString(settings, "THINKUKNOW_USERS=demo-users\n");
        given().finds("fault", "Invented users whose passwords are public can sign in", "look_at_secrets");
        given().knowing("DEMO=true ADDRESS=https://a.example")
                .finds("warning", "This is a demo that others can reach", "look_at_secrets");
        given().knowing("DEMO=true ADDRESS=http://localhost:8180").findsNothing("look_at_secrets");
    }

    @Test
    void findsAFolderOfKeycloaksThatOthersCanRead() throws Exception {
        Files.createDirectories(data.resolve("keycloak"));
        readableBy(data.resolve("keycloak"), "rwxr-xr-x");
        given().finds("fault", "Others on this machine can read the folder of Keycloak's file", "look_at_secrets");
        readableBy(data.resolve("keycloak"), "rwx------");
        assertFalse(given().run("look_at_secrets").output().contains("Keycloak's file"));
    }

    @Test
    void findsThatThereIsNoBackup() throws Exception {
        backups().finds("fault", "There is no backup in", "look_at_backups");
        backups().knowing("DEMO=true").finds("warning", "There is no backup in", "look_at_backups");
        given().finds("unseen", "The folder of the backups is not known.", "look_at_backups");
    }

    @ParameterizedTest
    @CsvSource({
        "30, 0, 1, fault, The newest full backup is 30 hours old.",
        "5, 20, 1, fault, The log was copied 20 minutes ago",
        "5, 1, 40, fault, A backup was last restored 40 days ago.",
        "5, 1, -1, fault, No backup was ever restored",
        "5, 1, 1, fault, The backups are on the same disk",
        "5, 1, 1, fault, No copy of Keycloak's file is younger than a month",
    })
    void findsABackupThatDoesNotHelp(long hours, long minutes, long days, String state, String words) throws Exception {
        backup(Duration.ofHours(hours), Duration.ofMinutes(minutes), days);
        backups().finds(state, words, "look_at_backups");
    }

    @Test
    void findsABackupThatDoesNotSayWhenItWasMade() throws Exception {
        backup(Duration.ofHours(1), Duration.ofMinutes(1), 1);
        Files.writeString(data.resolve("backups/20270101T000000Z/about"), "from=x\n");
        backups().finds("fault", "The newest backup,", "look_at_backups");
    }

    @Test
    void findsTheKeyBesideTheBackups() throws Exception {
        backup(Duration.ofHours(1), Duration.ofMinutes(1), 1);
        Files.createFile(data.resolve("backup-key.txt"));
        backups().finds("fault", "The key that opens the backups is still on this machine.", "look_at_backups");
    }

    @Test
    void findsNothingWrongWithFreshBackupsElsewhere() throws Exception {
        backup(Duration.ofHours(1), Duration.ofMinutes(1), 1);
        Files.createFile(data.resolve("backups/keycloak-2027-02-08.age"));
        backups().knowing("stat() { echo \"$RANDOM$RANDOM\"; }").findsNothing("look_at_backups");
    }

    @Test
    void findsAnotherPublicKeyInTheFolderOfTheBackups() throws Exception {
        backup(Duration.ofHours(1), Duration.ofMinutes(1), 1);
        Files.writeString(data.resolve("backups/recipient.txt"), "age1another\n");
        backups()
                .finds(
                        "fault",
                        data + "/backups/recipient.txt is not this installation's public key",
                        "look_at_backups");
        Files.writeString(data.resolve("secrets.env"), "APP_SECRET=x\n");
        backups().finds("warning", "The public key of the backups is not in secrets.env", "look_at_backups");
    }

    @Test
    void findsABackupWithoutASeal() throws Exception {
        backup(Duration.ofHours(1), Duration.ofMinutes(1), 1);
        Files.delete(data.resolve("backups/20270101T000000Z/about.hmac"));
        backups().finds("warning", "The newest backup has no seal: nobody can see who made it.", "look_at_backups");
    }

    @Test
    void findsABackupOfSomebodyElse() throws Exception {
        backup(Duration.ofHours(1), Duration.ofMinutes(1), 1);
        Files.writeString(data.resolve("backups/20270101T000000Z/about.hmac"), "theirs\n");
        backups().finds("fault", "This installation did not make the newest backup.", "look_at_backups");
    }

    @Test
    void aRestoreIsNotedForIt() throws Exception {
        backup(Duration.ofHours(1), Duration.ofMinutes(1), -1);
        var noted = backups().knowing("source scripts/lib/restore.sh; note_restored $TO/20270101T000000Z");
        noted.findsNothing("judge_restored $(date +%s)");
    }

    @ParameterizedTest
    @CsvSource({
        "90 9000000 5, fault, nearly full",
        "20 900000 5, fault, nearly full",
        "20 9000000 95, fault, nearly full",
        "70 9000000 5, warning, fills",
        "20 9000000 80, warning, fills",
    })
    void findsADiskThatFills(String figures, String state, String words) throws Exception {
        given().finds(
                        state,
                        "The disk of /x " + (words.equals("fills") ? "" : "is ") + words,
                        "judge_disk /x '" + figures + "'");
        given().findsNothing("judge_disk /x '20 9000000 5'");
    }

    private void backup(Duration age, Duration copied, long restoredDaysAgo) throws IOException, InterruptedException {
        var now = Instant.now();
        var folder = Files.createDirectories(data.resolve("backups/20270101T000000Z"));
        Files.writeString(
                folder.resolve("about"), "from=x\nready=" + now.minus(age).getEpochSecond() + "\nserver=1\n");
        var seal = "BACKUP_SECRET=secret seal %1$s/about <%1$s/about".formatted(folder);
        Files.writeString(
                folder.resolve("about.hmac"),
                Bash.run(List.of("common", "backup"), data, seal).output() + "\n");
        Files.writeString(data.resolve("backups/recipient.txt"), "age1ours\n");
        Files.writeString(data.resolve("secrets.env"), "BACKUP_SECRET=secret\nBACKUP_RECIPIENT=age1ours\n");
        Files.writeString(folder.resolve("upto"), now.minus(copied).getEpochSecond() + "\n");
        if (restoredDaysAgo >= 0) {
            var at = now.minus(Duration.ofDays(restoredDaysAgo)).getEpochSecond();
            Files.writeString(data.resolve("backups/restored"), "at=" + at + "\nbackup=20270101T000000Z\n");
        }
    }

    /** Each line as a file of the application's. */
    private void write(String secrets) throws IOException {
        var folder = Files.createDirectories(data.resolve("secrets/application"));
        for (var line : secrets.lines().toList()) {
            var cut = line.indexOf('=');
            var file = folder.resolve(line.substring(0, cut));
            Files.writeString(file, line.substring(cut + 1) + "\n");
            readableBy(file, "rw-------");
        }
    }

    private static void readableBy(Path file, String who) throws IOException {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(who));
    }

    private Doctor given() {
        return Doctor.of(data).knowing("SETTINGS=$DATA/settings.env SECRETS=$DATA/settings.env KEPT=$DATA/secrets");
    }

    private Doctor backups() {
        return Doctor.of(data).knowing("mkdir -p $DATA/backups; TO=$DATA/backups");
    }
}
