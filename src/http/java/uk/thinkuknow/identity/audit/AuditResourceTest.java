package uk.thinkuknow.identity.audit;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.StaffBrowser;
import uk.thinkuknow.common.London;
import uk.thinkuknow.identity.staff.PeopleService;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Tests the audit page: filter, paging and CSV export. */
@QuarkusTest
class AuditResourceTest {
    private static final Pattern NEXT = Pattern.compile("before=(\\d+)\" rel=\"next\"");

    private static final StaffBrowser AUDITOR = StaffBrowser.as("aoife auditor");

    @Inject
    PeopleService people;

    @Inject
    EntityManager database;

    @Inject
    Clock clock;

    private final String thing = "thing " + ThreadLocalRandom.current().nextInt(1_000_000_000);

    @Test
    void entriesAreFoundByPersonActSubjectAndDay() {
        for (var year : List.of("0000", "%2B999999999")) {
            assertTrue(read("from=" + year + "-01-01").statusCode() < 500, year);
        }
        people.note("Una Audited", "tried a thing", thing, "a detail <b>");
        people.noteChange("Una Audited", "changed a thing", thing, "red", "blue");
        var today = London.today(clock);
        read("subject=" + thing)
                .then()
                .body(containsString("a detail &lt;b&gt;"))
                .body(containsString("<del>red</del>"))
                .body(containsString("<ins>blue</ins>"));
        var found = List.of(
                "who=una a",
                "act=tried a thing",
                "from=" + today,
                "to=" + today,
                "from=" + today + "&to=" + today + "&who=UNA");
        for (var query : found) {
            read("subject=" + thing + "&" + query).then().body(containsString("a detail"));
        }
        var nothing = List.of(
                "who=nobody",
                "who=%25",
                "act=tried",
                "from=" + today.plusDays(1),
                "to=" + today.minusDays(1),
                "who=' or 1=1 --");
        for (var query : nothing) {
            read("subject=" + thing + "&" + query).then().statusCode(200).body(not(containsString("a detail")));
        }
    }

    @Test
    void anInvalidDayIsReported() {
        read("from=soon").then().statusCode(422).body(containsString("The first day is no date"));
        read("to=2026-02-30").then().statusCode(422).body(containsString("The last day is no date"));
        assertEquals(409, AUDITOR.get("/audit/csv?from=soon").statusCode());
    }

    @Test
    void pagingShowsEveryEntryOnce() {
        QuarkusTransaction.requiringNew().run(() -> {
            for (int i = 0; i < 120; i++) {
                people.note("Una Audited", "did", thing, "number " + i + ".");
            }
        });
        var query = "subject=" + thing;
        var seen = 0;
        var pages = 0;
        var address = "/audit?" + query;
        while (!address.isEmpty()) {
            var page = AUDITOR.get(address).asString();
            for (int i = 0; i < 120; i++) {
                seen += page.contains("number " + i + ".") ? 1 : 0;
            }
            pages++;
            var next = NEXT.matcher(page);
            address = next.find() ? "/audit?" + query + "&before=" + next.group(1) : "";
        }
        assertEquals(120, seen);
        assertEquals(5, pages);
    }

    @Test
    void inAnExportNoCellIsAFormulaAndTheExportIsAudited() {
        for (int i = 0; i < 3; i++) {
            people.note("=cmd|' /C calc'!A0", "did", thing, "+1, \"quoted\"\nŵ");
        }
        people.noteChange("@Una", "changed", thing, "-1", "＝2");
        var copy = AUDITOR.get("/audit/csv?subject=" + thing);
        copy.then().statusCode(200).header("Content-Type", startsWith("text/csv"));
        var text = copy.asString();
        assertTrue(text.contains("'=cmd|"), text);
        assertTrue(text.contains("\"'+1, \"\"quoted\"\"\nŵ\""), text);
        assertTrue(text.contains("'@Una"), text);
        assertTrue(text.contains("'-1,'＝2"), text);
        assertFalse(text.contains(",=") || text.contains(",+") || text.contains(",@") || text.contains(",-"), text);
        assertEquals(
                "took a copy of the audit", people.trailOf("audit").getFirst().act());
    }

    @Test
    void noEntryCanBeChangedOrDeleted() {
        people.note("Una Audited", "did", thing, "");
        assertThrows(PersistenceException.class, () -> run("update audit_entry set detail = 'x' where subject = ?1"));
        assertThrows(PersistenceException.class, () -> run("delete from audit_entry where subject = ?1"));
    }

    @Transactional
    void run(String sql) {
        database.createNativeQuery(sql).setParameter(1, thing).executeUpdate();
    }

    private static io.restassured.response.Response read(String query) {
        return AUDITOR.get("/audit?" + query);
    }
}
