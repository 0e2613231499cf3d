package uk.thinkuknow.attendance.confirmation;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.StaffBrowser;
import uk.thinkuknow.TestIdentity;
import uk.thinkuknow.attendance.confirmation.GivenShortLesson.ShortLesson;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesRegex;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
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
                        given.seen(first),
                        "return",
                        given.seen(second))
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
        lesson.note("The fire alarm rang.").then().statusCode(303);
        as(colleague)
                .get(lesson.answer())
                .then()
                .body(containsString("Can you confirm this return?"))
                .body(matchesRegex(
                        "(?s).*<tr class=\"tuk-hit\"><th scope=\"row\">Length</th>\\s*<td[^>]*><b>2 minutes.*"))
                .body(containsString("28 counted by heads; the class has 30 cards"))
                .body(containsString("note:</b> The fire alarm rang."));
        lesson.answer(colleague, "answer", "right")
                .then()
                .statusCode(303)
                .header("Location", endsWith("/returns-to-confirm"));
        assertEquals(28, given.counted(lesson));
        var late = RestAssured.given()
                .redirects()
                .follow(false)
                .header(TestIdentity.HEADER, colleague)
                .get(lesson.answer());
        says(colleague, late, "/staff", "That return does not wait any more");
        lesson.taught().asTeacher().get(lesson.path("/return")).then().body(containsString("Return signed"));
    }

    @Test
    void aReturnSentBackWithAReasonIsOpenForItsSignerWhoIsTold() {
        var lesson = given.ended();
        var colleague = given.colleagueOf(lesson);
        addressOf(lesson);
        given.sign(lesson, 28);
        lesson.answer(colleague).then().statusCode(422).body(containsString("Choose what you know"));
        lesson.answer(colleague, "answer", "wrong", "why", " ")
                .then()
                .statusCode(422)
                .body(containsString("href=\"#why\""));
        lesson.answer(colleague, "answer", "wrong", "why", "5B was on a trip that day.")
                .then()
                .statusCode(303);
        assertEquals(0, given.counted(lesson));
        assertEquals(1, given.letters(lesson, lesson.taught().teacher(), "Sent back: your return of 5B Rowan"));
        lesson.taught()
                .asTeacher()
                .get(lesson.path("/register"))
                .then()
                .statusCode(200)
                .body(containsString("sent the return back: “5B was on a trip that day.”"));
        var ofClass = lesson.taught().schoolClass().publicId();
        lesson.taught()
                .asTeacher()
                .post(lesson.path("/register"), lesson.path("/register"), "kept-" + ofClass, "heads")
                .then()
                .statusCode(303);
        lesson.taught()
                .asTeacher()
                .get(lesson.path("/register?notice=kept"))
                .then()
                .body(containsString("sent the return back: “5B was on a trip that day.”"));
        lesson.taught().asTeacher().get("/sessions").then().body(containsString("Sent back: sign again"));
        RestAssured.given()
                .redirects()
                .follow(false)
                .header(TestIdentity.HEADER, lesson.taught().teacher() + " teacher")
                .get(lesson.path("/return"))
                .then()
                .statusCode(303)
                .header("Location", endsWith(lesson.path("/register")));
        lesson.taught()
                .asTeacher()
                .get("/staff")
                .then()
                .body(
                        containsString("Sign the register of 5B Rowan again"),
                        containsString("5B was on a trip that day."));
        given.sign(lesson, 27);
        lesson.taught().asTeacher().get("/sessions").then().body(not(containsString("Sent back: sign again")));
        for (var page : List.of("", "/" + lesson.session().publicId())) {
            as(colleague)
                    .get("/returns-to-confirm" + page)
                    .then()
                    .body(containsString("sent this return back on"), containsString("5B was on a trip that day."));
        }
        lesson.answer(colleague, "answer", "right").then().statusCode(303);
        assertEquals(27, given.counted(lesson));
        assertEquals(1, given.letters(lesson, lesson.taught().teacher(), "Confirmed: your return of 5B Rowan"));
    }

    @Test
    void thoseWhoMayNotConfirmReadWhyAndWhoCanAndOtherSchoolsFindNothing() {
        var lesson = given.ended();
        var colleague = given.colleagueOf(lesson);
        var newcomer = given.newcomerTo(lesson);
        given.sign(lesson, 28);
        lesson.note("The fire alarm rang.").then().statusCode(303);
        as(newcomer)
                .get(lesson.answer())
                .then()
                .body(containsString("Why you cannot confirm it"))
                .body(containsString("worked at the school before the lesson"))
                .body(containsString("Cora " + colleague.split(" ")[0] + " can confirm it."))
                .body(not(containsString("Save answer")), not(containsString("The fire alarm rang.")));
        as(newcomer).get("/returns-to-confirm").then().body(containsString("No return waits for you."));
        as(newcomer).get("/staff").then().body(not(containsString("Confirm the return")));
        lesson.answer(newcomer, "answer", "right").then().statusCode(303);
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
        lesson.note("x".repeat(501)).then().statusCode(422).body(containsString("Write at most 500 characters."));
        lesson.note("x".repeat(500)).then().statusCode(303);
        as(colleague)
                .post(lesson.answer(), lesson.answer() + "/note", "note", "Mine.")
                .then()
                .statusCode(404);
        lesson.note("").then().statusCode(303);
        assertEquals(
                0,
                given.number("select count(*) from waiting_note where session_id = "
                        + lesson.session().id()));
    }

    @Test
    void ofTwoChosenReturnsTheOneThatIsGoneIsNamed() {
        var first = given.ended();
        var colleague = given.colleagueOf(first);
        given.sign(first, 28);
        var second = given.another(first.taught());
        given.sign(second, 26);
        var list = as(colleague).open("/returns-to-confirm");
        first.answer(colleague, "answer", "right").then().statusCode(303);
        says(
                colleague,
                list.send(
                        colleague,
                        "/returns-to-confirm/confirm",
                        "return",
                        given.seen(first),
                        "return",
                        given.seen(second)),
                "/returns-to-confirm",
                "1 return is confirmed, with 26 attendances. A child who was counted already this year is not counted again."
                        + " Not confirmed: the return of 5B Rowan.");
        assertEquals(26, given.counted(second));
    }

    @Test
    void onlyTheNumberThatWasSeenIsConfirmed() {
        var lesson = given.ended();
        var colleague = given.colleagueOf(lesson);
        given.sign(lesson, 24);
        var seen = given.seen(lesson);
        var page = as(colleague).open(lesson.answer());
        lesson.taught()
                .asTeacher()
                .post(lesson.path("/return"), lesson.path("/return/take-back"))
                .then()
                .statusCode(303);
        given.sign(lesson, 29);
        for (var answer : List.of("right", "wrong")) {
            says(
                    colleague,
                    page.send(
                            colleague,
                            lesson.answer() + "/answer",
                            "answer",
                            answer,
                            "why",
                            answer.equals("wrong") ? "A trip." : "",
                            "seen",
                            seen),
                    "/returns-to-confirm",
                    "signed again");
        }
        says(
                colleague,
                page.send(colleague, "/returns-to-confirm/confirm", "return", seen),
                "/returns-to-confirm",
                "signed again");
        assertEquals(0, given.counted(lesson));
        assertEquals(
                29,
                given.number("select sum(heads) from waiting_line where session_id = "
                        + lesson.session().id()));
    }

    @Test
    void textAboutWhatIsWrongIsNotLostWithTheAnswerThatAllIsRight() {
        var lesson = given.ended();
        var colleague = given.colleagueOf(lesson);
        given.sign(lesson, 24);
        lesson.answer(colleague, "answer", "right", "why", "Two of them left.")
                .then()
                .statusCode(422)
                .body(containsString("Two of them left."), containsString("Delete the text, or choose"));
        assertEquals(0, given.counted(lesson));
    }

    @Test
    void aConfirmedReturnIsNotTakenBackByItsSignerAlone() {
        var lesson = given.ended();
        var colleague = given.colleagueOf(lesson);
        given.sign(lesson, 28);
        var open = lesson.taught().asTeacher().open(lesson.path("/return"));
        lesson.answer(colleague, "answer", "right").then().statusCode(303);
        open.send(lesson.taught().teacher() + " teacher", lesson.path("/return/take-back"))
                .then()
                .statusCode(409)
                .body(containsString("confirmed the return. Now it can only be amended, with a second signature."));
        assertEquals(28, given.counted(lesson));
        lesson.taught()
                .asTeacher()
                .get(lesson.path("/return"))
                .then()
                .body(matchesRegex("(?s).*Confirmed by Cora .*"), not(containsString("/return/take-back")));
    }

    @Test
    void anAnswerThatComesTooLateSaysSo() {
        var lesson = given.ended();
        var colleague = given.colleagueOf(lesson);
        given.sign(lesson, 28);
        var late = as(colleague).open(lesson.answer());
        var seen = given.seen(lesson);
        var teachers = lesson.taught().asTeacher().open(lesson.path("/return"));
        lesson.answer(colleague, "answer", "right").then().statusCode(303);
        says(colleague, late.send(colleague, lesson.answer() + "/answer", "answer", "wrong"), "/staff", "any more");
        says(
                colleague,
                late.send(colleague, lesson.answer() + "/answer", "answer", "wrong", "why", "A trip.", "seen", seen),
                "/returns-to-confirm",
                "any more");
        says(
                colleague,
                late.send(colleague, lesson.answer() + "/answer", "answer", "right", "seen", seen),
                "/returns-to-confirm",
                "Not confirmed: the return of 5B Rowan. Since you opened the page it was");
        var teacher = lesson.taught().teacher() + " teacher";
        says(
                teacher,
                teachers.send(teacher, lesson.answer() + "/note", "note", "The alarm rang."),
                lesson.path("/return"),
                "any more");
        assertEquals(28, given.counted(lesson));
    }

    @Test
    void aPaperRegisterSentBackIsDeletedWithItsNote() {
        var lesson = given.ended();
        var administrator = given.administratorOf(lesson);
        var colleague = given.colleagueOf(lesson);
        var paper = given.paper(lesson, administrator, 25);
        var page = "/returns-to-confirm/" + paper;
        as(administrator)
                .post("/sessions/" + paper + "/return", page + "/note", "note", "The list was in a drawer.")
                .then()
                .statusCode(303);
        as(colleague).get(page).then().body(containsString("The list was in a drawer."));
        as(colleague)
                .post(
                        page,
                        page + "/answer",
                        ShortLesson.withSeen(
                                as(colleague).get(page).asString(),
                                "answer",
                                "wrong",
                                "why",
                                "That was another class."))
                .then()
                .statusCode(303);
        assertEquals(0, given.number("select count(*) from session where public_id = '" + paper + "'"));
        as(colleague).get(page).then().statusCode(404);
    }

    /** Its words are for the person who confirms. */
    @Test
    void whatIsHeldAboutTheSchoolSaysThatThereIsANote() {
        var lesson = given.ended();
        given.sign(lesson, 28);
        lesson.note("The fire alarm rang.").then().statusCode(303);
        as("waits-ada administrator")
                .get("/schools/" + lesson.taught().school().publicId() + "/held/json")
                .then()
                .statusCode(200)
                .body("notes", hasSize(1))
                .body("notes[0].note", nullValue());
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

    private void addressOf(ShortLesson lesson) {
        given.run("update staff set email = concat(username, '@school.example') where username = '"
                + lesson.taught().teacher() + "'");
    }

    private static void says(String who, io.restassured.response.Response sent, String path, String words) {
        sent.then().statusCode(303).header("Location", endsWith(path));
        RestAssured.given()
                .cookies(sent.cookies())
                .header(TestIdentity.HEADER, who)
                .get(path)
                .then()
                .body(containsString(words));
    }

    private static StaffBrowser as(String who) {
        return StaffBrowser.as(who);
    }
}
