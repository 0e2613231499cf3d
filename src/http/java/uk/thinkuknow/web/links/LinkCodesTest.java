package uk.thinkuknow.web.links;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.LogCapture;
import uk.thinkuknow.schools.members.GivenStaff;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Tests that the code of a link from an email is in no address that a server sees. */
@QuarkusTest
class LinkCodesTest {
    private static final Pattern TOKEN = Pattern.compile("name=\"csrf\" value=\"([^\"]+)\"");

    @Inject
    GivenStaff staff;

    @Test
    void theCodeOfAnInvitationIsBehindTheHashAndThenInACookieThatNoScriptReads() {
        var school = staff.school();
        var email = staff.accountWithoutSchool("example.org", true) + "@given.example";
        school.asAdministrator()
                .post(
                        school.page(),
                        "/people/invitations",
                        "school",
                        school.id(),
                        "name",
                        "Una New",
                        "email",
                        email,
                        "part",
                        "teacher")
                .then()
                .statusCode(303);
        var code = staff.codeTo(email);
        var log = new LogCapture();
        log.listen();
        var opened = sent("/invitations", "https://sessions.example/invitations#" + code + " ");
        opened.then().statusCode(303).header("Location", endsWith("/invitations/open"));
        var cookie = opened.detailedCookie("invitations");
        assertEquals(code, cookie.getValue());
        assertTrue(cookie.isHttpOnly());
        assertEquals("Lax", cookie.getSameSite());
        assertEquals(-1, cookie.getMaxAge());
        given().cookie("invitations", code)
                .get("/invitations/open")
                .then()
                .statusCode(200)
                .body(containsString("Join " + school.school().name()))
                .body(containsString("action=\"/invitations/open/new-account\""))
                .body(not(containsString(code)));
        given().get("/invitations/" + code).then().statusCode(200); // links that were sent before
        log.close();
        assertFalse(log.text().contains(code), log.text());
    }

    @Test
    void withoutTheCookieNothingOpens() {
        given().get("/invitations/open").then().statusCode(404);
        given().get("/training-places/open").then().statusCode(404);
    }

    @Test
    void aHostileCodeIsNoHeaderAndOpensNothing() {
        for (var path : new String[] {"/invitations", "/training-places"}) {
            sent(path, "x\r\nSet-Cookie: a=b").then().statusCode(400);
            var opened = sent(path, "x; Path=/nowhere; a=b /../é%00");
            opened.then().statusCode(303).header("Location", endsWith(path + "/open"));
            given().cookies(opened.cookies()).get(path + "/open").then().statusCode(404);
        }
    }

    private static Response sent(String path, String code) {
        var page = given().get(path);
        page.then().statusCode(200).body(containsString("Paste the link of the email here"));
        var token = TOKEN.matcher(page.asString());
        assertTrue(token.find());
        return given().redirects()
                .follow(false)
                .cookies(page.cookies())
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParam("csrf", token.group(1))
                .formParam("code", code)
                .post(path);
    }
}
