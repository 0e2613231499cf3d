package uk.thinkuknow.reach.periods;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.StaffBrowser;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Tests that public figures are shown only while they are turned on, and that they are frozen, approved figures. */
@QuarkusTest
class PublicFiguresTest {
    private static final String PERIOD = "2026-27-q1";
    private static final String OLD = "2025-26-q3";
    private static final Instant THEN = Instant.parse("2026-11-01T06:00:00Z");
    private final StaffBrowser ada = StaffBrowser.as("ada administrator");

    @Inject
    GivenTerm given;

    @Inject
    ClosedPeriodService closedPeriodService;

    @Inject
    BriefService briefService;

    @Inject
    PublicationService publicationService;

    @Inject
    EntityManager database;

    @AfterEach
    void closed() {
        turn("no");
    }

    @Test
    void everyoneReadsTheApprovedFiguresWithoutAnyNumberOfOneSchool() throws Exception {
        var schools = Stream.generate(given::school).limit(4).toList();
        var classes = schools.stream().map(school -> given.addClass(school, 30)).toList();
        for (int i = 0; i < 4; i++) {
            given.lesson(schools.get(i), classes.get(i), "2026-04-21", 1, 13 + i, THEN.minusSeconds(3600));
        }
        var mina = given.manager("public-mina");
        var id = closedPeriodService.close(mina, PERIOD, "", THEN).publicId();
        turn("yes");
        anyone("/figures").then().statusCode(200).body(not(containsString("/figures/" + PERIOD)));
        anyone("/figures/" + PERIOD).then().statusCode(404);
        var noor = given.manager("public-noor");
        closedPeriodService.approve(noor, id);

        anyone("/figures").then().body(containsString("/figures/" + PERIOD));
        var page = page();
        for (var school : schools) {
            assertHidden(school, page);
        }
        assertFalse(page.contains("Manager public-"), "nobody who signed is named");
        var first = figures();
        assertTrue(page.contains(hash()));
        anyone("/figures/" + PERIOD + "/figures.json").then().header("Access-Control-Allow-Origin", "*");
        int total = first.getInt("total.new");
        assertTrue(total >= 13 + 14 + 15 + 16, "the total of four schools is shown");

        given.lesson(schools.getFirst(), classes.getFirst(), "2026-04-28", 1, 30, THEN.plusSeconds(3600));
        closedPeriodService.adjust(id, THEN.plusSeconds(7200));
        assertEquals(first.prettify(), figures().prettify(), "an adjustment is published with the next brief");
        briefService.issue(noor, id, "");
        assertTrue(page().contains("Brief 1, issued"));
        assertEquals(total, figures().getInt("total.new"), "a change of one school moves nothing");
        assertTrue(figures().getList("kept").contains("total//new"));
        assertTrue(page().contains("Some numbers have changed by too little"));

        for (int i = 1; i < 4; i++) {
            given.lesson(schools.get(i), classes.get(i), "2026-04-28", 1, 30, THEN.plusSeconds(9000));
        }
        closedPeriodService.adjust(id, THEN.plusSeconds(12_000));
        briefService.issue(noor, id, "");
        assertEquals(total + 62, figures().getInt("total.new"), "the changes of four schools do");
        schools.forEach(school -> assertHidden(school, page()));
    }

    /** The region is that of one school. */
    private static void assertHidden(GivenTerm.School school, String page) {
        var row = page.replaceAll(">\\s+<", "><")
                .split("Region " + school.key() + "</th>", 2)[1]
                .split("</tr>", 2)[0];
        assertFalse(row.replaceAll("<[^>]*>", " ").matches(".*[1-9].*"), row);
        assertTrue(row.contains("too few to show"), row);
        var region = figures().getMap("tables.region.find { it.key == '" + school.key() + "' }");
        for (var column : List.of("new", "newLower", "newUpper", "reach", "reachUpper", "attendances", "sessions")) {
            assertNull(region.get(column), column);
        }
        assertTrue(figures().getList("hidden").contains("region/" + school.key() + "/new"));
        var line = anyone("/figures/" + PERIOD + "/tables.csv")
                .asString()
                .lines()
                .filter(each -> each.startsWith("region," + school.key()))
                .findFirst()
                .orElseThrow();
        assertTrue(
                line.contains(",too few to show,")
                        && !line.replace(school.key(), "").matches(".*[1-9].*"),
                line);
    }

    @Test
    void aBriefOfBeforeThatShowsOneSchoolKeepsItsBytesAndTheNextOneIsItsCorrectedEdition() {
        var school = given.school();
        given.lesson(school, given.addClass(school, 30), "2025-10-07", 1, 17, THEN.minusSeconds(3600));
        var closed = closedPeriodService.close(given.manager("public-mina"), OLD, "", THEN);
        var noor = given.manager("public-noor");
        run(
                "update closed_period set state = 'APPROVED', decided_at = utc_timestamp(6), decided_why = '', decided_by = "
                        + noor.id() + " where public_id = '" + closed.publicId() + "'");
        run("insert into brief (closed_period_id, number, page, pdf, hash, changed, issued_by, issued_at)"
                + " select id, 1, '<article>17</article>', 'pdf of 17', hash, '', signed_by, signed_at from closed_period"
                + " where public_id = '" + closed.publicId() + "'");
        turn("yes");
        anyone("/figures/" + OLD).then().statusCode(404);
        publicationService.publishMissing();

        var page = anyone("/figures/" + OLD).then().statusCode(200).extract().asString();
        assertTrue(page.contains("This edition is corrected"), page);
        var manager = StaffBrowser.as("public-noor manager");
        var period = "/periods/" + closed.publicId();
        manager.get(period).then().body(containsString("Not for the public"));
        manager.get(period + "/briefs/1").then().body(containsString("<article>17</article>"));
        briefService.issue(noor, closed.publicId(), "");
        manager.get(period + "/briefs/1/brief.pdf").then().body(equalTo("pdf of 17"));
        manager.get(period + "/briefs/2")
                .then()
                .body(containsString("This edition is corrected"))
                .body(not(containsString("Not for the public")));
    }

    private void run(String sql) {
        QuarkusTransaction.requiringNew()
                .run(() -> database.createNativeQuery(sql).executeUpdate());
    }

    private static String page() {
        return anyone("/figures/" + PERIOD).then().statusCode(200).extract().asString();
    }

    private static JsonPath figures() {
        return anyone("/figures/" + PERIOD + "/figures.json").jsonPath();
    }

    private static String hash() throws Exception {
        var json = anyone("/figures/" + PERIOD + "/figures.json").body().asByteArray();
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(json));
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
