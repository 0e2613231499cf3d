package uk.thinkuknow.reach.report;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.StaffBrowser;
import uk.thinkuknow.identity.staff.Scope;
import uk.thinkuknow.schools.school.SchoolFacts;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static uk.thinkuknow.counting.GivenReturns.cards;

/**
 * Tests the pages from the figure of a region down to a return, where the numbers on each page add up to the figure
 * above, and the CSV of returns.
 */
@QuarkusTest
class ReachDrillDownTest {
    private static final String AUTUMN = "?year=" + GivenReach.YEAR + "&term=autumn";
    private static final Pattern ROW = Pattern.compile(
            "href=\"(/reach/[a-z]+/[^\"?]+)[^\"]*\">[^<]*</a>\\s*(?:</span>)?\\s*</th>(.*?)</tr>", Pattern.DOTALL);
    private static final Pattern NUMBER = Pattern.compile("<b>([0-9,]+)</b>");

    @Inject
    GivenReach given;

    /** A row of a page: its link, and its first number in bold, the children new to the year. */
    private record Row(String href, int fresh) {}

    @Test
    void theRowsOfEachPageDownToTheSchoolAddUpToTheFigureAbove() {
        var region = given.region("england");
        var first = given.authority(region);
        var school = given.school(first);
        taught(school, 20);
        taught(given.school(first), 7);
        taught(given.school(given.authority(region)), 11);
        var mo = given.manager(Scope.region(region));

        var atTop = mo.get("/reach" + AUTUMN + "&by=region").body().asString();
        var ofRegion = rows(atTop, "/reach/regions/").getFirst();
        assertEquals(38 + 3 * 4, ofRegion.fresh());

        var atRegion = mo.get(ofRegion.href() + AUTUMN).body().asString();
        var authorities = rows(atRegion, "/reach/authorities/");
        assertEquals(2, authorities.size());
        assertEquals(ofRegion.fresh(), sum(authorities));
        assertTrue(atRegion.contains("2 authorities add up to 50 children new to the year: the figure above."));

        var ofFirst = authorities.stream()
                .filter(row -> row.href().endsWith(first))
                .findFirst()
                .orElseThrow();
        var atAuthority = mo.get(ofFirst.href() + AUTUMN).body().asString();
        var schools = rows(atAuthority, "/reach/schools/");
        assertEquals(ofFirst.fresh(), sum(schools));
        assertTrue(atAuthority.contains("2 schools add up to 35 children new to the year: the figure above."));

        var ofSchool = schools.stream()
                .filter(row -> row.href().endsWith(school.publicId().value()))
                .findFirst()
                .orElseThrow();
        assertEquals(24, ofSchool.fresh());
        var atSchool = mo.get(ofSchool.href() + AUTUMN).body().asString();
        assertTrue(atSchool.contains("<b>24 children new to the year, at least 24, at most 24</b>"), atSchool);
        assertTrue(atSchool.contains("2 signed lessons add up to 24 children new to the year: the figure above."));
        assertTrue(atSchool.contains(">New to the year</th>"));
        assertTrue(atSchool.contains("1 class comes to 24 children reached: the figure above."));
    }

    @Test
    void childrenReachedInTheAutumnAreNotNewInTheSpring() {
        var region = given.region("wales");
        var school = given.school(given.authority(region));
        var schoolClass = given.addClass(school, "5B Rowan", 30);
        given.lesson(school, schoolClass, "2025-10-07", cards(1, 20), 0);
        given.lesson(school, schoolClass, "2026-02-10", cards(11, 26), 0);
        var wyn = given.manager(Scope.region(region));
        var spring = wyn.get("/reach/schools/" + school.publicId() + "?year=" + GivenReach.YEAR + "&term=spring")
                .body()
                .asString();
        assertTrue(spring.contains("<b>6 children new to the year, at least 6, at most 6</b>"), spring);
        assertTrue(spring.contains("16 children reached: the figure above."));
        assertTrue(spring.contains("1 signed lesson comes to 6 children new to the year: the figure above."));
    }

    @Test
    void theSessionPageShowsTheVersionsOfASignedReturnAndNoneOfAMissingOne() {
        var school = given.school(given.authority(given.region("england")));
        var schoolClass = given.addClass(school, "5B Rowan", 30);
        var signed = given.lesson(school, schoolClass, "2025-10-07", cards(1, 26), 2);
        var missing = given.ended(school, schoolClass, "2025-11-11").publicId();
        var aoife = StaffBrowser.as("aoife-walks auditor");
        aoife.get("/reach/sessions/" + signed)
                .then()
                .body(containsString("Version 1</b>, signed by Tessa"))
                .body(containsString(": 28 children. Counts."))
                .body(containsString("Imported a signed return</b> by The system: Signed by Tessa, "))
                .body(containsString("5B Rowan, 28 of 30 children."))
                .body(not(containsString("/withdrawal")));
        aoife.get("/reach/sessions/" + missing)
                .then()
                .body(not(containsString("Versions of the return")))
                .body(not(containsString("/signer")));
    }

    @Test
    void theSessionPageCountsAGuestInGradeC() {
        var school = given.school(given.authority(given.region("england")));
        var schoolClass = given.addClass(school, "5B Rowan", 30);
        var signed = given.lessonWithGuests(school, schoolClass, "2025-10-07", cards(1, 26), 1);
        StaffBrowser.as("aoife-walks auditor")
                .get("/reach/sessions/" + signed)
                .then()
                .body(containsString("1 counted by head or as a visitor"))
                .body(containsString("1 of these, of another class: in the attendance and the range"));
    }

    @Test
    void theCsvOfAYearHasALineOfNumbersForEachSignedReturnAndClass() {
        var region = given.region("england");
        var school = given.school(given.authority(region));
        var schoolClass = given.addClass(school, "=5B", 30);
        given.lesson(school, schoolClass, "2025-10-07", cards(1, 26), 2);
        given.ended(school, schoolClass, "2025-11-11");
        var taken = given.manager(Scope.region(region)).get("/reach/lines/csv?year=" + GivenReach.YEAR);
        assertEquals("1", taken.header("Lines"));
        var lines = taken.body().asString().split("\\R");
        assertEquals(2, lines.length);
        assertTrue(
                lines[0].endsWith("Version,Rules,Cards in force,Grade A,Grade B,Grade C,Guests,Heads,Not taking part"),
                lines[0]);
        assertTrue(lines[1].startsWith("2025-10-07,autumn,england,Region " + region + ","), lines[1]);
        assertTrue(lines[1].contains(",'=5B,lesson,"), lines[1]);
        assertTrue(lines[1].endsWith(",1,1,30,26,0,2,0,28,0"), lines[1]);
    }

    /**
     * Two lessons in the term: the first with the given number of cards, the second with four new cards and three of
     * the first.
     */
    private void taught(SchoolFacts school, int first) {
        var schoolClass = given.addClass(school, "5B Rowan", 30);
        given.lesson(school, schoolClass, "2025-10-07", cards(1, first), 0);
        given.lesson(school, schoolClass, "2025-11-11", cards(first - 2, first + 4), 0);
    }

    private static int sum(List<Row> rows) {
        return rows.stream().mapToInt(Row::fresh).sum();
    }

    private static List<Row> rows(String page, String leadingTo) {
        var rows = new ArrayList<Row>();
        ROW.matcher(page)
                .results()
                .filter(row -> row.group(1).startsWith(leadingTo))
                .forEach(row -> {
                    var number = NUMBER.matcher(row.group(2));
                    assertTrue(number.find(), row.group());
                    rows.add(new Row(
                            row.group(1), Integer.parseInt(number.group(1).replace(",", ""))));
                });
        return rows;
    }
}
