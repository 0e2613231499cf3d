package uk.thinkuknow.attendance.chasing;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.counting.YearGroups;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Tests the pages and card groups for cards that missed a lesson. */
@QuarkusTest
class CatchUpTest {
    @Inject
    GivenDeliveredLesson given;

    @Test
    void absentCardsAreListedAndCardsNotTakingPartAreNot() {
        var taught = given.school();
        given.sign(taught, given.ended(taught, Duration.ofHours(1)), List.of(7, 12), "4", 27);
        taught.asTeacher()
                .get("/catch-up")
                .then()
                .statusCode(200)
                .body(containsString("<b>27 of 29</b> have had it."))
                .body(containsString("<b>7</b>"))
                .body(containsString("<b>12</b>"))
                .body(not(containsString("<b>4</b>")));
    }

    /** Otherwise its children would count again over the start of a school year (counting rule 7). */
    @Test
    void aClassWithASignedRegisterKeepsExactlyItsYearGroups() {
        var taught = given.school();
        var page = "/classes/" + taught.schoolClass().publicId() + "/change";
        var years = YearGroups.inYear(
                taught.schoolClass().yearKey(), taught.schoolClass().cohorts());
        var year = String.valueOf(years.first());
        var other = String.valueOf(years.first() - 1);
        var session = given.ended(taught, Duration.ofHours(1));
        for (var now : List.of(other, year)) {
            taught.asTeacher()
                    .post(page, page, "name", "Rowan", "year", now, "band", "")
                    .then()
                    .statusCode(303);
        }
        given.sign(taught, session, List.of(7), "", 29);
        taught.asTeacher()
                .post(page, page, "name", "Rowan", "year", other, "band", "")
                .then()
                .statusCode(422)
                .body(containsString("A register with cards of Rowan is signed, so it stays in Year " + year))
                .body(containsString("Year " + year + ". A register with cards of the class is signed, so this stays."))
                .body(not(containsString("type=\"checkbox\"")));
        taught.asTeacher()
                .post(page, page, "name", "Maple", "year", year, "year", other, "band", "")
                .then()
                .statusCode(422);
        taught.asTeacher()
                .post(page, page, "name", "Maple", "year", year, "band", "")
                .then()
                .statusCode(303);
    }

    @Test
    void aGroupIsMadeForTheMissingCardsAndALaterSessionCompletesTheClass() {
        var taught = given.school();
        given.sign(taught, given.ended(taught, Duration.ofHours(2)), List.of(7, 12), "", 28);
        var to = taught.asTeacher()
                .post(
                        "/sessions/new",
                        "/catch-up/start",
                        "class",
                        taught.schoolClass().publicId().value(),
                        "module",
                        given.lesson().key())
                .then()
                .statusCode(303)
                .extract()
                .header("Location");
        assertTrue(
                to.contains("/sessions/new?class=" + taught.schoolClass().publicId() + "&module="
                        + given.lesson().key() + "&group="),
                to);
        taught.asTeacher()
                .get(to.substring(to.indexOf("/sessions")))
                .then()
                .statusCode(200)
                .body(containsString("Catch-up of "));
        given.sign(taught, given.ended(taught, Duration.ofHours(1)), List.of(1, 2, 3), "", 27);
        taught.asTeacher()
                .get("/catch-up")
                .then()
                .body(containsString("Nobody has anything to catch up"))
                .body(containsString("✓ all 30"));
    }

    @Test
    void aCatchUpGroupNamesItsLessonAndTheNextDayIsNotOfferedAndANewOneIsMade() {
        var taught = given.school();
        given.sign(taught, given.ended(taught, Duration.ofHours(2)), List.of(7), "", 29);
        start(taught, given.lesson().key());
        given.sign(taught, given.ended(taught, Duration.ofHours(1)), List.of(7, 8), "", 28);
        var page = "/classes/" + taught.schoolClass().publicId();
        taught.asTeacher()
                .get(page)
                .then()
                .body(containsString("<b>Catch-up of "))
                .body(containsString(": " + given.lesson().lesson().title().substring(0, 10)));
        given.run("update card_group set catch_up_on = catch_up_on - interval 1 day where class_id = "
                + taught.schoolClass().id());
        taught.asTeacher()
                .get(page)
                .then()
                .body(not(containsString("<b>Catch-up of ")))
                .body(containsString("Catch-ups of earlier days"));
        taught.asTeacher()
                .get("/sessions/new?class=" + taught.schoolClass().publicId())
                .then()
                .body(not(containsString("Catch-up of ")));
        start(taught, given.lesson().key());
        assertEquals(
                2,
                given.number("select count(*) from card_group where class_id = "
                        + taught.schoolClass().id()));
    }

    @Test
    void aTeachersOwnGroupWithASimilarNameIsStillOfferedTheNextDay() {
        var taught = given.school();
        var page = "/classes/" + taught.schoolClass().publicId();
        taught.asTeacher()
                .post(page, page + "/groups", "name", "Catch-up of maths", "card", "1", "card", "2")
                .then()
                .statusCode(303);
        given.run("update card_group set created_at = created_at - interval 1 day where class_id = "
                + taught.schoolClass().id());
        taught.asTeacher()
                .get("/sessions/new?class=" + taught.schoolClass().publicId())
                .then()
                .body(containsString("Catch-up of maths"));
    }

    private static void start(uk.thinkuknow.schools.school.GivenSchool.TaughtClass taught, String module) {
        taught.asTeacher()
                .post(
                        "/sessions/new",
                        "/catch-up/start",
                        "class",
                        taught.schoolClass().publicId().value(),
                        "module",
                        module)
                .then()
                .statusCode(303);
    }

    @Test
    void startingACatchUpTwiceOnADayMakesOneGroup() {
        var taught = given.school();
        given.sign(taught, given.ended(taught, Duration.ofHours(1)), List.of(7), "", 29);
        start(taught, given.lesson().key());
        start(taught, given.lesson().key());
        assertEquals(
                1,
                given.number("select count(*) from card_group where class_id = "
                        + taught.schoolClass().id()));
    }

    @Test
    void startingACatchUpIsRefusedIfNoCardMissedTheLesson() {
        var taught = given.school();
        given.sign(taught, given.ended(taught, Duration.ofHours(1)), List.of(), "", 30);
        taught.asTeacher()
                .post(
                        "/sessions/new",
                        "/catch-up/start",
                        "class",
                        taught.schoolClass().publicId().value(),
                        "module",
                        given.lesson().key())
                .then()
                .statusCode(409)
                .body(containsString("nobody to catch up"));
    }

    @Test
    void theClassOfAnotherSchoolIsNotFound() {
        var taught = given.school();
        given.sign(taught, given.ended(taught, Duration.ofHours(1)), List.of(7), "", 29);
        var stranger = given.school().asTeacher();
        stranger.get("/catch-up/classes/" + taught.schoolClass().publicId())
                .then()
                .statusCode(404);
        stranger.post(
                        "/sessions/new",
                        "/catch-up/start",
                        "class",
                        taught.schoolClass().publicId().value(),
                        "module",
                        given.lesson().key())
                .then()
                .statusCode(404);
        stranger.get("/catch-up").then().body(containsString("No class has had a lesson yet"));
    }

    @Test
    void theClassPageShowsMissingCardsThoseNotTakingPartAndTheTotal() {
        var taught = given.school();
        given.sign(taught, given.ended(taught, Duration.ofHours(1)), List.of(7), "4", 28);
        taught.asTeacher()
                .get("/catch-up/classes/" + taught.schoolClass().publicId())
                .then()
                .statusCode(200)
                .body(containsString("not taking part"))
                .body(containsString("not yet"))
                .body(containsString("<b>28 of 29</b>"));
    }
}
