package uk.thinkuknow.identity.signin;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.LogCapture;
import uk.thinkuknow.StaffBrowser;
import uk.thinkuknow.TestIdentity;
import uk.thinkuknow.common.ClearSiteData;
import uk.thinkuknow.identity.staff.PeopleService;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * Tests that a person is known by their number at Keycloak and not by their user name alone, and how a sign-in begins and
 * ends in a browser.
 */
@QuarkusTest
class WhoIsSignedInTest {
    @Inject
    PeopleService people;

    private final String username = "una" + ThreadLocalRandom.current().nextInt(1_000_000_000);
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
    void theFirstSignInKeepsTheNumberAndAnotherAccountOfTheSameNameOpensNoPage() {
        assertEquals(200, home("first"));
        assertEquals(200, home("first"));
        assertEquals(403, home("second"));
        assertEquals(200, home("first"));
        assertTrue(log.text().contains("turned away: " + username + ", who is [teacher]: another account"));
    }

    @Test
    void anotherAccountIsToldApartBeforeItsSignInIsStoredAndTheAuditSaysSo() {
        assertFalse(people.isAnotherAccount(username, "first"), "an unknown name is nobody's");
        home("first");
        assertFalse(people.isAnotherAccount(username, "first"));
        assertTrue(people.isAnotherAccount(username, "second"));
        assertEquals(
                "turned away another account of the same user name",
                people.trailOf("account "
                                + people.accountByUsername(username)
                                        .orElseThrow()
                                        .publicId())
                        .getFirst()
                        .act());
        given().get(SignInResource.ANOTHER_ACCOUNT)
                .then()
                .statusCode(200)
                .body(containsString("This user name belongs to another account"));
    }

    @Test
    void anAddressThatIsNoneLeadsHomeAfterTheSignIn() {
        for (var to : java.util.List.of("/%7CA", "/x?%7Ba%7D", "//elsewhere.example", "/%5C%5Celsewhere.example", "")) {
            given().urlEncodingEnabled(false)
                    .get("/sign-in?to=" + to)
                    .then()
                    .statusCode(200)
                    .body(containsString("/sign-in?to=%2Fstaff"));
        }
    }

    @Test
    void anAccountThatWasInvitedAndNeverSignedInTakesTheNumberOfItsFirstSignIn() {
        people.addAccount(username, "Una Invited", username + "@school.example", true);
        assertEquals(200, home("own"));
        assertEquals(403, home("another"));
    }

    @Test
    void theButtonLeadsOnToThePageThatWasAskedForAndToNoOtherSite() {
        given().queryParam("to", "/classes?a=b")
                .get("/sign-in")
                .then()
                .statusCode(200)
                .body(containsString("action=\"/sign-in?to=%2Fclasses%3Fa%3Db\""));
        given().queryParam("to", "https://evil.example/")
                .get("/sign-in")
                .then()
                .body(containsString("action=\"/sign-in?to=%2Fstaff\""));
        StaffBrowser.as(username + " teacher")
                .get("/sign-in?to=/classes")
                .then()
                .statusCode(303)
                .header("Location", containsString("/classes"));
    }

    @Test
    void aSignInThatIsNotStoredHasEnded() {
        assertEquals(401, given().get("/sign-in-state").statusCode());
        assertEquals(
                401,
                given().cookie(SignInTokenStore.COOKIE, "A".repeat(43))
                        .get("/sign-in-state")
                        .statusCode());
    }

    @Test
    void thePageAfterSigningOutEmptiesTheBrowsersCacheAndNeverWhatChildrenStillHaveToSend() {
        given().get("/signed-out?ended=1")
                .then()
                .header(ClearSiteData.HEADER, equalTo("\"cache\""))
                .body(containsString("<h1>You were signed out</h1>"));
        given().get("/signed-out").then().body(containsString("<h1>You have signed out</h1>"));
        given().header("Sec-Fetch-Site", "cross-site")
                .get("/signed-out")
                .then()
                .header(ClearSiteData.HEADER, equalTo(null));
    }

    private int home(String subject) {
        return given().header(TestIdentity.HEADER, username + " teacher")
                .header(TestIdentity.SUBJECT, subject)
                .redirects()
                .follow(false)
                .get("/staff")
                .statusCode();
    }
}
