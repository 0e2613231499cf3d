package uk.thinkuknow.web;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.LogCapture;
import uk.thinkuknow.TestIdentity;
import uk.thinkuknow.common.SecurityLog;
import uk.thinkuknow.common.SecurityLogMinute;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * Tests that attempts to get round forms, origins and limits leave a line, without what was typed and without codes of
 * links.
 */
@QuarkusTest
class AttemptsTest {
    private static final String FORM = "application/x-www-form-urlencoded";

    @Inject
    SecurityLog security;

    private final LogCapture log = new LogCapture();

    @BeforeEach
    void listen() {
        SecurityLogMinute.begin(security);
        log.listen();
    }

    @AfterEach
    void stop() {
        log.close();
    }

    @Test
    void aFormWithoutItsTokenIsLogged() {
        var sent = given().header(TestIdentity.HEADER, "ada administrator")
                .contentType(FORM)
                .formParam("note", "Rowan")
                .post("/safeguards/deletion/record");
        assertEquals(400, sent.statusCode());
        logged("token refused", "POST /safeguards/…");
    }

    @Test
    void anotherSitesFormIsLoggedWithoutTheCodeOfALink() {
        var sent = given().header("Origin", "https://elsewhere.example")
                .contentType(FORM)
                .formParam("note", "Rowan")
                .post("/invitations/Rowan/new-account");
        assertEquals(403, sent.statusCode());
        logged("other site", "POST /invitations/…");
    }

    @Test
    void callsOfAnotherSitesPageAreLogged() {
        for (var path : new String[] {"/api/classroom", "/api/worry"}) {
            var sent = given().header("Origin", "https://elsewhere.example")
                    .contentType("application/json")
                    .body(Map.of("code", "Rowan"))
                    .post(path);
            assertEquals(403, sent.statusCode(), path);
        }
        logged("other site", "ClassroomApi.lookUp");
        logged("other site", "POST /api/…");
    }

    @Test
    void aBodyThatIsTooLargeIsLogged() {
        assertEquals(
                413,
                given().contentType(FORM)
                        .body("note=" + "Rowan".repeat(110_000))
                        .post("/classes")
                        .statusCode());
        logged("body refused", "POST /classes");
    }

    private void logged(String attempt, String details) {
        var said = log.text();
        assertTrue(said.contains(attempt + ": " + details), said);
        assertFalse(said.contains("Rowan"), said);
    }
}
