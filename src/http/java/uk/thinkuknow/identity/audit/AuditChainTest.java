package uk.thinkuknow.identity.audit;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.StaffBrowser;
import uk.thinkuknow.common.Sql;
import uk.thinkuknow.identity.staff.PeopleService;

import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

/**
 * Tests that the audit check finds changes made by somebody with the database owner's password, and that the
 * application's own database user cannot make any.
 */
@QuarkusTest
class AuditChainTest {
    @Inject
    PeopleService people;

    @Inject
    AuditChain chain;

    @Inject
    AuditCheck check;

    @Inject
    DataSource database;

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String url;

    @ConfigProperty(name = "quarkus.datasource.username")
    String applicationsUser;

    @ConfigProperty(name = "quarkus.flyway.username")
    String owner;

    @ConfigProperty(name = "quarkus.flyway.password")
    String password;

    private final String thing = "thing " + ThreadLocalRandom.current().nextInt(1_000_000_000);
    private long second;

    @BeforeEach
    void threeThingsAreDoneAndSealed() throws SQLException {
        for (var each : List.of("one", "two", "three")) {
            people.note("Una Audited", "did", thing, each);
        }
        assertNull(check.check().problem());
        second = number("select id from audit_entry where subject = '" + thing + "' and detail = 'two'");
    }

    @Test
    void anEntryWhoseDetailPersonOrTimeWasChangedIsFound() throws SQLException {
        for (var change : List.of("detail = 'owt'", "staff_name = 'Una audited'", "at = at + interval 1 second")) {
            assertEquals(
                    "Entry " + second,
                    begin(foundAfter("update audit_entry set " + change + " where id = " + second)),
                    change);
        }
        assertNull(foundAfter(), "as it was");
    }

    @Test
    void anEntryFalselyMarkedAsErasedIsFound() throws SQLException {
        assertEquals(
                "Entry " + second,
                begin(foundAfter("update audit_entry set detail = 'owt', erased_in = " + (second + 1) + " where id = "
                        + second)));
        assertEquals(
                "Entry " + (second + 1),
                begin(foundAfter("insert into audit_erasure (entry_id, in_entry, words_hash) values (" + second + ", "
                        + (second + 1) + ", unhex(repeat('00', 32)))")),
                "the entry in which it would have been done says nothing of it");
    }

    @Test
    void aDeletedEntryIsFoundEvenIfItsSealIsDeletedToo() throws SQLException {
        var entry = "delete from audit_entry where id = " + second;
        assertEquals("Entry " + second + " was taken away.", foundAfter(entry));
        assertEquals(
                "A seal before that of entry " + (second + 1) + " was taken away.",
                foundAfter(entry, "delete from audit_seal where entry_id = " + second));
    }

    @Test
    void aDeletedEndOfTheChainIsFound() throws SQLException {
        assertEquals(
                "The chain is not the one that was checked before: it was shortened, or written anew.",
                foundAfter(
                        "delete from audit_seal where entry_id > " + second,
                        "delete from audit_entry where id > " + second));
    }

    @Test
    void anInsertedEntryIsFound() throws SQLException {
        assertEquals(
                "Entry " + (second + 1_000_000) + " was put in later.",
                foundAfter(
                        "update audit_head set settled_to = " + (second + 1_000_000),
                        "insert into audit_entry (id, at, staff_name, act, subject, detail) values ("
                                + (second + 1_000_000) + ", utc_timestamp(6), 'Nobody', 'did', '" + thing
                                + "', 'not')"));
    }

    @Test
    void concurrentActsAndSealsMakeOneChain() throws Exception {
        var threads = new ArrayList<Thread>();
        for (int i = 0; i < 12; i++) {
            int who = i;
            threads.add(Thread.ofPlatform().start(() -> {
                for (int n = 0; n < 20; n++) {
                    people.note("Actor " + who, "did", thing, "act " + n);
                    if (n % 5 == 0) {
                        chain.sealAll();
                    }
                }
            }));
        }
        for (var each : threads) {
            each.join();
        }
        assertNull(problem());
        assertEquals(
                number("select count(*) from audit_entry where subject = '" + thing + "'"),
                number("select count(*) from audit_seal s join audit_entry e on e.id = s.entry_id where e.subject = '"
                        + thing + "'"));
        assertEquals(
                number("select count(*) from audit_seal"), number("select max(seq) from audit_seal"), "without a gap");
    }

    @Test
    void thePageShowsAuditorsThatTheChainIsUnbrokenAndIsClosedToManagers() {
        var auditor = StaffBrowser.as("aoife auditor");
        assertEquals(303, auditor.post("/audit/chain", "/audit/chain/check").statusCode());
        auditor.get("/audit/chain").then().statusCode(200).body(containsString("Unbroken"));
        StaffBrowser.as("mina manager").get("/audit/chain").then().statusCode(403);
    }

    @Test
    void theApplicationsDatabaseUserCanChangeNoStoredEntryAndNoTable() throws SQLException {
        assumeFalse(owner.equals(applicationsUser), "one user for both: triggers alone protect the audit here");
        try (var db = database.getConnection()) {
            for (var sql : List.of(
                    "delete from audit_entry",
                    "delete from audit_seal",
                    "delete from audit_erasure",
                    "update audit_entry set detail = ''",
                    "update audit_seal set hash = ''",
                    "update audit_erasure set words_hash = ''",
                    "truncate table audit_entry",
                    "drop table audit_entry",
                    "drop trigger tr_audit_entry_no_delete",
                    "alter table staff add column shoe_size int",
                    "create table mine (id int)",
                    "delete from flyway_schema_history",
                    "delete from counting_rules",
                    "delete from due_rule",
                    "update upgrade_day set over_from = now(6)",
                    "delete from retention_run")) {
                var refused = assertThrows(SQLException.class, () -> Sql.update(db, sql, List.of()), sql);
                assertTrue(List.of(1142, 1044).contains(refused.getErrorCode()), sql + ": " + refused.getMessage());
            }
        }
    }

    private @Nullable String problem() {
        return check.check().problem();
    }

    /** The start of a problem, "Entry 7", without its explanation. */
    private static String begin(@Nullable String problem) {
        return String.valueOf(problem).replaceAll("^(Entry \\d+).*", "$1");
    }

    /**
     * The problem that a check finds after the owner ran these statements without triggers; everything is rolled back
     * afterwards.
     */
    private @Nullable String foundAfter(String... acts) throws SQLException {
        try (var db = owner()) {
            var triggers = triggers(db);
            for (var trigger : triggers.keySet()) {
                Sql.update(db, "drop trigger " + trigger, List.of());
            }
            try {
                db.setAutoCommit(false);
                for (var act : acts) {
                    Sql.update(db, act, List.of());
                }
                return AuditCheck.CheckResult.of(db).problem();
            } finally {
                db.rollback();
                for (var trigger : triggers.values()) {
                    Sql.update(db, trigger, List.of());
                }
            }
        }
    }

    private static Map<String, String> triggers(Connection db) throws SQLException {
        var made = new HashMap<String, String>();
        try (var asked = db.createStatement();
                var rows = asked.executeQuery("""
                        select trigger_name, concat('create trigger ', trigger_name, ' ', action_timing, ' ', event_manipulation,
                          ' on ', event_object_table, ' for each row ', action_statement)
                        from information_schema.triggers
                        where trigger_schema = database() and event_object_table like 'audit%'""")) {
            while (rows.next()) {
                made.put(rows.getString(1), rows.getString(2));
            }
        }
        return made;
    }

    private Connection owner() throws SQLException {
        return DriverManager.getConnection(url, owner, password);
    }

    private long number(String sql) throws SQLException {
        try (var db = database.getConnection();
                var asked = db.createStatement();
                var row = asked.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }
}
