package uk.thinkuknow;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.identity.staff.HeldTable;

import static org.junit.jupiter.api.Assertions.assertEquals;

/**
 * Checks the SQL in the sources against the owners of the tables: only the owning package writes a table, and packages
 * after it read its view, except for the reads that TableRuleExceptions lists. StatementRecorder checks SQL that is
 * assembled at run time.
 */
class TableOwnersTest {
    private static final Path SOURCES = Path.of("src/main/java");

    private static List<SqlLiterals.Text> texts;

    @BeforeAll
    static void read() throws IOException {
        texts = SqlLiterals.read(SOURCES);
    }

    @Test
    void everyTableBelongsToAPackage() {
        var without = new TreeSet<String>();
        HeldTable.ALL.forEach((table, held) -> {
            if (!ArchitectureTest.ROOMS.contains(held.owner())) {
                without.add(table + ": " + held.owner());
            }
        });
        assertEquals(new TreeSet<>(), without);
    }

    /** Packages that took over tables from another one, whose migration stays as it was. */
    private static final Map<String, String> CREATED_BY = Map.of("schools.years", "schools_school");

    @Test
    void aMigrationCreatesOnlyTablesOfThePackageInItsName() throws IOException {
        var created = Pattern.compile("CREATE (?:TABLE|ALGORITHM .* VIEW) (\\w+?)(?:_v)?(?: AS| \\()");
        var strange = new TreeSet<String>();
        try (var files = Files.list(Path.of("src/main/resources/db/migration"))) {
            for (var file : files.filter(file -> file.toString().contains("__")).toList()) {
                var room = file.getFileName().toString().replaceAll("^V\\d+__|\\.sql$", "");
                created.matcher(Files.readString(file)).results().forEach(match -> {
                    var owner = HeldTable.ALL.get(match.group(1)).owner();
                    if (!room.startsWith(owner.replace('.', '_')) && !room.equals(CREATED_BY.get(owner))) {
                        strange.add(file.getFileName() + " creates " + match.group(1) + " of " + owner);
                    }
                });
            }
        }
        assertEquals(new TreeSet<>(), strange);
    }

    @Test
    void aPackageWritesOnlyItsOwnTablesAndOfOthersReadsOnlyViewsOfEarlierPackages() {
        var refused = new TreeSet<String>();
        each((text, place, use) -> {
            var why = use.refusal(text.room());
            if (why != null && !TableRuleExceptions.allowInSources(text.room(), use)) {
                refused.add(why + ": " + text.type() + ":" + text.lineOf(place));
            }
        });
        assertEquals("", String.join("\n", refused));
    }

    @Test
    void sqlOfCountingAndReachUsesNoTableOfChildrensAnswers() {
        var read = new TreeSet<String>();
        each((text, place, use) -> {
            var answers = use.owner().matches("classroom\\.(room|join|answers|player)");
            if (answers && text.room().matches("(counting|reach)\\b.*")) {
                read.add(use.name() + ": " + text.type() + ":" + text.lineOf(place));
            }
        });
        assertEquals("", String.join("\n", read));
    }

    @Test
    void hibernateQueriesNameOnlyEntitiesOfTheirOwnWing() throws IOException {
        var rooms = new TreeMap<String, String>();
        try (var files = Files.walk(SOURCES)) {
            for (var file :
                    files.filter(file -> file.toString().endsWith(".java")).toList()) {
                if (Files.readString(file).contains("\n@Entity\n")) {
                    var room = SOURCES.relativize(file.getParent()).toString().replace("uk/thinkuknow/", "");
                    rooms.put(file.getFileName().toString().replace(".java", ""), room.replace('/', '.'));
                }
            }
        }
        var named = Pattern.compile("\\b(?:from|join|update)\\s+(" + String.join("|", rooms.keySet()) + ")\\b");
        var strange = new TreeSet<String>();
        for (var text : texts) {
            named.matcher(text.value()).results().forEach(match -> {
                var room = rooms.get(match.group(1));
                if (!wingOf(text.room()).equals(wingOf(room))) {
                    strange.add(text.room() + " asks for " + match.group(1) + " of " + room + ": " + text.type() + ":"
                            + text.lineOf(match.start()));
                }
            });
        }
        assertEquals("", String.join("\n", strange));
    }

    private static String wingOf(String room) {
        return ArchitectureTest.wingOf(ArchitectureTest.ROOT + room);
    }

    /** Receives each table that a string of SQL uses. */
    private interface Found {
        void at(SqlLiterals.Text text, int place, TableUse use);
    }

    private static void each(Found found) {
        for (var text : texts) {
            if (text.isSql()) {
                TableUse.in(text.value()).forEach((place, use) -> found.at(text, place, use));
            }
        }
    }

    @Test
    void theTablesOfAStatementAreFoundAndWhichOfThemItWrites() {
        assertUses("select 1 from school s, region r where s.session = 1", Map.of("school", false, "region", false));
        assertUses(
                "insert into mark (id) select id from seat_v t join (select id from event) e",
                Map.of("mark", true, "seat_v", false, "event", false));
        assertUses("update session set room = 1", Map.of("session", true));
        assertUses("INSERT INTO room (id) VALUES (1) ON DUPLICATE KEY UPDATE seat = 1", Map.of("room", true));
        assertUses("delete e from seat s join event e on e.seat_id = s.id", Map.of("seat", true, "event", false));
    }

    private static void assertUses(String sql, Map<String, Boolean> expected) {
        var found = new TreeMap<String, Boolean>();
        TableUse.in(sql).values().forEach(use -> found.put(use.name(), use.writes()));
        assertEquals(new TreeMap<>(expected), found);
    }
}
