package uk.thinkuknow.scripts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** scripts/secrets makes a folder for each service, and certificates of an authority of the installation's own. */
class SecretsTest {
    private static final Map<String, Set<String>> FILES = Map.of(
            "application",
            Set.of(
                    "THINKUKNOW_SECRET",
                    "THINKUKNOW_WORRY_KEYS",
                    "THINKUKNOW_BADGE_KEYS",
                    "THINKUKNOW_DB_PASSWORD",
                    "THINKUKNOW_DB_OWNER_PASSWORD",
                    "THINKUKNOW_KEYCLOAK_SECRET",
                    "THINKUKNOW_KEYCLOAK_ACCOUNTS_SECRET",
                    "inner-ca.pem",
                    "inner.key",
                    "inner.pem"),
            "keycloak",
            Set.of(
                    "KC_DB_PASSWORD",
                    "KC_BOOTSTRAP_ADMIN_PASSWORD",
                    "THINKUKNOW_KEYCLOAK_SECRET",
                    "THINKUKNOW_KEYCLOAK_ACCOUNTS_SECRET",
                    "THINKUKNOW_FIRST_PASSWORD",
                    "inner-ca.pem",
                    "inner.key",
                    "inner.pem"),
            "mariadb",
            Set.of(
                    "THINKUKNOW_DB_PASSWORD",
                    "THINKUKNOW_DB_OWNER_PASSWORD",
                    "THINKUKNOW_DB_ROOT_PASSWORD",
                    "KC_DB_PASSWORD"),
            "sign-in",
            Set.of("inner-ca.pem"),
            "scanner",
            Set.of("inner-ca.pem", "inner.key", "inner.pem"),
            "prometheus",
            Set.of("inner-ca.pem", "inner.key", "inner.pem"),
            "node",
            Set.of("inner-ca.pem", "inner.key", "inner.pem"),
            "authority",
            Set.of("inner-ca.pem", "inner-ca.key"));

    @TempDir
    Path folder;

    @Test
    void eachServiceGetsItsOwnSecretsAndNobodyElseReadsThem() throws Exception {
        secrets("make");
        var there = new TreeMap<String, Set<String>>();
        for (var service : list(folder)) {
            there.put(service.getFileName().toString(), names(service));
            for (var file : list(service)) {
                assertEquals("r--------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
            }
        }
        FILES.forEach((service, files) -> assertEquals(new TreeSet<>(files), there.get(service), service));
        assertEquals(FILES.keySet(), there.keySet());
        assertEquals(read("application/THINKUKNOW_DB_PASSWORD"), read("mariadb/THINKUKNOW_DB_PASSWORD"));
        assertNotEquals(read("mariadb/THINKUKNOW_DB_PASSWORD"), read("mariadb/KC_DB_PASSWORD"));
    }

    /** Those of compose.yaml and the images; nobody else but root reads the rest. */
    @Test
    void eachFileBelongsToTheUserOfItsService() throws Exception {
        var users = Map.of(
                "mariadb",
                999,
                "keycloak",
                1000,
                "application",
                10001,
                "sign-in",
                10001,
                "scanner",
                10001,
                "prometheus",
                65534);
        var made = Bash.run(List.of("common", "secrets", "authority"), folder, """
                TO=$DATA MINE='' FROM=''
                chown() { echo "$1" >"$2.user"; }
                mv() { command mv "$1" "$2"; command mv "$1.user" "$2.user"; }
                umask 077 && make_secrets && make_authority && make_certificates missing""");
        assertEquals(0, made.exit(), made.output());
        for (var service : FILES.keySet()) {
            for (var file : FILES.get(service)) {
                assertEquals("" + users.getOrDefault(service, 0), read(service + "/" + file + ".user"), file);
            }
        }
        var compose = Files.readString(Path.of("docker/compose.yaml"));
        for (var service : List.of("sign-in", "scanner")) {
            assertTrue(
                    compose.matches("(?s).*\n  " + service + ":\n    image: [^\n]+\n    user: \"10001\"\n.*"), service);
        }
        assertTrue(Files.readAllLines(Path.of("docker/Dockerfile")).contains("USER 10001"));
    }

    @Test
    void aNewSecretHas264BitsOfChanceAndNoTwoAreAlike() throws Exception {
        secrets("make");
        var drawn = new TreeSet<String>();
        for (var file : List.of(
                "application/THINKUKNOW_SECRET",
                "application/THINKUKNOW_KEYCLOAK_ACCOUNTS_SECRET",
                "keycloak/KC_BOOTSTRAP_ADMIN_PASSWORD",
                "keycloak/THINKUKNOW_FIRST_PASSWORD",
                "mariadb/THINKUKNOW_DB_ROOT_PASSWORD")) {
            assertTrue(read(file).matches("[A-Za-z0-9]{44}"), file);
            drawn.add(read(file).substring(0, 8));
            drawn.add(read(file).substring(36));
        }
        assertEquals(10, drawn.size());
    }

    @Test
    void aCertificateInsideIsOfTheOneAuthorityForOneNameAndAShortTime() throws Exception {
        secrets("make");
        assertEquals("", verify("keycloak", "keycloak", "authority"));
        assertTrue(verify("keycloak", "application", "authority").contains("hostname mismatch"));
        var shown = openssl("x509 -in $DATA/keycloak/inner.pem -noout -text");
        assertTrue(shown.contains("NIST CURVE: P-256") && shown.contains("CA:FALSE"), shown);
        assertEquals("Certificate will not expire", openssl("x509 -in $DATA/keycloak/inner.pem -checkend 30000000"));
        assertEquals("Certificate will expire", openssl("x509 -in $DATA/keycloak/inner.pem -checkend 35000000"));
        openssl("req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -subj '/CN=ThinkUKnow inside'"
                + " -keyout $DATA/other.key -out $DATA/sign-in/inner-other.pem");
        assertTrue(verify("keycloak", "keycloak", "sign-in", "inner-other").contains("verification failed"));
    }

    @Test
    void whatIsThereStaysAndCertificatesAreMadeAgainByTheSameAuthority() throws Exception {
        secrets("make");
        var secret = read("application/THINKUKNOW_SECRET");
        var certificate = read("keycloak/inner.pem");
        var authority = read("authority/inner-ca.pem");
        secrets("make");
        assertEquals(secret, read("application/THINKUKNOW_SECRET"));
        assertEquals(certificate, read("keycloak/inner.pem"));
        openssl(
                "req -x509 -key $DATA/keycloak/inner.key -subj /CN=keycloak -days 50 -out $DATA/ends && mv -f $DATA/ends $DATA/keycloak/inner.pem");
        secrets("make");
        assertEquals("", verify("keycloak", "keycloak", "sign-in"), "one that ended soon was made again");
        certificate = read("keycloak/inner.pem");
        secrets("certificates");
        assertNotEquals(certificate, read("keycloak/inner.pem"));
        assertEquals(authority, read("authority/inner-ca.pem"));
        assertEquals("", verify("keycloak", "keycloak", "sign-in"));
    }

    @Test
    void takesOverAnOlderFileAndPutsANewKeyInFront() throws Exception {
        var older = folder.resolveSibling(folder.getFileName() + ".env");
        Files.writeString(
                older, "KEYCLOAK_DB_PASSWORD=as-before\nTHINKUKNOW_WORRY_KEYS=1:old=\nTHINKUKNOW_SMTP_PASSWORD=m\n");
        secrets("make --from " + older);
        assertEquals("as-before", read("keycloak/KC_DB_PASSWORD"));
        assertEquals("as-before", read("mariadb/KC_DB_PASSWORD"));
        assertEquals("1:old=", read("application/THINKUKNOW_WORRY_KEYS"));
        assertEquals("m", read("application/THINKUKNOW_SMTP_PASSWORD"));
        secrets("change THINKUKNOW_WORRY_KEYS");
        assertTrue(read("application/THINKUKNOW_WORRY_KEYS").matches("\\d{12}:[^,]{44},1:old="));
        secrets("change KC_DB_PASSWORD");
        assertNotEquals("as-before", read("keycloak/KC_DB_PASSWORD"));
        assertEquals(read("keycloak/KC_DB_PASSWORD"), read("mariadb/KC_DB_PASSWORD"));
    }

    /** But the first password, which is changed at the first sign-in, and the name of an administrator. */
    @Test
    void eachSecretHasItsTimeInTheDocument() throws IOException {
        var document = Files.readString(Path.of("docs/operations/keys.md"));
        var times =
                document.replaceFirst("(?s).*\n## The life of a key\n", "").replaceFirst("(?s)\n\\*\\*Made\\..*", "");
        var secrets = document.replaceFirst("(?s)\n## Containers\n.*", "")
                .lines()
                .filter(row -> row.startsWith("| `"))
                .flatMap(row -> Pattern.compile("`([A-Z_]+)`")
                        .matcher(row.split("\\|")[1])
                        .results())
                .map(name -> name.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        assertTrue(secrets.containsAll(Set.of("APP_SECRET", "WORRY_KEYS", "BADGE_KEYS", "BACKUP_SECRET")));
        secrets.removeAll(Set.of("KEYCLOAK_ADMIN", "FIRST_PASSWORD"));
        secrets.removeIf(
                name -> times.lines().anyMatch(row -> row.matches("\\| [^|]*`" + name + "`.*(?: [^ |][^|]* \\|){4}")));
        assertEquals(Set.of(), secrets);
    }

    @Test
    void theDocumentSaysOfEachValueHowItTellsItsAlgorithm() throws IOException {
        var rows = Files.readString(Path.of("docs/operations/keys.md"))
                .replaceFirst("(?s).*\n## Change an algorithm\n", "")
                .replaceFirst("(?s)\n## .*", "")
                .lines()
                .toList();
        for (var value : List.of(
                "worries",
                "tokens of a sign-in",
                "join codes and seats",
                "certificates of training",
                "Keycloak's tokens",
                "links of invitations",
                "links of places on training",
                "passwords of calendars",
                "first passwords",
                "calls to webhooks",
                "the audit",
                "passwords")) {
            var full = "\\| " + value + " \\|(?: [^ |][^|]* \\|){2}";
            assertEquals(1, rows.stream().filter(row -> row.matches(full)).count(), value);
        }
    }

    @Test
    void aNewBadgeKeyHas3072Bits() throws Exception {
        secrets("make");
        assertEquals(
                "Private-Key: (3072 bit, 2 primes)",
                bash("sed 's/.*://' $DATA/application/THINKUKNOW_BADGE_KEYS | base64 -d"
                                + " | openssl pkey -inform DER -noout -text | head -n 1")
                        .output());
    }

    /** As scripts/start finds it after version 1.3. */
    @Test
    void aBadgeKeyOf2048BitsGetsALongOneInFrontOnce() throws Exception {
        var renewed = Bash.run(List.of("common", "secrets"), folder, """
                BADGE_KEYS=1:$(openssl genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:2048 2>/dev/null | grep -v -- ----- | tr -d '\\n')
                echo "BADGE_KEYS=$BADGE_KEYS" >$DATA/secrets.env
                before=$BADGE_KEYS
                renew_badge_key
                [[ $BADGE_KEYS == 2*:*,$before && $(<$DATA/secrets.env) == "BADGE_KEYS=$BADGE_KEYS" ]] || echo "$BADGE_KEYS"
                renewed=$BADGE_KEYS
                renew_badge_key
                [[ $BADGE_KEYS == "$renewed" ]] || echo again
                base64 -d <<<"$(sed 's/,.*//; s/.*://' <<<"$BADGE_KEYS")" | openssl pkey -inform DER -noout -text | head -n 1
                """);
        assertEquals("Private-Key: (3072 bit, 2 primes)", renewed.output());
    }

    @Test
    void keycloakStartsWithWhatItsFilesSay() throws Exception {
        Files.createDirectories(folder.resolve("bin"));
        Files.writeString(folder.resolve("bin/kc.sh"), "#!/bin/sh\necho \"$KC_DB_PASSWORD $*\"\n");
        Files.setPosixFilePermissions(folder.resolve("bin/kc.sh"), PosixFilePermissions.fromString("rwx------"));
        Files.writeString(folder.resolve("KC_DB_PASSWORD"), "its password\n");
        assertEquals(
                "its password start --optimized",
                bash("THINKUKNOW_SECRETS=$DATA KEYCLOAK_HOME=$DATA docker/keycloak/with-secrets start --optimized")
                        .output());
    }

    @Test
    void keycloakSaysAtItsStartThatEverybodyWouldGuessItsAdministrator() throws Exception {
        Files.createDirectories(folder.resolve("bin"));
        Files.writeString(folder.resolve("bin/kc.sh"), "#!/bin/sh\necho started\n");
        Files.setPosixFilePermissions(folder.resolve("bin/kc.sh"), PosixFilePermissions.fromString("rwx------"));
        var start = "KC_BOOTSTRAP_ADMIN_USERNAME=%s KEYCLOAK_HOME=$DATA docker/keycloak/with-secrets start";
        assertEquals("started", bash(start.formatted("keeper-4f9d2c71ab03")).output());
        var said = bash(start.formatted("Admin")).output();
        assertTrue(said.startsWith("KEYCLOAK_ADMIN is Admin, as everybody would guess"), said);
        assertTrue(said.endsWith("started"), "an older installation goes on");
    }

    private String verify(String service, String name, String trusting) throws Exception {
        return verify(service, name, trusting, "inner-ca");
    }

    /** What OpenSSL finds wrong with a service's certificate, as a client that trusts one authority. */
    private String verify(String service, String name, String trusting, String authority) throws Exception {
        var answer =
                openssl("verify -no-CApath -no-CAstore -CAfile $DATA/%s/%s.pem -verify_hostname %s $DATA/%s/inner.pem"
                        .formatted(trusting, authority, name, service));
        return answer.endsWith("inner.pem: OK") ? "" : answer;
    }

    private String openssl(String words) throws Exception {
        return bash("openssl " + words + " || true").output();
    }

    private void secrets(String words) throws Exception {
        var answer = bash("scripts/secrets " + words + " --mine --to $DATA");
        assertEquals(0, answer.exit(), answer.output());
    }

    private Bash bash(String command) throws IOException, InterruptedException {
        return Bash.run(List.of(), folder, command);
    }

    private String read(String file) throws IOException {
        return Files.readString(folder.resolve(file)).strip();
    }

    private static Set<String> names(Path folder) throws IOException {
        return list(folder).stream()
                .map(file -> file.getFileName().toString())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<Path> list(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.toList();
        }
    }
}
