package uk.thinkuknow.schools.calendars;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.StaffBrowser;
import uk.thinkuknow.common.London;
import uk.thinkuknow.schools.members.GivenStaff;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Tests who changes a school's own days, which days they may change, and what they may type. */
@QuarkusTest
class OwnDaysResourceTest {
    @Inject
    GivenSchoolDays days;

    @Inject
    GivenStaff given;

    @Inject
    GivenManagers managers;

    @Inject
    SchoolDays schoolDays;

    @Inject
    CalendarWriter calendars;

    @Inject
    Clock clock;

    private GivenStaff.StaffedSchool kept;
    private LocalDate today;
    private LocalDate saturday;
    private LocalDate lastSaturday;

    @BeforeEach
    void aSchoolWithAnAdministrator() {
        kept = given.school();
        days.closeAsUsual(kept.school().id());
        today = London.today(clock);
        saturday = today.with(TemporalAdjusters.next(DayOfWeek.SATURDAY));
        lastSaturday = today.with(TemporalAdjusters.previous(DayOfWeek.SATURDAY));
    }

    @Test
    void anAdministratorAddsDaysFromTodayOnAndRemovesThem() {
        assertEquals(
                303,
                add(kept.asAdministrator(), "yes", today, saturday, "SATURDAYS").statusCode());
        assertTrue(teaches(saturday));
        assertFalse(teaches(saturday.plusDays(1)));
        var page = kept.asAdministrator().get(page());
        page.then().body(containsString("Saturday teaching"));
        assertEquals(303, remove(kept.asAdministrator(), page).statusCode());
        assertFalse(teaches(saturday));
        kept.asAdministrator().get(page()).then().body(containsString("The school has no days of its own yet."));
    }

    @Test
    void pastDaysNeedAManagerOfTheArea() {
        add(kept.asAdministrator(), "yes", lastSaturday, lastSaturday, "EVERY_DAY")
                .then()
                .statusCode(422)
                .body(containsString("Only a manager of the school’s area can change past days."));
        assertFalse(teaches(lastSaturday));
        var manager = managers.of(kept.school().authorityKey());
        assertEquals(
                303,
                add(manager, "yes", lastSaturday, lastSaturday, "EVERY_DAY").statusCode());
        assertTrue(teaches(lastSaturday));
        var page = manager.get(page());
        remove(kept.asAdministrator(), page);
        assertTrue(teaches(lastSaturday), "the administrator cannot remove it");
        assertEquals(303, remove(manager, page).statusCode());
        assertFalse(teaches(lastSaturday));
    }

    @Test
    void whereAnAdministratorRemovesDaysThatHaveBegunThePastOnesStay() {
        calendars.addDays(kept.school().id(), lastSaturday, saturday, true, "Boarders", "Given");
        assertTrue(teaches(saturday));
        assertEquals(
                303,
                remove(kept.asAdministrator(), kept.asAdministrator().get(page()))
                        .statusCode());
        assertTrue(teaches(lastSaturday));
        assertFalse(teaches(saturday));
    }

    @Test
    void otherStaffOfTheSchoolReadItsDaysAndDoNotChangeThem() {
        calendars.addDays(kept.school().id(), today, saturday, true, "Boarders", "Given");
        kept.asTeacher()
                .get(page())
                .then()
                .statusCode(200)
                .body(containsString("Boarders"))
                .body(not(containsString("action=\"" + page())));
        var found = kept.asAdministrator().get(page());
        add(kept.asTeacher(), "no", saturday, saturday, "EVERY_DAY")
                .then()
                .statusCode(422)
                .body(containsString("Only an administrator of the school or a manager of its area"));
        remove(kept.asTeacher(), found);
        assertTrue(teaches(saturday));
    }

    @Test
    void anotherSchoolsDaysAreNeitherShownNorChanged() {
        calendars.addDays(kept.school().id(), today, saturday, true, "Boarders", "Given");
        var other = given.school();
        var found = kept.asAdministrator().get(page());
        var stranger = managers.of(other.school().authorityKey());
        for (var who : new StaffBrowser[] {other.asAdministrator(), stranger}) {
            assertEquals(404, who.get(page()).statusCode());
            assertEquals(404, add(who, "no", saturday, saturday, "EVERY_DAY").statusCode());
            assertEquals(404, remove(who, found).statusCode());
        }
        var span = spanOn(found).replace(kept.id(), other.id());
        assertEquals(404, other.asAdministrator().post("/schools", span).statusCode(), "a span of another school");
        assertTrue(teaches(saturday));
    }

    @Test
    void anEmptyFormSaysWhatIsMissing() {
        kept.asAdministrator()
                .post(page(), page(), "first", "soon")
                .then()
                .statusCode(422)
                .body(containsString("Say whether the school is open or closed on these days."))
                .body(containsString("Give the first day, such as 26/10/2026."))
                .body(containsString("Say why, in at most 120 characters."))
                .body(containsString("value=\"soon\""));
    }

    @Test
    void daysThatMakeNoSenseAreRefused() {
        var keeper = kept.asAdministrator();
        add(keeper, "no", saturday, today, "EVERY_DAY").then().statusCode(422).body(containsString("before the first"));
        add(keeper, "no", today, today.plusDays(366), "EVERY_DAY")
                .then()
                .statusCode(422)
                .body(containsString("at most one year"));
        add(keeper, "no", LocalDate.of(9999, 12, 31), LocalDate.of(9999, 12, 31), "EVERY_DAY")
                .then()
                .statusCode(422)
                .body(containsString("within 3 years"));
        assertEquals(
                303, add(keeper, "no", today, today.plusDays(365), "EVERY_DAY").statusCode());
    }

    @Test
    void theSameDaysAreAddedOnce() {
        assertEquals(
                303,
                add(kept.asAdministrator(), "yes", today, saturday, "WEEKENDS").statusCode());
        add(kept.asAdministrator(), "yes", today, saturday, "WEEKENDS")
                .then()
                .statusCode(422)
                .body(containsString("These days are in the list already."));
    }

    @Test
    void theReasonIsShownAsTextAndHasALimit() {
        var keeper = kept.asAdministrator();
        var day = saturday.toString();
        assertEquals(
                422,
                keeper.post(page(), page(), "open", "no", "first", day, "why", "x".repeat(121))
                        .statusCode());
        keeper.post(
                page(), page(), "open", "no", "first", day, "weekdays", "' or 1=1", "why", "<script>alert(1)</script>");
        keeper.get(page())
                .then()
                .body(containsString("&lt;script&gt;alert(1)"))
                .body(not(containsString("<script>alert(1)")));
    }

    private Response add(StaffBrowser who, String open, LocalDate first, LocalDate last, String weekdays) {
        return who.post(
                "/schools",
                page(),
                "open",
                open,
                "first",
                first.toString(),
                "last",
                last.toString(),
                "weekdays",
                weekdays,
                "why",
                "Saturday teaching");
    }

    /** Sends the form that removes the first span on a page that somebody else may have opened. */
    private Response remove(StaffBrowser who, Response found) {
        return who.post("/schools", spanOn(found));
    }

    private static String spanOn(Response page) {
        return page.asString().replaceAll("(?s).*?action=\"(/schools/[^\"]+/days/[^\"]+/remove)\".*", "$1");
    }

    private boolean teaches(LocalDate day) {
        return schoolDays.isSchoolDay(kept.school().id(), day);
    }

    private String page() {
        return "/schools/" + kept.id() + "/days";
    }
}
