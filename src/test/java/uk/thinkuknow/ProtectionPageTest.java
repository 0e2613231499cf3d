package uk.thinkuknow;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.identity.staff.HeldTable;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Checks docs/compliance/protection.md: each kind of data has one level, and what the page names exists. */
class ProtectionPageTest {
    private static final Path PAGE = Path.of("docs/compliance/protection.md");
    private static final Path SOURCES = Path.of("src");
    private static final Pattern LEVEL = Pattern.compile(
            "(?m)^\\| (?:public|internal|personal|by card|secret) \\| ([^|]+) \\| ([^|]+) \\| ([^|]+) \\|$");
    private static final Pattern QUOTED = Pattern.compile("`([^`]+)`");
    private static final Pattern SETS_A_COOKIE =
            Pattern.compile("NewCookie\\.Builder\\(|Cookie\\.cookie\\(|SET_COOKIE");
    private static final List<String> NEEDS = List.of(
            "who reads",
            "changed by",
            "changed by somebody without the right: seen by",
            "in the database",
            "in files of MariaDB",
            "in backups",
            "on the way to people",
            "on the way to the database",
            "in the log",
            "in emails",
            "in exports",
            "kept");
    private static final List<String> NOT_IN_A_TABLE = List.of(
            "passwords (Argon2), seeds of codes",
            "ID, access and refresh tokens of a sign-in (JWT: signed, only encoded)",
            "certificate of training (JWT: signed, only encoded)",
            "a message (`Flash`, in Base64)",
            "in an address (Base64 of HTTP Basic)",
            "secrets in files (Base64)",
            "a form that was sent after the sign-in had ended",
            "files of an export, a backup, a printed register",
            "the application's log");
    private static final List<String> COLUMNS = List.of("names", "usernames", "emails", "words", "data.yaml");

    @Test
    void eachKindOfDataHasOneLevel() throws IOException {
        var kinds = levels(1).stream().sorted().toList();
        assertEquals(
                Arrays.stream(HeldTable.Kind.values()).map(Enum::name).sorted().toList(), kinds);
        assertEquals(
                List.of("public", "internal", "personal", "by card", "secret"),
                LEVEL.matcher(Files.readString(PAGE))
                        .results()
                        .map(row -> row.group().split(" \\| ")[0].substring(2))
                        .toList());
    }

    @Test
    void whatIsInNoTableOrOnlyEncodedHasALevel() throws IOException {
        var rows = Files.readString(PAGE)
                .split("\n\\| what \\| holds \\| level \\| kept \\|\n", 2)[1]
                .lines()
                .skip(1)
                .takeWhile(line -> line.startsWith("|"))
                .toList();
        rows.forEach(row -> assertTrue(
                row.matches("\\|(?: [^|]+ \\|){2} (?:public|internal|personal|by card|secret|as that) \\| [^|]+ \\|"),
                row));
        for (var kept : NOT_IN_A_TABLE) {
            assertEquals(1, rows.stream().filter(row -> row.contains(kept)).count(), kept);
        }
    }

    @Test
    void eachLevelSaysWhatItNeeds() throws IOException {
        var needs = Files.readString(PAGE)
                .replaceFirst("(?s).*\n## What each level needs\n", "")
                .replaceFirst("(?s)\n## .*", "");
        for (var need : NEEDS) {
            var rows = needs.lines()
                    .filter(row -> row.startsWith("| " + need + " |"))
                    .toList();
            assertEquals(1, rows.size(), need);
            assertTrue(rows.getFirst().matches("\\|(?: [^ |][^|]* \\|){6}"), need);
        }
    }

    @Test
    void eachTableThatALevelNamesExists() throws IOException {
        var missing = new TreeSet<String>();
        missing.addAll(levels(2));
        missing.addAll(levels(3));
        COLUMNS.forEach(missing::remove);
        missing.removeAll(HeldTable.ALL.keySet());
        assertEquals(new TreeSet<>(), missing);
    }

    @Test
    void eachClassThatThePageNamesExists() throws IOException {
        var missing = new TreeSet<String>();
        QUOTED.matcher(Files.readString(PAGE))
                .results()
                .map(named -> named.group(1))
                .filter(name -> name.matches("[A-Z]\\w*[a-z]\\w*"))
                .forEach(missing::add);
        try (var files = Files.walk(SOURCES)) {
            files.forEach(file -> missing.remove(file.getFileName().toString().replace(".java", "")));
        }
        assertEquals(new TreeSet<>(), missing);
    }

    @Test
    void eachFieldSaysWhoReadsItWhoChangesItAndWhichClassSeesToThat() throws IOException {
        var rows = Files.readString(PAGE)
                .split("\n\\| record \\| field \\| read by \\| changed by \\| in \\|\n", 2)[1]
                .lines()
                .skip(1)
                .takeWhile(line -> line.startsWith("|"))
                .toList();
        assertTrue(rows.size() > 30, rows.toString());
        rows.forEach(row -> assertTrue(row.matches("\\|( [^|]*[^ |] \\|){4} (`[A-Z][A-Za-z]+`|Keycloak) \\|"), row));
    }

    /** A cookie may hold what is only encoded. Those that end cookies, or change only their names, set none of their own. */
    @Test
    void eachClassThatSetsACookieIsNamed() throws IOException {
        var sets = new TreeSet<String>();
        try (var files = Files.walk(SOURCES.resolve("main/java"))) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                if (SETS_A_COOKIE.matcher(Files.readString(file)).find()) {
                    sets.add(file.getFileName().toString().replace(".java", ""));
                }
            }
        }
        assertTrue(sets.containsAll(List.of("Flash", "LinkCodes")), sets.toString());
        sets.removeAll(List.of("ErrorPages", "HostCookies"));
        QUOTED.matcher(Files.readString(PAGE)).results().forEach(named -> sets.remove(named.group(1)));
        assertEquals(new TreeSet<>(), sets);
    }

    /** What is quoted in one column of the table of levels. */
    private static List<String> levels(int column) throws IOException {
        return LEVEL.matcher(Files.readString(PAGE))
                .results()
                .flatMap(row -> QUOTED.matcher(row.group(column)).results().map(name -> name.group(1)))
                .toList();
    }
}
