package uk.thinkuknow.web;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.StaffBrowser;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

/** Tests the frame of a page: header, menu, sign-out and flash message. */
@QuarkusTest
class LayoutTest {
    @Test
    void aPublicPageNeedsNoSignIn() {
        given().get("/privacy").then().statusCode(200).body(not(containsString("Sign out")));
    }

    @Test
    void theCountingRulesAreOpenToAllAndKeepASignedInUsersMenu() {
        given().get("/how-we-count")
                .then()
                .statusCode(200)
                .body(containsString("<h1 class=\"govuk-heading-xl\">How we count</h1>"))
                .body(not(containsString("Sign out")));
        StaffBrowser.as("tess teacher")
                .get("/how-we-count")
                .then()
                .body(containsString("<a href=\"/classes\">Classes</a>"));
    }

    @Test
    void theSignedOutPageOpensWithKeycloaksParameter() {
        given().get("/signed-out?state=").then().statusCode(200).body(containsString("You have signed out"));
    }

    @Test
    void theHeaderShowsTheUserAndTheirMenu() {
        StaffBrowser.as("ada administrator")
                .get("/safeguards")
                .then()
                .body(containsString(">ada</span>"))
                .body(containsString("<a href=\"/safeguards\" aria-current=\"page\">Safeguards</a>"))
                .body(containsString("<button class=\"tuk-who__out\">Sign out</button>"))
                .body(not(containsString("href=\"/classes\"")));
    }

    @Test
    void aPageMarksItsItemAndItselfAmongThePagesOfTheItem() {
        StaffBrowser.as("layout-mina manager")
                .get("/audit")
                .then()
                .body(containsString("<a href=\"/reach\" aria-current=\"true\">Reach</a>"))
                .body(containsString("<a href=\"/audit\" aria-current=\"page\">Audit</a>"));
        StaffBrowser.as("layout-mina manager")
                .get("/staff")
                .then()
                .body(containsString("<a href=\"/staff\" aria-current=\"page\">Home</a>"))
                .body(not(containsString("tuk-tabs")));
    }

    @Test
    void theTitleOfAFormThatIsNotAcceptedBeginsWithError() {
        var ada = StaffBrowser.as("ada administrator");
        ada.get("/webhooks").then().body(containsString("<title>Webhooks – "));
        ada.post("/webhooks", "/webhooks", "name", "")
                .then()
                .statusCode(422)
                .body(containsString("<title>Error: Webhooks – "));
    }

    @Test
    void aForbiddenPageSaysThatItIsNotForTheAccount() {
        StaffBrowser.as("tess teacher")
                .get("/safeguards")
                .then()
                .statusCode(403)
                .body(containsString("This page is not for your account"));
    }

    @Test
    void aFlashMessageIsShownOnceAndEscapedAndABrokenOneIsIgnored() {
        var cookie = "PGI-ZG9uZTwvYj4"; // <b>done</b>
        given().cookie("flash", cookie)
                .get("/privacy")
                .then()
                .body(containsString("&lt;b&gt;done&lt;/b&gt;"))
                .header("Set-Cookie", containsString("flash=;"));
        given().cookie("flash", "%%%").get("/privacy").then().statusCode(200);
    }

    /** Those pages are rendered once for everybody. */
    @Test
    void aSharedErrorPageNeverShowsAFlashMessage() {
        var done = Base64.getUrlEncoder().withoutPadding().encodeToString("Rowan Road was invited.".getBytes(UTF_8));
        for (var cookie : List.of(done, "")) {
            given().cookie("flash", cookie)
                    .contentType("text/plain")
                    .body("words")
                    .post("/staff")
                    .then()
                    .statusCode(415)
                    .body(containsString("That is not a form"))
                    .body(not(containsString("Rowan Road")));
        }
    }
}
