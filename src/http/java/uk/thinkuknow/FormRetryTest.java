package uk.thinkuknow;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * Checks that every form gives the same status, and writes as many audit entries and emails, with conflicts of its
 * transactions, which {@link ConflictInjector} makes, as without them.
 */
@QuarkusTest
class FormRetryTest {
    @Inject
    GivenFullSchools given;

    @Inject
    DataSource database;

    private final Map<StaffBrowser, StaffBrowser.Opened> pages = new HashMap<>();
    private int conflicts;

    /** The result of a form: its status, and the number of new audit entries and emails. */
    private record Done(int status, long entries, long letters) {}

    @Test
    void everyFormGivesTheSameStatusAndAsManyAuditEntriesAndEmailsAfterConflicts() throws SQLException {
        var without = new TreeMap<String, Done>();
        var after = new TreeMap<String, Done>();
        var some = given.school();
        var others = given.school();
        for (var row : AccessMatrixTest.table().entrySet()) {
            var route = row.getKey();
            if (route.startsWith("POST ") && !route.startsWith("POST /api/") && TestSample.isOneInTen(route)) {
                without.put(route, done(route, row.getValue(), some, "?" + ConflictInjector.NONE));
                after.put(route, done(route, row.getValue(), others, ""));
            }
        }
        assertEquals(without, after);
        assertEquals(
                List.of(),
                after.values().stream().filter(each -> each.status() >= 500).toList());
        assertTrue(conflicts > (TestSample.ALL ? 150 : 10), conflicts + " of " + after.size());
    }

    /** Sends the form as the first permitted user whose answer is not 403. */
    private Done done(String route, String allowed, GivenFullSchools.FullSchool school, String query)
            throws SQLException {
        var kinds = SchoolIsolationTest.kindsOf(route);
        boolean named = route.contains("{") && !kinds.getFirst().equals("-");
        var path = named
                ? SchoolIsolationTest.path(route, kinds, school)
                : route.substring("POST ".length()).replaceAll("\\{[^}]+}", "none");
        var senders = new ArrayList<StaffBrowser>();
        if (named) {
            senders.add(school.things().get(kinds.getLast()).owner());
        }
        Stream.of("teacher", "dsl", "trainer", "manager")
                .filter(role -> allowed.equals("all") || allowed.equals("**") || allowed.contains(role))
                .forEach(role -> senders.addAll(school.people().get(role)));
        senders.add(StaffBrowser.as("ada " + allowed.replace(',', ' ')));
        for (var sender : senders) {
            var done = send(sender, path.strip() + query, school);
            if (done.status() != 403) {
                return done;
            }
        }
        throw new AssertionError("nobody may send " + route);
    }

    private Done send(StaffBrowser sender, String path, GivenFullSchools.FullSchool school) throws SQLException {
        var page = pages.computeIfAbsent(sender, any -> sender.open("/training"));
        long entries = count("audit_entry");
        long letters = count("letter");
        var answer = sender.send(page, path, "school", school.id("school"));
        conflicts += answer.header(ConflictInjector.HEADER) == null ? 0 : 1;
        return new Done(answer.statusCode(), count("audit_entry") - entries, count("letter") - letters);
    }

    private long count(String table) throws SQLException {
        try (var connection = database.getConnection();
                var asked = connection.createStatement();
                var rows = asked.executeQuery("select count(*) from " + table)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
