package uk.thinkuknow.reach.periods;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.StaffBrowser;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Tests that public figures are shown only while they are turned on, and that they are frozen, approved figures. */
@QuarkusTest
class PublicFiguresTest {
    private static final String PERIOD = "2026-27-q1";
    private static final Instant THEN = Instant.parse("2026-11-01T06:00:00Z");
    private final StaffBrowser ada = StaffBrowser.as("ada administrator");

    @Inject
    GivenTerm given;

    @Inject
    ClosedPeriodService closedPeriodService;

    @Inject
    BriefService briefService;

    @AfterEach
    void closed() {
        turn("no");
    }

    @Test
    void everyoneReadsTheApprovedFiguresAndAnAdjustmentOnlyFromTheNextBrief() throws Exception {
        var school = given.school();
        var schoolClass = given.addClass(school, 30);
        given.lesson(school, schoolClass, "2026-04-21", 1, 12, THEN.minusSeconds(3600));
        var mina = given.manager("public-mina");
        var id = closedPeriodService.close(mina, PERIOD, "", THEN).publicId();
        turn("yes");
        anyone("/figures").then().statusCode(200).body(not(containsString("/figures/" + PERIOD)));
        anyone("/figures/" + PERIOD).then().statusCode(404);
        var noor = given.manager("public-noor");
        closedPeriodService.approve(noor, id);
        given.lesson(school, schoolClass, "2026-04-28", 1, 30, THEN.plusSeconds(3600));
        closedPeriodService.adjust(id, THEN.plusSeconds(7200));

        anyone("/figures").then().body(containsString("/figures/" + PERIOD));
        var page = anyone("/figures/" + PERIOD).then().statusCode(200).extract().asString();
        assertTrue(
                page.replaceAll(">\\s+<", "><").contains("Region " + school.key() + "</th><td class=\"tuk-n\">12</td>"),
                page);
        assertFalse(page.contains("Manager public-"), "nobody who signed is named");
        var json = anyone("/figures/" + PERIOD + "/figures.json").body().asByteArray();
        var hash = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(json));
        assertTrue(page.contains(hash));

        briefService.issue(noor, id, "");
        var after = anyone("/figures/" + PERIOD).asString();
        assertTrue(after.contains("Brief 1, issued"), "a brief includes the adjustment");
        assertFalse(after.contains(hash));
    }

    @Test
    void theListOfPeriodsIsCacheableSetsNoCookieAndIsTheSameForSignedInUsers() {
        turn("yes");
        var answer = anyone("/figures");
        answer.then().statusCode(200).header("Cache-Control", "public, max-age=300");
        assertEquals(List.of(), answer.headers().getValues("Set-Cookie"));
        assertFalse(answer.asString().contains("csrf"));
        var signedIn = ada.get("/figures");
        assertEquals(answer.asString(), signedIn.asString(), "the same page for users who are signed in");
        RestAssured.given()
                .header("If-None-Match", answer.header("ETag"))
                .get("/figures")
                .then()
                .statusCode(304);
    }

    @Test
    void publicFiguresAreNotFoundForAnyoneUntilAnAdministratorTurnsThemOn() {
        for (var path : List.of("/figures", "/figures/" + PERIOD, "/figures/" + PERIOD + "/tables.csv")) {
            anyone(path).then().statusCode(404);
            ada.get(path).then().statusCode(404);
        }
        turn("yes");
        turn("yes");
        ada.get("/public-figures").then().body(containsString("Last changed by"));
        anyone("/figures").then().statusCode(200);
        anyone("/how-we-count/columns").then().statusCode(200).body(containsString("largestSession"));
    }

    private void turn(String on) {
        ada.post("/public-figures", "/public-figures", "on", on).then().statusCode(303);
    }

    private static Response anyone(String path) {
        return RestAssured.given().get(path);
    }
}
