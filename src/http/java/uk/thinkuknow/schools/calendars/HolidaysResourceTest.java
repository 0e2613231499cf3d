package uk.thinkuknow.schools.calendars;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.StaffBrowser;
import uk.thinkuknow.schools.school.GivenSchool;
import uk.thinkuknow.schools.school.SchoolFacts;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Tests the pages on which managers keep the holidays of authorities, and what schools then follow. */
@QuarkusTest
class HolidaysResourceTest {
    private static final String YEAR = "2026-27";
    private static final LocalDate USUAL_HALF_TERM = LocalDate.of(2026, 10, 27);
    private static final LocalDate WEEK_BEFORE = LocalDate.of(2026, 10, 20);

    @Inject
    GivenSchool given;

    @Inject
    GivenManagers managers;

    @Inject
    GivenSchoolDays days;

    @Inject
    SchoolDays schoolDays;

    private SchoolFacts school;
    private StaffBrowser manager;

    @BeforeEach
    void anAuthorityWithASchool() {
        school = given.withClassOf(3).school();
        days.closeAsUsual(school.id());
        manager = managers.of(school.authorityKey());
    }

    @Test
    void aSchoolFollowsItsNationUntilItsAuthorityKeepsHolidays() {
        assertFalse(teaches(USUAL_HALF_TERM));
        assertTrue(teaches(WEEK_BEFORE));
        assertEquals(303, send("/copy").statusCode());
        assertFalse(teaches(USUAL_HALF_TERM), "copied");
        var change = manager.get(page()).asString().replaceAll("(?s).*?change=([^#\"]+)#holiday.*", "$1");
        manager.get(page() + "&change=" + change).then().body(containsString("Change Autumn half term"));
        assertEquals(
                303,
                send("/" + change, "name", "Half term", "first", "2026-10-19", "last", "23/10/2026")
                        .statusCode());
        assertTrue(teaches(USUAL_HALF_TERM));
        assertFalse(teaches(WEEK_BEFORE));
        assertEquals(303, send("/" + change + "/remove").statusCode());
        assertTrue(teaches(WEEK_BEFORE));
        assertEquals(303, send("/clear").statusCode());
        assertFalse(teaches(USUAL_HALF_TERM), "its nation's again");
    }

    @Test
    void aBankHolidayAndADayOutsideEveryYearAreAsTheyAre() {
        assertFalse(teaches(LocalDate.of(2027, 5, 3)), "first Monday in May");
        send("/copy");
        assertFalse(teaches(LocalDate.of(2027, 5, 3)), "an authority cannot open a bank holiday");
        assertTrue(teaches(LocalDate.of(2031, 12, 25)), "Thursday");
        assertFalse(teaches(LocalDate.of(2031, 12, 27)), "Saturday");
        assertTrue(teaches(LocalDate.of(2020, 12, 25)), "Friday before the school had an authority");
    }

    @Test
    void aPastedListReplacesTheHolidaysOfTheYear() {
        send("/copy");
        var pasted =
                "Name\tFirst\tLast\nHalf term\t19/10/2026\t23 October 2026\n\nChristmas, 2026-12-21, 2027-01-01\r\nDay off; 1/2/2027;";
        assertEquals(303, send("/paste", "text", pasted).statusCode());
        assertFalse(teaches(WEEK_BEFORE));
        assertTrue(teaches(USUAL_HALF_TERM));
        assertFalse(teaches(LocalDate.of(2027, 2, 1)));
        assertEquals(303, send("/paste", "text", pasted).statusCode(), "twice");
    }

    @Test
    void aPastedListIsSavedAsAWholeOrNotAtAll() {
        for (var wrong : new String[][] {
            {"", "Paste at least one holiday"},
            {"Half term, 19/10/2026, 23/10/2026\nChristmas, soon, 1/1/2027", "Line 2: give a name"},
            {"Half term, 19/10/2026, 23/10/2026, 4", "Line 1: give a name"},
            {"Half term, 23/10/2026, 19/10/2026", "The last day of “Half term” is before its first day."},
            {"A, 19/10/2026, 23/10/2026\nB, 23/10/2026, 24/10/2026", "“A” and “B” overlap."},
            {"Summer, 22/7/2027, 3/9/2027", "“Summer” is not within the school year"},
            {"x".repeat(10_001), "Paste at least one holiday"},
        }) {
            send("/paste", "text", wrong[0]).then().statusCode(422).body(containsString(wrong[1]));
        }
        assertTrue(teaches(WEEK_BEFORE));
        assertFalse(teaches(USUAL_HALF_TERM));
    }

    @Test
    void aHolidayThatIsTypedWrongIsRefused() {
        send("/copy");
        send("").then()
                .statusCode(422)
                .body(containsString("Give a name of at most 50 characters."))
                .body(containsString("Give the first day"));
        send("", "name", "Christmas again", "first", "2026-12-24")
                .then()
                .statusCode(422)
                .body(containsString("“Christmas” and “Christmas again” overlap."));
        send("/copy").then().statusCode(422).body(containsString("keeps holidays in this year already"));
        assertEquals(303, send("", "name", "<b>Fair", "first", "2026-11-11").statusCode());
        manager.get(page()).then().body(containsString("&lt;b&gt;Fair")).body(not(containsString("<b>Fair")));
    }

    @Test
    void aManagerSeesAndChangesOnlyAuthoritiesOfTheirArea() {
        var other = managers.of(given.withClassOf(3).school().authorityKey());
        var name = school.area().authorityName();
        manager.get("/holidays").then().statusCode(200).body(containsString(name));
        other.get("/holidays").then().statusCode(200).body(not(containsString(name)));
        other.get("/holidays?words=zzz").then().body(containsString("No authority that you manage has that name."));
        assertEquals(404, other.get(page()).statusCode());
        for (var act : new String[] {"", "/copy", "/clear", "/paste"}) {
            assertEquals(
                    404,
                    other.post(
                                    "/holidays?words=zzz",
                                    path() + act,
                                    "year",
                                    YEAR,
                                    "name",
                                    "A",
                                    "first",
                                    "2026-11-11",
                                    "text",
                                    "A, 11/11/2026")
                            .statusCode(),
                    act);
        }
        assertEquals(404, manager.get(path() + "?year=1999-00").statusCode());
        assertEquals(404, manager.get(page() + "&change=none").statusCode());
        assertEquals(404, send("/none/remove").statusCode());
    }

    @Test
    void theAuditShowsAChangeToManagersOfTheAuthorityOnly() {
        send("/copy");
        var subject = "authority " + school.authorityKey();
        manager.get("/audit")
                .then()
                .body(containsString(subject))
                .body(containsString("replaced the holidays of an authority</option>"))
                .body(containsString(
                        "<span class=\"tuk-audit__school\">" + school.area().authorityName() + "</span>"));
        managers.of(given.withClassOf(3).school().authorityKey())
                .get("/audit")
                .then()
                .statusCode(200)
                .body(not(containsString(subject)));
    }

    private Response send(String act, String... namesAndValues) {
        var all = new String[namesAndValues.length + 2];
        all[0] = "year";
        all[1] = YEAR;
        System.arraycopy(namesAndValues, 0, all, 2, namesAndValues.length);
        return manager.post(page(), path() + act, all);
    }

    private boolean teaches(LocalDate day) {
        return schoolDays.isSchoolDay(school.id(), day);
    }

    private String path() {
        return "/holidays/" + school.authorityKey();
    }

    private String page() {
        return path() + "?year=" + YEAR;
    }
}
