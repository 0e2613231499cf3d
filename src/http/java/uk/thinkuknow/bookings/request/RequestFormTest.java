package uk.thinkuknow.bookings.request;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.common.London;
import uk.thinkuknow.schools.school.GivenSchool;
import uk.thinkuknow.schools.school.SchoolService;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * Tests the form with which a school requests a booking: it leaves validation to the server, lists lessons for the ages
 * of the school's classes first, reports all problems at once, each at its field, and keeps the submitted values.
 */
@QuarkusTest
class RequestFormTest {
    @Inject
    GivenBooking given;

    @Inject
    LessonsAtSchool lessons;

    @Inject
    SchoolService schools;

    @Test
    void aFormWithNothingButATimeReportsEveryMissingField() {
        send(given.school(), "time-1", "09:30")
                .then()
                .statusCode(422)
                .body(link("module", "Choose a lesson."))
                .body(link("audience-lesson", "Say whom it is for."))
                .body(link("delivery-VISIT", "Say who is to teach it."))
                .body(link("date-1", "Give both a date and a time for your first choice."))
                .body(link("minutes", "Say how long it may take: 10 to 480 minutes."));
    }

    @Test
    void theFormHasNoBrowserValidation() {
        given.school().asTeacher().get("/bookings/new").then().body(containsString("action=\"/bookings\" novalidate"));
    }

    @Test
    void lessonsForTheAgesOfTheSchoolsClassesAreListedFirst() {
        var page = given.school().asTeacher().get("/bookings/new").asString();
        assertEquals(page.indexOf("<optgroup"), page.indexOf("<optgroup label=\"Ages 8–10, as your classes\">"));
        assertTrue(page.contains("<optgroup label=\"Ages 14–18\">"));
    }

    @Test
    void allFieldsAreCheckedAndTheirValuesKeptEvenIfSomeAreWrong() {
        send(
                        given.school(),
                        "audience",
                        "ASSEMBLY",
                        "module",
                        GivenBooking.LESSON_ONLY,
                        "heads",
                        "many",
                        "minutes",
                        "60",
                        "date-1",
                        "2020-01-07",
                        "time-1",
                        "10:00",
                        "date-3",
                        "2020-01-08",
                        "room",
                        "The old hall",
                        "needs",
                        "x".repeat(1001))
                .then()
                .statusCode(422)
                .body(containsString("<a href=\"#audience-assembly\">"))
                .body(link("heads", "Say how many people you expect: a number from 1 to 2000."))
                .body(containsString("<a href=\"#date-1\">Tuesday 7 January 2020 at 10:00 has gone by."))
                .body(link("date-3", "Give both a date and a time for your third choice."))
                .body(containsString("<a href=\"#needs\">What you say of needs may have at most 1000 letters"))
                .body(not(containsString("<a href=\"#minutes\">")))
                .body(containsString("value=\"The old hall\""))
                .body(containsString("value=\"many\""))
                .body(containsString("value=\"2020-01-08\""));
    }

    @Test
    void problemsAreListedInTheOrderOfThePage() {
        var list = send(given.school(), "audience", "LESSON", "date-1", "2020-01-07", "time-1", "10:00", "minutes", "x")
                .asString();
        var before = -1;
        for (var field : java.util.List.of("module", "which-classes", "delivery-VISIT", "date-1", "minutes")) {
            var at = list.indexOf("<a href=\"#" + field + "\">");
            assertTrue(at > before, field);
            before = at;
        }
    }

    @Test
    void aLessonWithoutAClassIsReportedAtTheClasses() {
        send(given.school(), "audience", "LESSON", "module", GivenBooking.ANY)
                .then()
                .statusCode(422)
                .body(link("which-classes", "Choose at least one class for the lesson."));
    }

    @Test
    void aClassOfAnotherSchoolIsNotFound() {
        var theirs = given.school().schoolClass().publicId().value();
        send(given.school(), "audience", "LESSON", "module", GivenBooking.ANY, "class", theirs)
                .then()
                .statusCode(404);
    }

    @Test
    void aTimeAtWhichNoSchoolTeachesAndADateThatIsThereTwiceAreReportedAtTheirFields() {
        var school = given.school();
        var day = London.dateOf(given.weekday(25, 10));
        reported(school, "date-1", "is at night. ", day, "06:59");
        reported(school, "date-1", "is at night. ", day, "20:31");
        reported(school, "date-1", "is at a weekend, ", day.with(DayOfWeek.SATURDAY), "10:00");
        reported(school, "date-1", "is at a weekend, ", day.with(DayOfWeek.SUNDAY), "10:00");
        reported(school, "date-1", "is more than a year ahead. ", London.dateOf(given.weekday(54, 10)), "10:00");
        reported(school, "date-2", "Two of your dates are the same. ", day, "10:00");
    }

    private void reported(GivenSchool.TaughtClass school, String field, String words, LocalDate day, String time) {
        var list = send(school, "minutes", "60", "date-1", "" + day, "time-1", time, "date-2", "" + day, "time-2", time)
                .then()
                .statusCode(422)
                .extract()
                .asString();
        assertTrue(
                list.matches("(?s).*<a href=\"#" + field + "\">[^<]*" + words + ".*"), day + " " + time + ": " + list);
    }

    /** By a clock that stands before the end of the last term on record. */
    @Test
    void aPublicHolidayAndADayAfterTheLastTermAreRefused() {
        var school = given.school();
        var rules =
                new RequestRules(lessons, schools, Clock.fixed(Instant.parse("2028-12-01T10:00:00Z"), ZoneOffset.UTC));
        for (var refused :
                List.of("2028-12-25T10:00:00Z is a public holiday", "2029-09-04T10:00:00Z The school terms")) {
            var start = Instant.parse(refused.split(" ", 2)[0]);
            var why = assertThrows(
                    BookingRefused.class, () -> rules.checkTime(school.school().id(), start, 60));
            assertTrue(why.why().contains(refused.split(" ", 2)[1]), why.why());
        }
        rules.checkTime(school.school().id(), Instant.parse("2028-12-12T10:00:00Z"), 60);
    }

    private static org.hamcrest.Matcher<String> link(String field, String text) {
        return containsString("<a href=\"#" + field + "\">" + text + "</a>");
    }

    private static Response send(GivenSchool.TaughtClass school, String... fields) {
        return school.asTeacher().post("/bookings/new", "/bookings", fields);
    }
}
