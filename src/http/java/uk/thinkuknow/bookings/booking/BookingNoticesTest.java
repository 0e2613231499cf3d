package uk.thinkuknow.bookings.booking;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.StaffBrowser;
import uk.thinkuknow.bookings.request.GivenVisit;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

/** Tests that the home page lists the bookings that need an act from the user, and no others. */
@QuarkusTest
class BookingNoticesTest {
    @Inject
    GivenVisit given;

    @Test
    void aTrainerSeesAnOfferUntilTheyAnswerIt() {
        var all = given.everyone();
        var id = given.given.visit(all.school(), given.weekday(28, 10));
        given.offerTo(id, all.trainer());
        var trainer = StaffBrowser.as(all.trainer().username() + " trainer");
        trainer.get("/staff")
                .then()
                .statusCode(200)
                .body(containsString("href=\"/bookings/" + id + "\">Can you come? Answer by " + given.offeredUntil(id)))
                .body(containsString("Offered to you"));
        trainer.get("/bookings/" + id)
                .then()
                .body(containsString("Please say yes or no by <b>" + given.offeredUntil(id) + "</b>"));
        given.offers.accept(all.trainer(), id, 1, "");
        trainer.get("/staff").then().body(containsString("Nothing waits for you."));
    }

    @Test
    void theLeadAndTheTeacherSeeABookingUntilTheLeadConfirmsThatTheyKnow() {
        var all = given.everyone();
        var id = given.accepted(all, given.weekday(29, 10));
        var lead = StaffBrowser.as(all.lead().username() + " dsl");
        lead.get("/staff")
                .then()
                .statusCode(200)
                .body(containsString("href=\"/bookings/" + id + "\">Do you know of this session?"));
        teacher(all).get("/staff").then().body(containsString("know? 5B Rowan"));
        given.bookings.recordLeadInformed(all.lead(), id, all.lead().id());
        lead.get("/staff").then().body(containsString("Nothing waits for you."));
        teacher(all).get("/staff").then().body(not(containsString("know? 5B Rowan")));
    }

    @Test
    void aTeacherSeesTheirRequestOnceNoTrainerIsLeftToAskAndAColleagueDoesNot() {
        var all = given.everyone();
        var id = given.given.visit(all.school(), given.weekday(27, 10));
        var words = "href=\"/bookings/" + id + "\">No trainer ";
        given.run("update booking set state = 'OFFERED' where public_id = '" + id + "'");
        teacher(all).get("/staff").then().body(not(containsString(words)));
        given.run("update booking set state = 'REQUESTED' where public_id = '" + id + "'");
        teacher(all).get("/staff").then().body(containsString(words)).body(containsString("To do <span"));
        StaffBrowser.as(all.colleague().username() + " teacher")
                .get("/staff")
                .then()
                .body(not(containsString(words)));
    }

    @Test
    void aSchoolReadsWhyThereIsNoTrainerAndWhatToChange() {
        var all = given.everyone();
        var id = given.inWelsh(all, given.weekday(26, 10));
        var why = "No trainer teaches ages 8 to 10 in Welsh. ";
        teacher(all)
                .get("/staff")
                .then()
                .body(containsString(
                        "href=\"/bookings/" + id + "\">" + why + "Ask for it in English, or teach it yourselves?"))
                .body(not(containsString("other dates")));
        teacher(all)
                .get("/bookings/" + id)
                .then()
                .body(containsString("<strong class=\"tuk-tag tuk-tag--orange\">No trainer yet</strong>"))
                .body(containsString("<p class=\"govuk-body\">" + why))
                .body(containsString("href=\"/bookings/" + id + "/change\""))
                .body(containsString(">Change what is asked for</a>"))
                .body(containsString("<a href=\"/sessions/new\">Teach it yourselves"))
                .body(containsString("Withdraw the request"))
                .body(not(containsString("Cancel the booking")))
                .body(not(containsString("dates asked for")));
        teacher(all).get("/bookings").then().body(containsString("No trainer yet"));
    }

    @Test
    void otherDatesAreSuggestedOnceAllTrainersHaveDeclined() {
        var all = given.everyone();
        var id = given.given.visit(all.school(), given.weekday(25, 10));
        given.offerTo(id, all.trainer());
        given.offers.decline(all.trainer(), id, "");
        var words = "Every trainer who was asked has said no, or has not answered. Give other dates?";
        teacher(all).get("/staff").then().body(containsString("href=\"/bookings/" + id + "\">" + words));
        teacher(all).get("/bookings/" + id).then().body(containsString(">Give other dates</a>"));
    }

    @Test
    void ofSevenOffersATrainerSeesFiveAndTheNumberOfTheOthers() {
        var all = given.everyone();
        for (int i = 0; i < 7; i++) {
            given.offerTo(given.given.visit(all.school(), given.weekday(20 + i, 14)), all.trainer());
        }
        StaffBrowser.as(all.trainer().username() + " trainer")
                .get("/staff")
                .then()
                .body(containsString("2 more sessions are offered to you"))
                .body(containsString("(6)"));
    }

    @Test
    void theTrainerAndNotTheTeacherIsAskedWhetherAPastSessionTookPlace() {
        var all = given.everyone();
        var id = given.confirmed(all, given.weekday(30, 10));
        given.run("update booking set starts_at = now(6) - interval 2 day where public_id = '" + id + "'");
        StaffBrowser.as(all.trainer().username() + " trainer")
                .get("/staff")
                .then()
                .statusCode(200)
                .body(containsString("href=\"/bookings/" + id + "\">Did it take place?"));
        teacher(all).get("/staff").then().body(not(containsString("Did it take place?")));
    }

    @Test
    void aColleagueWhoIsNotInChargeIsNotAskedWhetherTheLeadKnows() {
        var all = given.everyone();
        given.accepted(all, given.weekday(31, 10));
        StaffBrowser.as(all.colleague().username() + " teacher")
                .get("/staff")
                .then()
                .statusCode(200)
                .body(not(containsString("know? 5B Rowan")));
    }

    private static StaffBrowser teacher(GivenVisit.Everyone all) {
        return all.school().asTeacher();
    }
}
