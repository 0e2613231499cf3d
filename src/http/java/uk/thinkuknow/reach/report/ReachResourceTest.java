package uk.thinkuknow.reach.report;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.StaffBrowser;
import uk.thinkuknow.counting.CardSet;
import uk.thinkuknow.identity.staff.PeopleService;
import uk.thinkuknow.identity.staff.Scope;
import uk.thinkuknow.schools.school.NewSchool;
import uk.thinkuknow.schools.school.SchoolService;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Tests the reach pages and the API over HTTP: figures, a manager's own area, and no zero for unknown figures. */
@QuarkusTest
class ReachResourceTest {
    private static final String YEAR = "2027-28";
    private final StaffBrowser mina = StaffBrowser.as("reach-mina manager");
    private final StaffBrowser mo = StaffBrowser.as("reach-mo manager");

    @Inject
    GivenReach given;

    @Inject
    SchoolService schools;

    @Inject
    PeopleService people;

    @Inject
    javax.sql.DataSource database;

    @BeforeEach
    @Transactional
    void twoRegions() {
        if (people.byUsername("reach-mo").isPresent()) {
            return;
        }
        schools.addRegion("reach-fells", "england", "=Fells");
        schools.addRegion("reach-downs", "england", "Downs");
        schools.addAuthority("reach-fell", "reach-fells", "Fell");
        schools.addAuthority("reach-down", "reach-downs", "Down");
        people.join("reach-mina", "Mina", null, null);
        people.join("reach-mo", "Mo", null, "reach-fells");
    }

    @Test
    void theDashboardOpensOnTheCurrentYearWithTheCurrentTermBesideIt() {
        var page = mina.get("/reach").then().statusCode(200).extract().body().asString();
        assertTrue(page.contains("Year 2026-27, as at"), page);
        assertTrue(
                page.contains("href=\"/reach?year=2026-27&amp;term=year&amp;by=region\" aria-current=\"true\""), page);
        assertTrue(Pattern.compile("href=\"/reach\\?year=2026-27&amp;term=(autumn|spring|summer)&amp;by=region\">")
                .matcher(page)
                .find());
        mina.get("/reach?year=" + YEAR + "&term=spring")
                .then()
                .body(containsString("Spring term 2027-28, as at"))
                .body(containsString("href=\"/reach?year=2027-28&amp;term=year&amp;by=region\">"))
                .body(containsString("no target for the year"));
    }

    @Test
    void awaitedSessionsAreStatedBesideTheUpperBoundAndListedAsMissingReturns() {
        var region = given.region("england");
        var school = given.school(given.authority(region));
        var schoolClass = given.addClass(school, "4A", 30);
        given.lesson(school, schoolClass, "2025-10-07", CardSet.of(List.of(1, 2)), 1);
        var autumn = given.ended(school, schoolClass, "2025-11-11").publicId();
        var summer = given.ended(school, schoolClass, "2026-06-09").publicId();
        var manager = given.manager(Scope.region(region));
        var query = "?year=" + GivenReach.YEAR + "&term=";
        manager.get("/reach" + query + "year")
                .then()
                .body(containsString("2 sessions for 60 children still wait to be signed and are in no number."))
                .body(containsString("no target for the year"))
                .body(containsString("href=\"/missing-returns?period=2025-26-year\""));
        manager.get("/reach" + query + "autumn")
                .then()
                .body(containsString("1 session for 30 children still waits to be signed and is in no number."));
        manager.get("/missing-returns?period=2025-26-autumn")
                .then()
                .body(containsString("1 of the lessons of the autumn term 2025-26 has ended"))
                .body(containsString("/reach/sessions/" + autumn))
                .body(not(containsString("/reach/sessions/" + summer)));
        manager.get("/missing-returns?period=2025-26-year&area=region " + region)
                .then()
                .body(containsString("2 of the lessons of the year 2025-26 have ended"))
                .body(containsString("Region " + region + "</option>"));
        StaffBrowser.as("reach-aoife auditor")
                .get("/reach" + query + "year")
                .then()
                .body(containsString("Awaiting returns"))
                .body(not(containsString("/missing-returns")));
    }

    @Test
    void theReportIsJsonWithATotal() {
        RestAssured.given()
                .header("Test-Identity", "reach-mina manager")
                .get("/api/reach?year=" + YEAR + "&term=autumn&by=region")
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body("rules", equalTo(2))
                .body("rows.key", hasItem("reach-fells"))
                .body("rows.find { it.key == 'reach-downs' }.new", equalTo(0))
                .body("total.key", equalTo("total"));
    }

    @Test
    void theDashboardListsTheFirstHundredSchoolsAndTheCsvAll() {
        var region = given.region("england");
        var authority = given.authority(region);
        given.schoolsWithALesson(authority, 101);
        var manager = given.manager(Scope.region(region));
        var query = "?year=" + GivenReach.YEAR + "&by=school";
        manager.get("/reach" + query)
                .then()
                .statusCode(200)
                .body("html.body.**.findAll { it.@href.text().startsWith('/reach/schools/') }.size()", equalTo(100))
                .body(containsString("The first 100 of them by name stand here"))
                .body(containsString("101 schools add up to 101 children"));
        manager.get("/reach/regions/" + region + "?year=" + GivenReach.YEAR)
                .then()
                .body(containsString("The first 100 of them by name stand here"));
        manager.get("/reach/authorities/" + authority + "?year=" + GivenReach.YEAR)
                .then()
                .body("html.body.**.findAll { it.@href.text().startsWith('/reach/schools/') }.size()", equalTo(101));
        assertEquals(
                1 + 101 + 1,
                manager.get("/reach/csv" + query).asString().lines().count());
    }

    @Test
    void noNameInTheCsvIsAFormula() {
        RestAssured.given()
                .header("Test-Identity", "reach-mina manager")
                .accept("text/csv")
                .get("/api/reach?year=" + YEAR + "&by=region")
                .then()
                .statusCode(200)
                .contentType("text/csv")
                .body(startsWith("key,"))
                .body(containsString("reach-fells,'=Fells,"));
        mina.get("/reach/csv?year=" + YEAR + "&by=region")
                .then()
                .body(startsWith("\uFEFFKey,Name,Target,New,New lower,"));
    }

    @Test
    void anUnknownYearTermOrKindOfRowIsNotFoundAndTheKnownOnesAreListed() {
        mina.get("/api/reach?year=1999-00")
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("detail", containsString("year: there is no “1999-00”; there are 2025-26"));
        mina.get("/api/reach?year=" + YEAR + "&term=winter")
                .then()
                .statusCode(404)
                .body("detail", containsString("term: there is no “winter”; there are autumn, spring, summer"));
        mina.get("/api/reach?year=" + YEAR + "&by=child")
                .then()
                .statusCode(404)
                .body("detail", containsString("by: there is no “child”; there are nation, region"));
    }

    @Test
    void aManagerOfOneRegionSeesNoOther() {
        mo.get("/api/reach?year=" + YEAR + "&by=region")
                .then()
                .body("rows.size()", equalTo(1))
                .body("total.name", equalTo("=Fells"));
        mo.get("/reach/regions/reach-fells").then().statusCode(200);
        mo.get("/reach/regions/reach-downs").then().statusCode(404);
    }

    @Test
    void aSchoolOfAnotherRegionIsNotFoundForAManagerOfOneRegion() {
        var school = schools.addSchool(new NewSchool(
                null, "Reach Down School", "Down", "ZZ1 1ZZ", "primary", 90, "reach-down", LocalDate.of(2020, 9, 1)));
        mina.get("/reach/schools/" + school.publicId()).then().statusCode(200);
        mo.get("/reach/schools/" + school.publicId()).then().statusCode(404);
    }

    @Test
    void aTermThatHasNotBegunSaysSoAndShowsNoZero() {
        mina.get("/reach?year=" + YEAR + "&term=spring")
                .then()
                .statusCode(200)
                .body(containsString("Spring term 2027-28 has not begun."))
                .body(not(containsString("<b>0</b>")));
    }

    @Test
    void theMenuOfPeriodsStartsWithThisYearAndLeavesOutYearsWithoutData() {
        var page = mina.get("/reach").body().asString();
        var menu = page.substring(page.indexOf("id=\"period\""), page.indexOf("</select>"));
        mina.get("/reach").then().statusCode(200);
        assertTrue(menu.substring(menu.indexOf("<option")).startsWith("<option value=\"2026-27-year\""), menu);
        assertFalse(menu.contains("2028-29"), menu);
    }

    @Test
    void everyoneWhoIsSignedInCanReadTheCountingRules() {
        Set.of("teacher", "manager", "administrator")
                .forEach(role -> StaffBrowser.as("someone " + role)
                        .get("/how-we-count")
                        .then()
                        .statusCode(200)
                        .body(containsString("Bands need not add up")));
    }
}
