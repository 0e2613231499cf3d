package uk.thinkuknow.identity.signin;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.LogCapture;
import uk.thinkuknow.StaffBrowser;
import uk.thinkuknow.identity.staff.PeopleService;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Tests which refused requests are logged. */
@QuarkusTest
class AccessDenialLogTest {
    @Inject
    PeopleService people;

    private final LogCapture log = new LogCapture();

    @BeforeEach
    void listen() {
        log.listen();
    }

    @AfterEach
    void stop() {
        log.close();
    }

    @Test
    void aTeachersForbiddenRequestIsLoggedWithoutItsQuery() {
        assertEquals(
                403, StaffBrowser.as("tess teacher").get("/audit?words=Rowan").statusCode());

        assertTrue(log.text().contains("turned away: tess, who is [teacher], asked for GET /audit"), log.text());
        assertFalse(log.text().contains("Rowan"), log.text());
    }

    @Test
    void aRegionalManagersRequestForAProgrammePageIsRefusedAndLogged() {
        var name = "part" + ThreadLocalRandom.current().nextInt(1_000_000_000);
        people.join(name, "Manager of a part", null, "wales");

        assertEquals(
                403, StaffBrowser.as(name + " manager").get("/schools/imports").statusCode());

        assertTrue(log.text().contains("turned away: " + name + ", who is [manager]: area manager"), log.text());
    }

    @Test
    void aDisabledAccountIsRefusedAndLogged() {
        var name = "gone" + ThreadLocalRandom.current().nextInt(1_000_000_000);
        people.join(name, "Gone Away", null, null);
        people.disable(people.byUsername(name).orElseThrow().id(), true);

        assertEquals(403, StaffBrowser.as(name + " trainer").get("/staff").statusCode());

        assertTrue(log.text().contains("turned away: " + name + ", who is [trainer]: disabled account"), log.text());
    }

    @Test
    void aRequestWithoutASignInIsNotLogged() {
        given().redirects().follow(false).get("/audit");

        assertFalse(log.text().contains("turned away"), log.text());
    }
}
