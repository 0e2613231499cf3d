package uk.thinkuknow;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.thinkuknow.schools.school.GivenSchool;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * Tests the token that protects forms from being forged by other sites. The token must stay valid after other pages
 * were opened, because a live room asks for news every second.
 */
@QuarkusTest
class FormTokenTest {
    private static final String ADA = "ada administrator";

    @Inject
    GivenSchool schools;

    @Test
    void aFormStaysValidAfterItsPageWasOpenedAgain() {
        var open = StaffBrowser.as(ADA).open("/safeguards");
        var cookies = new HashMap<>(open.cookies());
        cookies.putAll(given().header(TestIdentity.HEADER, ADA)
                .cookies(cookies)
                .get("/safeguards")
                .cookies());
        var sent = new StaffBrowser.Opened(cookies, open.token(), "")
                .send(ADA, "/safeguards/deletion/record", "note", "Written down in the records policy");
        assertEquals(303, sent.statusCode());
    }

    @Test
    void theTokenCookieIsSameSiteLaxAndHttpOnly() {
        var cookie = StaffBrowser.as(ADA).get("/safeguards").detailedCookie("csrf");
        assertEquals("Lax", cookie.getSameSite());
        assertTrue(cookie.isHttpOnly());
    }

    @Test
    void theCookieOfAMessageIsSameSiteLaxAndHttpOnly() {
        var sent = schools.withClassOf(30)
                .asTeacher()
                .post("/classes/new", "/classes", "name", "5B Lax", "year", "5", "children", "28");
        var cookie = sent.detailedCookie("flash");
        assertEquals("Lax", cookie.getSameSite());
        assertTrue(cookie.isHttpOnly());
    }

    @Test
    void aBrokenTokenCookieIsRefusedAndDeleted() {
        var refused = given().cookie("csrf", "broken").get("/privacy");
        assertEquals(400, refused.statusCode());
        assertEquals(0, refused.detailedCookie("csrf").getMaxAge());
    }

    /** Another site's form brings the cookie, where a browser sends it, and cannot know the token. */
    @ParameterizedTest
    @ValueSource(strings = {"note=x", "note=x&csrf=", "note=x&csrf=AAAAAAAAAAAAAAAAAAAAAA"})
    void aFormWithTheCookieAndWithoutItsTokenIsRefused(String body) {
        var open = StaffBrowser.as(ADA).open("/safeguards");
        for (var path : List.of("/safeguards/deletion/record", "/sign-out")) {
            given().header(TestIdentity.HEADER, ADA)
                    .cookies(open.cookies())
                    .contentType("application/x-www-form-urlencoded")
                    .body(body)
                    .post(path)
                    .then()
                    .statusCode(400)
                    .body(containsString("This form is out of date"));
        }
    }

    @Test
    void signingOutWithoutTheFormTokenIsRefusedAndOpeningItsAddressOnlyAsks() {
        given().header(TestIdentity.HEADER, ADA)
                .contentType("application/x-www-form-urlencoded")
                .post("/sign-out")
                .then()
                .statusCode(400)
                .body(containsString("This form is out of date"));
        StaffBrowser.as(ADA).get("/sign-out").then().statusCode(200).body(containsString("Sign out?"));
    }
}
