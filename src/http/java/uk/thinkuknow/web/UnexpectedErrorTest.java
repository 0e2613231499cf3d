package uk.thinkuknow.web;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.LogCapture;
import uk.thinkuknow.StaffBrowser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static uk.thinkuknow.classroom.board.ApiCalls.post;

/** Tests what a real error shows and logs: a table is renamed while a page and a child's call read it. */
@QuarkusTest
class UnexpectedErrorTest {
    private static final Pattern REFERENCE = Pattern.compile("reference\\W+([0-9a-z]{10})\\b");
    private static final Pattern INNER = Pattern.compile(
            "(?i)exception|select |from [a-z_]+ where|java\\.|uk\\.thinkuknow|mariadb|hibernate|\\.java:");

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String url;

    @ConfigProperty(name = "quarkus.flyway.username")
    String owner;

    @ConfigProperty(name = "quarkus.flyway.password")
    String password;

    private static final String MODULE = "the-group-chat";

    private final LogCapture log = new LogCapture();

    @BeforeEach
    void listen() {
        log.listen();
    }

    @AfterEach
    void stop() {
        log.close();
    }

    @Inject
    EntityManager database;

    @Test
    void theLogOfABrokenRuleOfTheDatabaseHasNoValuesOfTheRow() {
        var copy =
                "insert into module (module_key, band_key) select module_key, band_key from module where module_key = '"
                        + MODULE + "'";
        assertThrows(
                RuntimeException.class,
                () -> QuarkusTransaction.requiringNew()
                        .run(() -> database.createNativeQuery(copy).executeUpdate()));
        assertFalse(log.text().contains(MODULE), log.text());
    }

    @Test
    void aPageShowsAReferenceAndNothingOfTheErrorAndTheLogHasBoth() throws SQLException {
        var page = without("webhook", () -> StaffBrowser.as("ada administrator").get("/webhooks"));
        assertEquals(500, page.statusCode());
        check(page.asString(), "webhook");
    }

    @Test
    void aChildsCallGetsAReferenceAndNothingOfTheErrorAndTheLogHasBoth() throws SQLException {
        var answer = without("room", () -> post("/api/classroom", Map.of("code", "33333333")));
        assertEquals(503, answer.statusCode());
        assertEquals("2", answer.header("Retry-After"), "the page tries again");
        assertEquals(Map.of("why", "busy", "reference", answer.path("reference")), answer.path(""));
        check(answer.asString(), "room");
    }

    private void check(String shown, String table) {
        var reference = REFERENCE.matcher(shown);
        assertTrue(reference.find(), shown);
        assertFalse(INNER.matcher(shown).find(), shown);
        assertFalse(shown.contains(table + "'"), shown);
        var said = log.text();
        assertTrue(said.contains("reference " + reference.group(1)), said);
        assertTrue(said.contains("." + table + "' doesn't exist"), said);
        assertTrue(said.contains("\tat uk.thinkuknow."), said);
    }

    private <T> T without(String table, Supplier<T> act) throws SQLException {
        try (var db = DriverManager.getConnection(url, owner, password);
                var sql = db.createStatement()) {
            sql.execute("RENAME TABLE " + table + " TO " + table + "_away");
            try {
                return act.get();
            } finally {
                sql.execute("RENAME TABLE " + table + "_away TO " + table);
            }
        }
    }
}
