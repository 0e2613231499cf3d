package uk.thinkuknow.attendance.returns;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.StaffBrowser;
import uk.thinkuknow.attendance.returns.GivenLesson.Lesson;
import uk.thinkuknow.classroom.session.SessionFacts;
import uk.thinkuknow.classroom.session.SessionService;
import uk.thinkuknow.common.PublicId;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static uk.thinkuknow.attendance.register.GivenFilledRegister.numbers;

/** Tests the register page and the signed return, from opening to taking the signature back. */
@QuarkusTest
class AttendanceResourceTest {
    @Inject
    GivenLesson given;

    @Inject
    AttendanceService attendance;

    @Inject
    SessionService sessions;

    @Inject
    ReturnImporter importer;

    @Test
    void theRegisterIsFilledInFromTheDevices() {
        var lesson = given.ended(true, 30);
        given.allJoined(lesson, 1, 28);
        given.joined(lesson, 29, null, 2, 3);
        lesson.form()
                .get(lesson.path("/register"))
                .then()
                .statusCode(200)
                .body(containsString("Register for 5B Rowan"))
                .body(containsString("30 never joined, so it is ticked."))
                .body(containsString("did 2 of "))
                .body(containsString("<b>28 here</b>, 1 to check, 1 not here"));
    }

    @Test
    void aVisitorToCheckIsOneOfTheQuestionsToTheSigner() {
        var lesson = given.ended(true, 30);
        given.allJoined(lesson, 1, 28);
        given.joined(lesson, 29, null, 2, 3);
        given.joined(lesson, null, "guest", 2, 3);
        lesson.form()
                .get(lesson.path("/register"))
                .then()
                .body(containsString("Type the heads, answer 2 questions, check the list, sign."))
                .body(containsString("<b>28 here</b>, 2 to check, 1 not here"));
    }

    @Test
    void theHeadsTypedAreSignedAndTheReturnShowsThemByGrade() {
        var lesson = given.ended(true, 30);
        given.allJoined(lesson, 1, 30);
        sign(lesson, "30", List.of()).then().statusCode(303).header("Location", endsWith(lesson.path("/return")));
        lesson.form()
                .get(lesson.path("/return"))
                .then()
                .statusCode(200)
                .body(containsString("5B Rowan, 30 of 30 children."))
                .body(containsString("<b>30</b> on devices (A)"))
                .body(containsString("take your signature back"));
        assertTrue(attendance.isSigned(lesson.session().id()));
        assertEquals(30, given.number("SELECT heads FROM return_line WHERE session_id = ?", id(lesson)));
    }

    @Test
    void aCardMarkedAbsentIsNotInTheReturnLine() {
        var lesson = given.ended(true, 30);
        given.allJoined(lesson, 1, 30);
        sign(lesson, "29", List.of(7)).then().statusCode(303);
        assertEquals(
                numbers(1, 30).without(numbers(7, 7)).low(),
                given.number("SELECT named_a_low FROM return_line WHERE session_id = ?", id(lesson)));
    }

    @Test
    void errorsAreShownTheTypedTextIsKeptAndNothingIsSigned() {
        var lesson = given.ended(true, 30);
        given.allJoined(lesson, 1, 30);
        sign(lesson, "28", List.of(7))
                .then()
                .statusCode(422)
                .body(containsString("You typed 28 heads for 5B Rowan, but 29 are marked here: take 1 off"))
                .body(containsString("value=\"28\""))
                .body(containsString("name=\"absent-" + lesson.classId() + "\" value=\"7\" checked"));
        sign(lesson, "31", List.of())
                .then()
                .statusCode(422)
                .body(containsString("You typed 31 heads, but 5B Rowan has 30 cards in force"));
        sign(lesson, "many", List.of())
                .then()
                .statusCode(422)
                .body(containsString("must be a whole number"))
                .body(containsString("value=\"many\""));
        assertFalse(attendance.isSigned(lesson.session().id()));
    }

    @Test
    void aClassWithoutDevicesIsSignedByItsHeads() {
        var lesson = given.ended(false, 30);
        lesson.form()
                .get(lesson.path("/register"))
                .then()
                .body(containsString("No device was used. How do you know who was here?"));
        lesson.form()
                .post(
                        lesson.path("/register"),
                        lesson.path("/register/sign"),
                        "heads-" + lesson.classId(),
                        "27",
                        "kept-" + lesson.classId(),
                        "heads")
                .then()
                .statusCode(303);
        assertEquals(27, given.number("SELECT unnamed FROM return_line WHERE session_id = ?", id(lesson)));
    }

    @Test
    void severalClicksOnSignMakeOneReturn() {
        var lesson = given.ended(true, 30);
        given.allJoined(lesson, 1, 30);
        var page = lesson.form().open(lesson.path("/register"));
        var fields = heads(lesson, 0, "30");
        var clicks = new ArrayList<CompletableFuture<Integer>>();
        for (int i = 0; i < 4; i++) {
            clicks.add(
                    CompletableFuture.supplyAsync(() -> page.send(lesson.who(), lesson.path("/register/sign"), fields)
                            .statusCode()));
        }
        assertEquals(
                List.of(303, 303, 303, 303),
                clicks.stream().map(CompletableFuture::join).toList());
        assertEquals(1, given.number("SELECT COUNT(*) FROM return_line WHERE session_id = ?", id(lesson)));
    }

    @Test
    void aSignatureCanBeTakenBackForTenMinutesByItsSignerOnly() {
        var lesson = given.ended(true, 30);
        given.allJoined(lesson, 1, 30);
        sign(lesson, "30", List.of());
        takeBack(lesson, given.colleagueOf(lesson)).then().statusCode(409);
        takeBack(lesson, lesson.who()).then().statusCode(303).header("Location", containsString("/register"));
        assertEquals(0, given.number("SELECT COUNT(*) FROM return_line WHERE session_id = ?", id(lesson)));
        sign(lesson, "29", List.of(7)).then().statusCode(303);
        var open = lesson.form().open(lesson.path("/return"));
        given.update(
                "UPDATE signed_return SET signed_at = signed_at - INTERVAL 11 MINUTE WHERE session_id = ?", id(lesson));
        open.send(lesson.who(), lesson.path("/return/take-back")).then().statusCode(409);
        lesson.form()
                .get(lesson.path("/return"))
                .then()
                .body(not(containsString("You have until")))
                .body(containsString("took the signature back"));
    }

    @Test
    void noStatementMovesASignedReturnToAnotherSessionOrDeletesAWithdrawnOne() {
        var lesson = given.ended(true, 30);
        given.allJoined(lesson, 1, 30);
        sign(lesson, "30", List.of());
        for (var moved : List.of("session_id = 1", "number = 9", "public_id = 'mmmmmmmmmm'")) {
            var sql = "UPDATE signed_return SET " + moved + " WHERE session_id = ?";
            var refused = assertThrows(RuntimeException.class, () -> given.update(sql, id(lesson)), sql);
            assertTrue(refused.getMessage().contains("belongs to its session"), refused.getMessage());
        }
        given.update(
                "UPDATE signed_return SET state = 'WITHDRAWN', withdrawn_at = signed_at WHERE session_id = ?",
                id(lesson));
        var gone = "DELETE FROM signed_return WHERE session_id = ?";
        var refused = assertThrows(RuntimeException.class, () -> given.update(gone, id(lesson)));
        assertTrue(refused.getMessage().contains("is kept"), refused.getMessage());
    }

    @Test
    void onlyTheSignerCanSign() {
        var lesson = given.ended(true, 30);
        var colleague = given.colleagueOf(lesson);
        StaffBrowser.as(colleague).get(lesson.path("/register")).then().statusCode(303);
        lesson.form()
                .open(lesson.path("/register"))
                .send(colleague, lesson.path("/register/sign"), "heads-" + lesson.classId(), "0")
                .then()
                .statusCode(409)
                .body(containsString("can fill in and sign this register"));
    }

    @Test
    void theRegisterAndReturnOfAnotherSchoolAreNotFound() {
        var lesson = given.ended(true, 30);
        given.allJoined(lesson, 1, 30);
        var stranger = given.ended(true, 20);
        var form = lesson.form().open(lesson.path("/register"));
        sign(lesson, "30", List.of()).then().statusCode(303);
        for (var page : List.of("/register", "/return")) {
            stranger.form().get(lesson.path(page)).then().statusCode(404);
        }
        for (var action : List.of("/register", "/register/sign", "/return/take-back")) {
            form.send(stranger.who(), lesson.path(action)).then().statusCode(404);
        }
    }

    @Test
    void aRunningSessionHasNoRegisterYet() {
        var lesson = given.ended(true, 30);
        given.update("UPDATE session SET state = 'RUNNING', ended_at = NULL WHERE id = ?", id(lesson));
        lesson.form().get(lesson.path("/register")).then().statusCode(409).body(containsString("still running"));
    }

    @Test
    void aReturnWithNobodyPresentHasNoLines() {
        var lesson = given.ended(true, 30);
        sign(lesson, "0", numbers(1, 30).numbers()).then().statusCode(303);
        lesson.form().get(lesson.path("/return")).then().body(containsString("Nobody came"));
        assertEquals(0, given.number("SELECT COUNT(*) FROM return_line WHERE session_id = ?", id(lesson)));
        assertTrue(attendance.isSigned(lesson.session().id()));
    }

    @Test
    void aGuestPutOnACardOfTheirOwnClassIsInThatClassesLine() {
        var lesson = given.ended(true, 30, 24);
        given.allJoined(lesson, 1, 30);
        given.joined(lesson, null, "guest", 99, 35);
        var page = lesson.form().get(lesson.path("/register")).body().asString();
        assertTrue(page.contains("is from another class"));
        var visitor = page.replaceAll("(?s).*<b>Visitor (\\d+)</b>.*", "$1");
        var maple = lesson.classes().get(1);
        lesson.form()
                .post(
                        lesson.path("/register"),
                        lesson.path("/register/sign"),
                        heads(
                                lesson,
                                0,
                                "30",
                                "kept-" + maple.publicId(),
                                "heads",
                                "heads-" + maple.publicId(),
                                "1",
                                "visitor-" + visitor,
                                "card-" + maple.publicId(),
                                "visitor-" + visitor + "-card",
                                "5"))
                .then()
                .statusCode(303);
        assertEquals(
                16,
                given.number(
                        "SELECT named_b_low FROM return_line WHERE session_id = ? AND class_id = ?",
                        id(lesson),
                        maple.id()));
    }

    private List<PublicId> awaiting(Lesson lesson) {
        return sessions.awaiting(lesson.session().schoolId()).stream()
                .map(SessionFacts::publicId)
                .toList();
    }

    @Test
    void aSavedRegisterKeepsTheHeadsAndStillAwaitsItsSignature() {
        var lesson = given.ended(true, 30);
        given.allJoined(lesson, 1, 30);
        lesson.form()
                .post(lesson.path("/register"), lesson.path("/register"), heads(lesson, 0, "26"))
                .then()
                .statusCode(303);
        lesson.form().get(lesson.path("/register")).then().body(containsString("value=\"26\""));
        assertEquals(List.of(lesson.session().publicId()), awaiting(lesson));
    }

    @Test
    void anImportedReturnIsSignedAtOnceAndItsPageDoesNotOfferToTakeTheSignatureBack() {
        var lesson = given.ended(true, 30);
        var marks =
                new PastReturn.ClassMarks(lesson.classes().getFirst().id(), numbers(1, 26), numbers(27, 28), 1, 0, 0);
        importer.signPast(
                new PastReturn(lesson.session().id(), "Tess", lesson.session().startedAt(), List.of(marks)));
        lesson.form()
                .get(lesson.path("/return"))
                .then()
                .statusCode(200)
                .body(containsString("5B Rowan, 29 of 30 children."))
                .body(not(containsString("You have until")));
        lesson.form().get(lesson.path("/register")).then().statusCode(303);
        assertEquals(List.of(), awaiting(lesson));
    }

    private static long id(Lesson lesson) {
        return lesson.session().id();
    }

    private static io.restassured.response.Response takeBack(Lesson lesson, String who) {
        return lesson.form().open(lesson.path("/return")).send(who, lesson.path("/return/take-back"));
    }

    private static io.restassured.response.Response sign(Lesson lesson, String heads, List<Integer> absent) {
        var fields = new ArrayList<>(List.of(heads(lesson, 0, heads)));
        for (int card : absent) {
            fields.add("absent-" + lesson.classId());
            fields.add(Integer.toString(card));
        }
        return lesson.form()
                .post(lesson.path("/register"), lesson.path("/register/sign"), fields.toArray(String[]::new));
    }

    private static String[] heads(Lesson lesson, int place, String heads, String... more) {
        var shown = lesson.classes().get(place);
        var fields = new ArrayList<>(List.of(
                "heads-" + shown.publicId(),
                heads,
                "shown-" + shown.publicId(),
                String.join(
                        ",",
                        shown.cards().stream()
                                .map(card -> Integer.toString(card.number()))
                                .toList())));
        fields.addAll(List.of(more));
        return fields.toArray(String[]::new);
    }
}
