package uk.thinkuknow;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.PageForms.PageForm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * Sends the forms of every page that names something of a school, or nothing, with what they may not hold: with odd values
 * each field is refused or taken, and with another school's ids nothing of that school changes.
 */
@QuarkusTest
class HostileFormsTest {
    private static final List<String> ODD = List.of(
            "",
            "-1",
            "99999999999999999999",
            "1e9",
            "2026-02-30",
            "25:61",
            "zzzzzzzzzz",
            "../../x",
            "'\"><b>%s${1}{x}",
            "\uD83E\uDD8A".repeat(40),
            "x".repeat(6_000));
    private static final Pattern PUBLIC_ID = Pattern.compile("[a-z0-9]{10}");

    /** Somebody may ask to belong to any school; its administrators decide. */
    private static final String CLAIM = "/my-schools";

    private static final Map<String, String> OWNERS = Map.of(
            "public_id", "%s",
            "school_id", "select id from school where public_id in (%s)",
            "class_id", "select id from class_group where public_id in (%s)",
            "session_id", "select id from session where public_id in (%s)",
            "booking_id", "select id from booking where public_id in (%s)",
            "worry_id", "select id from worry where public_id in (%s)",
            "staff_id", "select id from staff where public_id in (%s)");

    @Inject
    GivenFullSchools given;

    @Inject
    DataSource database;

    private final Map<StaffBrowser, StaffBrowser.Opened> tokens = new HashMap<>();

    /** A form, and who may send it. */
    private record Sendable(StaffBrowser user, PageForm form) {}

    @Test
    void anOddValueInAnyFieldOfAnyFormIsRefusedOrTakenAndNoError() {
        var failed = new TreeSet<String>();
        int tried = 0;
        for (var each : forms(given.school())) {
            for (var field : TestSample.tenth(each.form().fields().keySet())) {
                for (var odd : odd(each.form().action() + field)) {
                    tried++;
                    int status = send(each.user(), each.form().with(field, odd));
                    if (status >= 500) {
                        failed.add(each.form().action() + " answers " + status + " to " + field + "=" + shortened(odd));
                    }
                }
            }
        }
        assertEquals(new TreeSet<>(), failed);
        assertTrue(tried > (TestSample.ALL ? 250 : 15), "" + tried);
    }

    @Test
    void aFormWithAnotherSchoolsIdsChangesNothingOfThatSchool() throws SQLException {
        var ours = given.school();
        var theirs = given.school();
        var swaps = new HashMap<String, String>();
        ours.things().forEach((kind, thing) -> swaps.put(thing.id(), theirs.id(kind)));
        swaps.keySet().removeIf(id -> !PUBLIC_ID.matcher(id).matches());
        var sendable = forms(ours).stream()
                .filter(each -> !each.form().action().startsWith(CLAIM))
                .map(each -> new Sendable(each.user(), each.form().each(text -> swapped(text, swaps))))
                .filter(each -> Stream.concat(
                                each.form().fields().keySet().stream(), each.form().fields().values().stream())
                        .anyMatch(text -> swaps.values().stream().anyMatch(text::contains)))
                .toList();
        var before = rowsOf(theirs);
        var answers = new TreeMap<String, Integer>();
        sendable.forEach(each -> answers.put(each.form().action(), send(each.user(), each.form())));
        assertEquals(before, rowsOf(theirs), answers.toString());
        assertTrue(answers.size() > (TestSample.ALL ? 10 : 5), answers.toString());
    }

    private static String swapped(String text, Map<String, String> swaps) {
        var changed = text;
        for (var swap : swaps.entrySet()) {
            changed = changed.replace(swap.getKey(), swap.getValue());
        }
        return changed;
    }

    /** Each form once of the pages without an id, and of those of the school's own things, for all who may open them. */
    private List<Sendable> forms(GivenFullSchools.FullSchool school) {
        var found = new ArrayList<Sendable>();
        var known = new HashSet<String>();
        var ids = school.things().values().stream()
                .map(GivenFullSchools.OwnedThing::id)
                .filter(PUBLIC_ID.asMatchPredicate())
                .toList();
        var asked = "?school=" + school.id("school") + "&class=" + school.id("class");
        AccessMatrixTest.table().forEach((route, allowed) -> {
            var kinds = SchoolIsolationTest.kindsOf(route);
            if (!route.startsWith("GET ")
                    || route.contains("{") && kinds.getFirst().equals("-")) {
                return;
            }
            var path = route.contains("{")
                    ? SchoolIsolationTest.path(route, kinds, school)
                    : route.substring("GET ".length()).strip();
            for (var user :
                    TestSample.pick(route, users(school, allowed, route.contains("{") ? kinds.getLast() : null))) {
                var page = user.get(path + asked);
                if (page.statusCode() == 200
                        && String.valueOf(page.contentType()).startsWith("text/html")) {
                    PageForms.of(page.asString(), value -> ids.stream().anyMatch(value::contains)).stream()
                            .filter(form ->
                                    known.add(form.action() + form.fields().keySet()))
                            .forEach(form -> found.add(new Sendable(user, form)));
                }
            }
        });
        return found;
    }

    private static List<StaffBrowser> users(GivenFullSchools.FullSchool school, String allowed, String kind) {
        var users = new ArrayList<StaffBrowser>();
        if (kind != null) {
            users.add(school.things().get(kind).owner());
        }
        Stream.of("teacher", "dsl", "trainer", "manager")
                .filter(role ->
                        allowed.equals("**") || List.of(allowed.split(",")).contains(role))
                .forEach(role -> users.addAll(school.people().get(role)));
        return users;
    }

    private static List<String> odd(String key) {
        int first = Math.floorMod(key.hashCode(), ODD.size());
        return TestSample.ALL ? ODD : List.of(ODD.get(first));
    }

    private static String shortened(String odd) {
        return odd.substring(0, Math.min(odd.length(), 30));
    }

    private int send(StaffBrowser user, PageForm form) {
        return form.send(user, tokens.computeIfAbsent(user, any -> user.open("/training")));
    }

    /** A sum of the rows of each table that belong to a school, or to its class, sessions, booking, worry or person. */
    private Map<String, String> rowsOf(GivenFullSchools.FullSchool school) throws SQLException {
        var ids = school.things().values().stream()
                .map(thing -> "'" + thing.id() + "'")
                .collect(Collectors.joining(","));
        var rows = new TreeMap<String, String>();
        try (var db = database.getConnection()) {
            for (var table : all(db, """
                    select concat(c.table_name, ' ', o.column_name, ' ', group_concat(concat('coalesce(`', c.column_name, '`,0)') order by c.ordinal_position))
                    from information_schema.columns c join information_schema.columns o using (table_schema, table_name)
                    join information_schema.tables t using (table_schema, table_name)
                    where table_schema = database() and t.table_type = 'BASE TABLE'
                      and o.column_name in ('public_id', 'school_id', 'class_id', 'session_id', 'booking_id', 'worry_id', 'staff_id')
                    group by c.table_name, o.column_name""")) {
                var words = table.split(" ", 3);
                rows.put(
                        words[0] + " " + words[1],
                        all(
                                        db,
                                        "select concat(count(*), ' ', coalesce(sum(crc32(concat_ws('|', " + words[2]
                                                + "))), 0)) from " + words[0] + " where " + words[1] + " in ("
                                                + OWNERS.get(words[1]).formatted(ids) + ")")
                                .getFirst());
            }
        }
        return rows;
    }

    private static List<String> all(Connection db, String sql) throws SQLException {
        var found = new ArrayList<String>();
        try (var asked = db.createStatement();
                var rows = asked.executeQuery(sql)) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }
}
