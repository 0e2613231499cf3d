package uk.thinkuknow.identity.signin;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.LogCapture;
import uk.thinkuknow.StaffBrowser;
import uk.thinkuknow.common.SecurityLog;
import uk.thinkuknow.common.SecurityLogMinute;
import uk.thinkuknow.identity.staff.PeopleService;
import uk.thinkuknow.schools.members.GivenStaff;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Tests which refused requests are logged. */
@QuarkusTest
class AccessDenialLogTest {
    @Inject
    PeopleService people;

    @Inject
    GivenStaff staff;

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
    void anotherSchoolsIdAndOneThatDoesNotExistAreLoggedWithoutTheQuery() {
        var ours = staff.school();
        var theirs = staff.school();
        for (var id : List.of(theirs.taught().schoolClass().publicId().value(), "zzzzzzzzzz")) {
            assertEquals(
                    404, ours.asTeacher().get("/classes/" + id + "?words=Rowan").statusCode());
            var name = ours.taught().teacher();
            assertTrue(
                    log.text().contains("not found: " + name + ", who is [teacher], asked for GET /classes/" + id),
                    log.text());
        }
        assertFalse(log.text().contains("Rowan?"), log.text());
        assertFalse(log.text().contains("words="), log.text());
    }

    @Test
    void aPageThatDoesNotExistForAnybodyIsNotLogged() {
        given().get("/calendar/feeds/" + "A".repeat(43) + ".ics");

        assertFalse(log.text().contains("not found:"), log.text());
    }

    @Test
    void aRequestWithoutASignInIsNotLogged() {
        given().redirects().follow(false).get("/audit");

        assertFalse(log.text().contains("turned away"), log.text());
    }
}
