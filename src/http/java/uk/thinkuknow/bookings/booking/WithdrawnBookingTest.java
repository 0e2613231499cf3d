package uk.thinkuknow.bookings.booking;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.StaffBrowser;
import uk.thinkuknow.bookings.request.GivenBooking;
import uk.thinkuknow.bookings.request.GivenVisit;
import uk.thinkuknow.common.PublicId;
import uk.thinkuknow.curriculum.lesson.GivenFolder;
import uk.thinkuknow.curriculum.lesson.LessonWithdrawn;
import uk.thinkuknow.schools.calendars.GivenManagers;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

/** Tests that school and trainer learn that the lesson of a coming session is withdrawn, and choose another. */
@QuarkusTest
class WithdrawnBookingTest {
    private final String lesson = "booked-" + ThreadLocalRandom.current().nextInt(1_000_000_000);

    @Inject
    GivenVisit given;

    @Inject
    GivenManagers managers;

    @BeforeEach
    void aLessonOfItsOwn() {
        given.given.curriculum.publish(GivenFolder.of(lesson));
    }

    @Test
    void bothReadThatTheLessonIsWithdrawnAndEitherChoosesAnotherForTheSameAges() {
        var all = given.everyone();
        var id = booked(all, 32);
        var trainer = StaffBrowser.as(all.trainer().username() + " trainer");
        trainer.get("/bookings/" + id).then().body(not(containsString("Lesson withdrawn")));
        withdrawnAt(all);
        for (var who : new StaffBrowser[] {all.school().asTeacher(), trainer}) {
            who.get("/staff").then().body(containsString("href=\"/bookings/" + id + "\">Choose another lesson"));
            who.get("/bookings/" + id)
                    .then()
                    .body(containsString("href=\"/modules/" + lesson + "\">withdrawn at the moment</a>"))
                    .body(containsString("<option value=\"" + GivenBooking.ANY + "\""))
                    .body(not(containsString("<option value=\"" + lesson + "\"")))
                    .body(not(containsString("<option value=\"" + GivenBooking.LESSON_ONLY + "\"")))
                    .body(not(containsString("pack.pdf")));
        }
        assertThrows(LessonWithdrawn.class, () -> given.bookings.arrangements(all.trainer(), id));
        choose(trainer, id, GivenBooking.LESSON_ONLY).then().statusCode(409).body(containsString("Choose a lesson."));
        choose(trainer, id, GivenBooking.ANY).then().statusCode(303);
        all.school()
                .asTeacher()
                .get("/bookings/" + id)
                .then()
                .body(not(containsString("Lesson withdrawn")))
                .body(containsString("chose another lesson"));
        assertEquals(3, letters(id, "Another lesson"));
        choose(all.school().asTeacher(), id, "who-is-really-there")
                .then()
                .statusCode(409)
                .body(containsString("The lesson of this session is in use"));
    }

    @Test
    void inAnotherAreaNothingChanges() {
        var all = given.everyone();
        var id = booked(all, 33);
        withdrawnAt(given.everyone());
        all.school().asTeacher().get("/bookings/" + id).then().body(not(containsString("Lesson withdrawn")));
        all.school()
                .asTeacher()
                .get("/staff")
                .then()
                .body(not(containsString("href=\"/bookings/" + id + "\">Choose another lesson")));
        choose(all.school().asTeacher(), id, GivenBooking.ANY).then().statusCode(409);
    }

    @Test
    void anotherSchoolChoosesNothing() {
        var all = given.everyone();
        var id = booked(all, 34);
        withdrawnAt(all);
        given.everyone()
                .school()
                .asTeacher()
                .post("/bookings/new", "/bookings/" + id + "/lesson", "lesson", GivenBooking.ANY)
                .then()
                .statusCode(404);
    }

    @Test
    void aWithdrawnLessonCannotBeAskedFor() {
        var all = given.everyone();
        withdrawnAt(all);
        all.school().asTeacher().get("/bookings/new").then().body(not(containsString(lesson)));
        all.school()
                .asTeacher()
                .post("/bookings/new", "/bookings", "key", GivenBooking.key(), "module", lesson, "audience", "LESSON")
                .then()
                .statusCode(422)
                .body(containsString("<a href=\"#module\">The programme has withdrawn “Ask for help”"));
    }

    private PublicId booked(GivenVisit.Everyone all, int weeks) {
        var id = given.confirmed(all, given.weekday(weeks, 10));
        given.run("update booking set module_key = '" + lesson + "' where public_id = '" + id + "'");
        return id;
    }

    /** Each given school is in an authority of its own, which has its teacher's name. */
    private void withdrawnAt(GivenVisit.Everyone all) {
        var page = "/modules/" + lesson;
        managers.of(all.school().teacher())
                .post(page, page + "/withdraw", "why", "Step 1 is wrong")
                .then()
                .statusCode(303);
    }

    private static io.restassured.response.Response choose(StaffBrowser who, PublicId id, String module) {
        return who.post("/bookings/" + id, "/bookings/" + id + "/lesson", "lesson", module);
    }

    private long letters(PublicId id, String subject) {
        return given.number(
                "select count(*) from letter where about = 'booking " + id + "' and subject like '" + subject + ": %'");
    }
}
