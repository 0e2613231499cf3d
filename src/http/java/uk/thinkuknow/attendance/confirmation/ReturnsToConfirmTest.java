package uk.thinkuknow.attendance.confirmation;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.StaffBrowser;
import uk.thinkuknow.attendance.confirmation.GivenShortLesson.ShortLesson;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.matchesRegex;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

/** Tests the pages of a return that waits: what its signer reads, and how others confirm it or send it back. */
@QuarkusTest
class ReturnsToConfirmTest {
    @Inject
    GivenShortLesson given;

    @Test
    void theSignerIsThankedAndReadsWhyTheReturnWaitsAndWhoConfirmsIt() {
        var lesson = given.ended();
        var colleague = given.colleagueOf(lesson);
        given.sign(lesson, 28);
        assertEquals(0, given.counted(lesson));
        lesson.taught()
                .asTeacher()
                .get(lesson.path("/return"))
                .then()
                .statusCode(200)
                .body(containsString("<h1>Thank you, your return is saved</h1>"))
                .body(containsString("The lesson took 2 minutes. It is made for "))
                .body(containsString("a fire alarm"))
                .body(containsString("Cora " + colleague.split(" ")[0] + " can confirm it."))
                .body(containsString("There is nothing more to do."));
        lesson.taught()
                .asTeacher()
                .get("/staff")
                .then()
                .body(containsString("To be confirmed</strong>"))
                .body(not(containsString("Confirm the heads of")));
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
    void aColleagueConfirmsSeveralReturnsWithOneButton() {
        var first = given.ended();
        var colleague = given.colleagueOf(first);
        given.sign(first, 28);
        var second = given.another(first.taught());
        given.sign(second, 26);
        var third = given.another(first.taught());
        given.sign(third, 25);
        as(colleague).get("/staff").then().body(containsString("Confirm 3 returns"));
        as(colleague)
                .post("/returns-to-confirm", "/returns-to-confirm/confirm")
                .then()
                .statusCode(422)
                .body(containsString("Choose at least one return."));
        as(colleague)
                .post(
                        "/returns-to-confirm",
                        "/returns-to-confirm/confirm",
                        "return",
                        first.session().publicId().value(),
                        "return",
                        second.session().publicId().value())
                .then()
                .statusCode(303)
                .header("Location", endsWith("/returns-to-confirm"));
        assertEquals(28, given.counted(first));
        assertEquals(26, given.counted(second));
        assertEquals(0, given.counted(third));
        as(colleague)
                .get("/returns-to-confirm")
                .then()
                .body(containsString("1 return waits for a second person."))
                .body(containsString(third.answer()))
                .body(not(containsString(first.answer())));
    }

    @Test
    void thePageOfAReturnMarksWhatIsUnusualBesideWhatIsUsual() {
        var lesson = given.ended();
        var colleague = given.colleagueOf(lesson);
        given.sign(lesson, 28);
        note(lesson, "The fire alarm rang.").then().statusCode(303);
        as(colleague)
                .get(lesson.answer())
                .then()
                .body(containsString("Can you confirm this return?"))
                .body(matchesRegex(
                        "(?s).*<tr class=\"tuk-hit\"><th scope=\"row\">Length</th>\\s*<td[^>]*><b>2 minutes.*"))
                .body(containsString("28 of 30 cards, none on a device"))
                .body(containsString("note:</b> The fire alarm rang."));
        answer(colleague, lesson, "answer", "right")
                .then()
                .statusCode(303)
                .header("Location", endsWith("/returns-to-confirm"));
        assertEquals(28, given.counted(lesson));
        as(colleague).get(lesson.answer()).then().body(containsString("That return does not wait any more"));
        lesson.taught().asTeacher().get(lesson.path("/return")).then().body(containsString("Return signed"));
    }

    @Test
    void aReturnSentBackWithAReasonIsOpenForItsSignerWhoIsTold() {
        var lesson = given.ended();
        var colleague = given.colleagueOf(lesson);
        addressOf(lesson);
        given.sign(lesson, 28);
        answer(colleague, lesson).then().statusCode(422).body(containsString("Choose what you know"));
        answer(colleague, lesson, "answer", "wrong", "why", " ")
                .then()
                .statusCode(422)
                .body(containsString("href=\"#why\""));
        answer(colleague, lesson, "answer", "wrong", "why", "5B was on a trip that day.")
                .then()
                .statusCode(303);
        assertEquals(0, given.counted(lesson));
        assertEquals(1, given.letters(lesson, lesson.taught().teacher(), "Sent back: your return of 5B Rowan"));
        lesson.taught().asTeacher().get(lesson.path("/register")).then().statusCode(200);
        given.sign(lesson, 27);
        answer(colleague, lesson, "answer", "right").then().statusCode(303);
        assertEquals(27, given.counted(lesson));
        assertEquals(1, given.letters(lesson, lesson.taught().teacher(), "Confirmed: your return of 5B Rowan"));
    }

    @Test
    void thoseWhoMayNotConfirmReadWhyAndWhoCanAndOtherSchoolsFindNothing() {
        var lesson = given.ended();
        var colleague = given.colleagueOf(lesson);
        var newcomer = given.newcomerTo(lesson);
        given.sign(lesson, 28);
        as(newcomer)
                .get(lesson.answer())
                .then()
                .body(containsString("Why you cannot confirm it"))
                .body(containsString("worked at the school before the lesson"))
                .body(containsString("Cora " + colleague.split(" ")[0] + " can confirm it."))
                .body(not(containsString("Save answer")));
        as(newcomer).get("/returns-to-confirm").then().body(containsString("No return waits for you."));
        as(newcomer).get("/staff").then().body(not(containsString("Confirm the return")));
        answer(newcomer, lesson, "answer", "right").then().statusCode(303);
        assertEquals(0, given.counted(lesson));
        var elsewhere = given.ended();
        for (var who : new String[] {elsewhere.taught().teacher() + " teacher", given.managerOf(elsewhere)}) {
            as(who).get(lesson.answer()).then().statusCode(404);
            as(who).post(
                            "/returns-to-confirm",
                            "/returns-to-confirm/confirm",
                            "return",
                            lesson.session().publicId().value())
                    .then()
                    .statusCode(404);
        }
        assertEquals(0, given.counted(lesson));
    }

    @Test
    void aNoteIsTheSignersAndHas500CharactersAtMost() {
        var lesson = given.ended();
        var colleague = given.colleagueOf(lesson);
        given.sign(lesson, 28);
        note(lesson, "x".repeat(501)).then().statusCode(422).body(containsString("Write at most 500 characters."));
        note(lesson, "x".repeat(500)).then().statusCode(303);
        as(colleague)
                .post(lesson.answer(), lesson.answer() + "/note", "note", "Mine.")
                .then()
                .statusCode(404);
        note(lesson, "").then().statusCode(303);
        assertEquals(
                0,
                given.number("select count(*) from waiting_note where session_id = "
                        + lesson.session().id()));
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
                java.util.List.of(old.answer(), fresh.answer()),
                java.util.stream.Stream.of(old.answer(), fresh.answer())
                        .sorted(java.util.Comparator.comparingInt(page::indexOf))
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
                        old.session().publicId().value())
                .then()
                .statusCode(303)
                .header("Location", endsWith("?late=true"));
        assertEquals(26, given.counted(old));
    }

    @Test
    void theListHasPages() {
        var first = given.ended();
        var colleague = given.colleagueOf(first);
        given.sign(first, 20);
        IntStream.range(0, 25).forEach(_ -> given.sign(given.another(first.taught()), 20));
        as(colleague)
                .get("/returns-to-confirm")
                .then()
                .body(containsString("26 returns wait"))
                .body(containsString("Page 1 of 2"));
        as(colleague).get("/returns-to-confirm?page=2").then().body(containsString("Page 2 of 2"));
    }

    private void wait15Days(ShortLesson lesson) {
        given.run("update signed_return set signed_at = signed_at - interval 15 day where session_id = "
                + lesson.session().id());
    }

    private void addressOf(ShortLesson lesson) {
        given.run("update staff set email = concat(username, '@school.example') where username = '"
                + lesson.taught().teacher() + "'");
    }

    private static io.restassured.response.Response note(ShortLesson lesson, String words) {
        return lesson.taught().asTeacher().post(lesson.path("/return"), lesson.answer() + "/note", "note", words);
    }

    private static io.restassured.response.Response answer(String who, ShortLesson lesson, String... fields) {
        return as(who).post(lesson.answer(), lesson.answer() + "/answer", fields);
    }

    private static StaffBrowser as(String who) {
        return StaffBrowser.as(who);
    }
}
