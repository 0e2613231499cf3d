package uk.thinkuknow.bookings.request;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.schools.school.GivenSchool;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * Tests the form with which a school requests a booking: it leaves validation to the server, lists lessons for the ages
 * of the school's classes first, reports all problems at once, each at its field, and keeps the submitted values.
 */
@QuarkusTest
class RequestFormTest {
    @Inject
    GivenBooking given;

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

    private static org.hamcrest.Matcher<String> link(String field, String text) {
        return containsString("<a href=\"#" + field + "\">" + text + "</a>");
    }

    private static Response send(GivenSchool.TaughtClass school, String... fields) {
        return school.asTeacher().post("/bookings/new", "/bookings", fields);
    }
}
