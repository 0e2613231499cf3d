package uk.thinkuknow.operations.system;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.StaffBrowser;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

/** Tests the administrators' page about the state of the installation. */
@QuarkusTest
class SystemResourceTest {
    private final StaffBrowser ada = StaffBrowser.as("system-ada administrator");

    @Inject
    DataSource database;

    @Test
    void thePageShowsTheVersionsAndTheStateOfTheDatabase() {
        ada.get("/system")
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body(containsString("MariaDB"))
                .body(containsString(Runtime.version().toString()))
                .body(containsString("Database schema"))
                .body(matchesPattern(Pattern.compile(
                        ".*Version \\d+, since \\d+ [A-Z][a-z]+ \\d{4}\\. [A-Z][a-z]+[^<]*\\.</dd>.*", Pattern.DOTALL)))
                .body(containsString("connections"));
    }

    @Test
    void thePageSaysThatEveryFactIsConfirmed() {
        ada.get("/system").then().body(containsString("A person has confirmed every number and every law"));
    }

    @Test
    void withoutAMailServerThePageSaysThatLettersWaitAndWhichSettingNamesOne() {
        ada.get("/system")
                .then()
                .body(containsString("None is set up: letters to staff are written and wait"))
                .body(containsString("THINKUKNOW_SMTP_HOST"));
    }

    @Test
    void aLetterThatWaitsTooLongIsShownWithAdvice() throws SQLException {
        run("DELETE FROM letter");
        ada.get("/system").then().body(not(containsString("what the mail server answered")));
        run("""
                INSERT INTO letter (public_id, recipient, subject, text_body, html_body, about, state, attempts, written_at, due_at)
                VALUES ('system2345', 'nobody@example.org', 'Hello', '', '', 'test', 'WAITING', 0, UTC_TIMESTAMP() - INTERVAL 3 HOUR, UTC_TIMESTAMP())""");
        ada.get("/system")
                .then()
                .body(containsString("1, the oldest for 3 hours"))
                .body(containsString("what the mail server answered"));
        run("DELETE FROM letter");
    }

    @Test
    void theExpiryOfTheTlsCertificateIsUnknownIfNobodyAnswers() {
        var nobody = new TlsCertificate(URI.create("https://localhost:9"));
        assertEquals(
                List.of("It could not be read"),
                nobody.at(Instant.now()).stream().map(SystemCheck.Found::words).toList());
        assertEquals(List.of(), new TlsCertificate(URI.create("http://localhost:9")).at(Instant.now()));
    }

    @Test
    void durationsAreShownInTheLargestUnitOfWhichThereAreTwoOrMore() {
        assertEquals("90 seconds", SystemReport.inWords(Duration.ofSeconds(90)));
        assertEquals("3 minutes", SystemReport.inWords(Duration.ofSeconds(200)));
        assertEquals("47 hours", SystemReport.inWords(Duration.ofHours(47)));
        assertEquals("3 days", SystemReport.inWords(Duration.ofHours(80)));
    }

    private void run(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
