package uk.thinkuknow.attendance.confirmation;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.StaffBrowser;
import uk.thinkuknow.attendance.confirmation.GivenShortLesson.ShortLesson;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

/** Tests what managers see of the returns that wait in their area, and where reports lead them to it. */
@QuarkusTest
class ReturnsToConfirmByManagersTest {
    @Inject
    GivenShortLesson given;

    @Test
    void aManagerReadsWhoConfirmsAVisitAndCanRemindThem() {
        var lesson = given.ended();
        var manager = given.managerOf(lesson);
        var colleague = given.colleagueOf(lesson);
        given.sign(lesson, 28);
        given.visit(lesson, colleague);
        as(manager)
                .get("/returns-to-confirm")
                .then()
                .body(containsString("No return waits for you."))
                .body(containsString("Visits whose number of children is not confirmed yet (1)"))
                .body(containsString("Cora " + colleague.split(" ")[0] + " was in the room and confirms it."));
        as(manager).get(lesson.answer()).then().body(containsString("Why you cannot confirm it"));
        var remind = "/missing-returns/" + lesson.session().publicId() + "/remind";
        as(manager)
                .post("/returns-to-confirm", remind)
                .then()
                .statusCode(303)
                .header("Location", endsWith("/returns-to-confirm"));
        assertEquals(1, given.letters(lesson, colleague, "Heads to confirm: 5B Rowan"));
        as(colleague).get("/returns-to-confirm").then().body(containsString("5B Rowan"));
    }

    @Test
    void reportsLinkToTheList() {
        var first = given.ended();
        var manager = given.managerOf(first);
        given.sign(first, 28);
        var list = "href=\"/returns-to-confirm\"";
        as(manager)
                .get("/reach")
                .then()
                .body(containsString("and in no figure: 1 signed, 28 children."))
                .body(containsString(list));
        given.sign(given.another(first.taught()), 26);
        first.answer(manager, "answer", "right").then().statusCode(303);
        as(manager)
                .get("/reach")
                .then()
                .body(containsString("1 return"))
                .body(containsString("Signed for 26 children"))
                .body(containsString(list + ">See which returns wait</a>"));
        as(manager).get("/reach/between").then().body(containsString(list + ">See which returns wait</a>"));
        var school = "/reach/schools/" + first.taught().school().publicId();
        as(manager).get(school).then().body(containsString(list + ">See which returns wait</a>"));
        for (var page : List.of("/reach", "/reach/between", school)) {
            as("waits-aoife auditor").get(page).then().statusCode(200).body(containsString(list));
        }
    }

    @Test
    void anAuditorReadsTheListAndItsReturnsAndConfirmsNothing() {
        var lesson = given.ended();
        given.sign(lesson, 28);
        var page = as("waits-aoife auditor").get(lesson.answer()).then().statusCode(200);
        page.body(containsString("You read for the programme."), not(containsString("Save answer")));
        as("waits-aoife auditor")
                .get("/returns-to-confirm")
                .then()
                .statusCode(200)
                .body(containsString("for a second person. Until then nothing of"))
                .body(not(containsString("type=\"checkbox\"")))
                .body(not(containsString("Confirm the chosen returns")));
        lesson.answer("waits-aoife auditor", "answer", "right").then().statusCode(403);
        assertEquals(0, given.counted(lesson));
    }

    @Test
    void theEvidenceOfASessionLeadsAManagerToItsDecision() {
        var lesson = given.ended();
        var manager = given.managerOf(lesson);
        given.sign(lesson, 28);
        var evidence = "/reach/sessions/" + lesson.session().publicId();
        as(manager)
                .get(evidence)
                .then()
                .body(containsString("href=\"" + lesson.answer() + "\""))
                .body(containsString("28 children. Waits to be confirmed."));
        as("waits-aoife auditor")
                .get(evidence)
                .then()
                .statusCode(200)
                .body(containsString("See the return that waits"));
        lesson.answer(manager, "answer", "right").then().statusCode(303);
        as(manager)
                .get(evidence)
                .then()
                .body(not(containsString(lesson.answer())))
                .body(containsString("Confirmed by"), containsString("Short lesson"));
    }

    @Test
    void withNobodyElseAtTheSchoolAManagerIsNamed() {
        var lesson = given.ended();
        var manager = given.managerOf(lesson);
        given.sign(lesson, 28);
        lesson.taught()
                .asTeacher()
                .get(lesson.path("/return"))
                .then()
                .body(containsString(
                        "Nobody else at the school can confirm it yet, so Helen " + manager.split(" ")[0]));
    }

    @Test
    void aManagerSeesThoseUnansweredFor14DaysFirstAndAlone() {
        var fresh = given.ended();
        var manager = given.managerOf(fresh);
        given.sign(fresh, 28);
        var old = given.another(fresh.taught());
        given.sign(old, 26);
        wait15Days(old);
        var page = as(manager)
                .get("/returns-to-confirm")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertEquals(
                List.of(old.answer(), fresh.answer()),
                Stream.of(old.answer(), fresh.answer())
                        .sorted(Comparator.comparingInt(page::indexOf))
                        .toList());
        as(manager)
                .get("/returns-to-confirm?late=true")
                .then()
                .body(containsString(old.answer()))
                .body(containsString("More than 14 days"))
                .body(not(containsString(fresh.answer())));
        as(manager)
                .post(
                        "/returns-to-confirm?late=true",
                        "/returns-to-confirm/confirm",
                        "late",
                        "true",
                        "return",
                        given.seen(old))
                .then()
                .statusCode(303)
                .header("Location", endsWith("?late=true"));
        assertEquals(26, given.counted(old));
    }

    private void wait15Days(ShortLesson lesson) {
        given.run("update signed_return set signed_at = signed_at - interval 15 day where session_id = "
                + lesson.session().id());
    }

    private static StaffBrowser as(String who) {
        return StaffBrowser.as(who);
    }
}
