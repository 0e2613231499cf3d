package uk.thinkuknow.people;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.HeardLog;
import uk.thinkuknow.StaffForm;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Who asked for what is not hers stands in the log. */
@QuarkusTest
class TurnedAwayTest {
    private final HeardLog log = new HeardLog();

    @BeforeEach
    void listen() {
        log.listen();
    }

    @AfterEach
    void stop() {
        log.close();
    }

    @Test
    void whatATeacherMayNotSeeIsWrittenDownWithoutWhatSheTyped() {
        assertEquals(403, StaffForm.as("tess teacher").get("/audit?words=Rowan").statusCode());

        assertTrue(log.text().contains("turned away: tess, who is [teacher], asked for GET /audit"), log.text());
        assertFalse(log.text().contains("Rowan"), log.text());
    }

    @Test
    void whoeverHasNotSignedInIsNobody() {
        given().redirects().follow(false).get("/audit");

        assertFalse(log.text().contains("turned away"), log.text());
    }
}
