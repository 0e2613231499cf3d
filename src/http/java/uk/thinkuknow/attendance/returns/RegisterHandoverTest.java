package uk.thinkuknow.attendance.returns;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.StaffBrowser;
import uk.thinkuknow.attendance.returns.GivenLesson.Lesson;
import uk.thinkuknow.identity.staff.PeopleService;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

/** Tests handing a register to a colleague, who signs it. */
@QuarkusTest
class RegisterHandoverTest {
    @Inject
    GivenLesson given;

    @Inject
    PeopleService people;

    @Test
    void theSignerHandsTheRegisterToAColleagueWhoThenSignsIt() {
        var lesson = given.ended(false, 30);
        var colleague = given.colleagueOf(lesson);
        hand(lesson, lesson.who(), colleague).then().statusCode(303);
        lesson.form().get(lesson.path("/register")).then().statusCode(303).header("Location", endsWith("/signer"));
        StaffBrowser.as(colleague)
                .get("/staff")
                .then()
                .body(containsString("href=\"" + lesson.path("/register") + "\""));
        signed(lesson, colleague).then().statusCode(303);
        lesson.form()
                .get(lesson.path("/return"))
                .then()
                .body(containsString("Signed by Colleague"))
                .body(containsString("handed the register over: Tess " + lesson.teacher() + " → Colleague"));
    }

    @Test
    void aColleagueSeesTheRegisterOnTheirHomePageButCannotTakeItOver() {
        var lesson = given.ended(false, 30);
        var colleague = given.colleagueOf(lesson);
        StaffBrowser.as(colleague)
                .get("/staff")
                .then()
                .body(containsString("With your colleagues"))
                .body(containsString("href=\"" + lesson.path("/signer") + "\""))
                .body(not(containsString("Sign the register of")));
        StaffBrowser.as(colleague)
                .get(lesson.path("/signer"))
                .then()
                .body(not(containsString("<select")))
                .body(containsString("safeguarding lead"));
        hand(lesson, colleague, colleague).then().statusCode(422).body(containsString("can hand this register over"));
        assertEquals(0, given.number("SELECT COUNT(handed_to) FROM session WHERE id = ?", id(lesson)));
    }

    @Test
    void theSchoolsSafeguardingLeadOrAdministratorCanTakeTheRegisterOver() {
        var lesson = given.ended(false, 30);
        var lead = given.colleagueOf(lesson).replace("teacher", "teacher dsl");
        hand(lesson, lead, lead).then().statusCode(422); // leads at another school
        appoint(lead);
        StaffBrowser.as(lead).get(lesson.path("/signer")).then().body(containsString("Myself, Colleague"));
        hand(lesson, lead, lead).then().statusCode(303);
        signed(lesson, lead).then().statusCode(303);
        var second = given.ended(false, 30);
        var keeper = given.colleagueOf(second);
        given.update("UPDATE staff_school SET part = 'ADMINISTRATOR' WHERE staff_id = ?", idOf(keeper));
        hand(second, keeper, keeper).then().statusCode(303);
    }

    @Test
    void aManagerOfTheAreaCanHandTheRegisterOverOnlyOnceTheSignerHasLeft() {
        var lesson = given.ended(false, 30);
        var colleague = given.colleagueOf(lesson);
        hand(lesson, "mina manager", colleague).then().statusCode(422);
        given.update("UPDATE staff_school SET valid_to = CURRENT_DATE WHERE staff_id = ?", idOf(lesson.who()));
        manager("elsewhere", given.ended(false, 3).teacher());
        hand(lesson, "elsewhere manager", colleague).then().statusCode(404);
        hand(lesson, "mina manager", colleague).then().statusCode(303);
        signed(lesson, colleague).then().statusCode(303);
    }

    @Test
    void whoHasLeftTheSchoolSeesItsSessionNoMoreUnlessTheyDeliverAVisit() {
        var lesson = given.ended(false, 30);
        var left = StaffBrowser.as(lesson.who());
        given.update("UPDATE staff SET school_id = NULL WHERE id = ?", idOf(lesson.who()));
        left.get(lesson.path("/register")).then().statusCode(200);
        given.update("UPDATE staff_school SET valid_to = CURRENT_DATE WHERE staff_id = ?", idOf(lesson.who()));
        for (var page : List.of("", "/register", "/signer", "/progress")) {
            left.get(lesson.path(page)).then().statusCode(404);
        }
        left.post("/training", lesson.path("/register/sign"), "heads-" + lesson.classId(), "27")
                .then()
                .statusCode(404);
        given.update("UPDATE session SET confirmer = ? WHERE id = ?", idOf(given.colleagueOf(lesson)), id(lesson));
        left.get(lesson.path("/register")).then().statusCode(404);
        StaffBrowser.as(lesson.teacher() + " trainer")
                .get(lesson.path("/register"))
                .then()
                .statusCode(200);
    }

    @Test
    void theAdministratorIsToldThatTheSignerHasLeftUntilTheRegisterIsHandedOver() {
        var lesson = given.ended(false, 30);
        var keeper = given.colleagueOf(lesson);
        var words = "Tess " + lesson.teacher() + " was to, and has left.";
        StaffBrowser.as(keeper).get(lesson.path("/signer")).then().body(not(containsString(words)));
        given.update("UPDATE staff_school SET part = 'ADMINISTRATOR' WHERE staff_id = ?", idOf(keeper));
        given.update("UPDATE staff_school SET valid_to = CURRENT_DATE WHERE staff_id = ?", idOf(lesson.who()));
        StaffBrowser.as(keeper).get(lesson.path("/signer")).then().body(containsString(words));
        StaffBrowser.as(keeper)
                .get("/staff")
                .then()
                .body(containsString("href=\"" + lesson.path("/signer") + "\">Tess " + lesson.teacher()
                        + " has left: hand over the register of 5B Rowan"));
        hand(lesson, keeper, keeper).then().statusCode(303);
        StaffBrowser.as(keeper)
                .get("/staff")
                .then()
                .body(not(containsString(" has left: hand over the register of 5B Rowan")));
    }

    @Test
    void aSignedRegisterStaysWithItsSignerUnlessTheyHaveLeft() {
        var lesson = given.ended(false, 30);
        var colleague = given.colleagueOf(lesson);
        var words = "stays with the person who signed it";
        signed(lesson, lesson.who()).then().statusCode(303);
        for (var by : List.of(lesson.who(), colleague.replace("teacher", "teacher dsl"))) {
            hand(lesson, by, colleague).then().statusCode(422).body(containsString(words));
            StaffBrowser.as(by).get(lesson.path("/signer")).then().body(containsString(words));
        }
        assertEquals(0, given.number("SELECT COUNT(handed_to) FROM session WHERE id = ?", id(lesson)));
        given.update("UPDATE staff_school SET valid_to = CURRENT_DATE WHERE staff_id = ?", idOf(lesson.who()));
        appoint(colleague);
        hand(lesson, colleague.replace("teacher", "teacher dsl"), colleague)
                .then()
                .statusCode(303);
    }

    @Test
    void aRegisterCannotBeHandedOverToOrByAnotherSchoolOrToNobody() {
        var lesson = given.ended(false, 30);
        given.colleagueOf(lesson);
        var stranger = given.ended(false, 20);
        StaffBrowser.as(stranger.who()).get(lesson.path("/signer")).then().statusCode(404);
        hand(lesson, lesson.who(), stranger.who()).then().statusCode(404);
        hand(lesson, stranger.who(), stranger.who()).then().statusCode(404);
        hand(lesson, stranger.teacher() + " teacher dsl", stranger.who()).then().statusCode(404);
        lesson.form()
                .post(lesson.path("/signer"), lesson.path("/hand-over"), "to", "")
                .then()
                .statusCode(422)
                .body(containsString("Choose who signs"));
    }

    private Response hand(Lesson lesson, String by, String to) {
        var id = people.account(idOf(to)).publicId().value();
        return lesson.form().open(lesson.path("/signer")).send(by, lesson.path("/hand-over"), "to", id);
    }

    private Response signed(Lesson lesson, String by) {
        return StaffBrowser.as(by)
                .post(
                        lesson.path("/register"),
                        lesson.path("/register/sign"),
                        "heads-" + lesson.classId(),
                        "27",
                        "kept-" + lesson.classId(),
                        "heads");
    }

    private void manager(String username, String region) {
        QuarkusTransaction.requiringNew().run(() -> people.join(username, username, null, region));
    }

    private void appoint(String lead) {
        given.update("""
                INSERT INTO safeguarding_lead (school_id, part, staff_id, valid_from)
                SELECT school_id, 'LEAD', id, '2020-09-01' FROM staff WHERE id = ?""", idOf(lead));
    }

    private long idOf(String who) {
        return people.byUsername(who.split(" ", 2)[0]).orElseThrow().id();
    }

    private static long id(Lesson lesson) {
        return lesson.session().id();
    }
}
