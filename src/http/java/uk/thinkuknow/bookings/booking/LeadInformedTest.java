package uk.thinkuknow.bookings.booking;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.StaffBrowser;
import uk.thinkuknow.bookings.request.GivenVisit;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

/**
 * Tests that the page of a booking asks the safeguarding lead and the teacher, once a trainer has accepted, whether the
 * lead knows of the session.
 */
@QuarkusTest
class LeadInformedTest {
    @Inject
    GivenVisit given;

    @Test
    void theLeadIsAskedDirectlyAndConfirmsWithOneButton() {
        var all = given.everyone();
        var id = given.accepted(all, given.weekday(26, 10));
        var lead = StaffBrowser.as(all.lead().username() + " dsl");
        lead.get("/bookings/" + id)
                .then()
                .body(containsString("Do you know of this session?"))
                .body(containsString("I know of this session"))
                .body(not(containsString("Does your")));
        lead.post(
                        "/bookings/" + id,
                        "/bookings/" + id + "/tell-lead",
                        "staff",
                        "" + all.lead().id())
                .then()
                .statusCode(303);
        lead.get("/bookings/" + id).then().body(containsString("Confirmed"));
    }

    @Test
    void beforeATrainerAcceptsNobodyIsAskedAndTheTeacherReadsWhenToTellTheLead() {
        var all = given.everyone();
        var id = given.given.visit(all.school(), given.weekday(28, 10));
        given.offerTo(id, all.trainer());
        all.school()
                .asTeacher()
                .get("/bookings/" + id)
                .then()
                .body(containsString("Once a trainer has accepted, your"))
                .body(not(containsString("Who has been told?")));
        StaffBrowser.as(all.lead().username() + " dsl")
                .get("/bookings/" + id)
                .then()
                .body(not(containsString("Once a trainer has accepted")))
                .body(not(containsString("Do you know of this session?")));
    }

    @Test
    void aLeadWhoRequestsASessionIsNotAskedWhetherTheyKnow() {
        var all = given.everyone();
        given.run("update safeguarding_lead set staff_id = " + all.teacher().id() + " where staff_id = "
                + all.lead().id());
        var id = given.accepted(all, given.weekday(29, 10));
        all.school()
                .asTeacher()
                .get("/bookings/" + id)
                .then()
                .body(containsString("Confirmed"))
                .body(containsString("knows: asked for it on"))
                .body(not(containsString("Do you know of this session?")));
    }

    @Test
    void theTeacherIsAskedWhetherTheLeadKnows() {
        var all = given.everyone();
        var id = given.accepted(all, given.weekday(27, 10));
        all.school()
                .asTeacher()
                .get("/bookings/" + id)
                .then()
                .body(containsString("know?</h2>"))
                .body(containsString("Yes, they know"))
                .body(not(containsString("I know of this session")))
                .body(not(containsString("Why in this place")));
    }
}
