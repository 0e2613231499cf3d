package uk.thinkuknow.attendance.returns;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.StaffBrowser;
import uk.thinkuknow.attendance.returns.GivenLesson.Lesson;
import uk.thinkuknow.common.London;
import uk.thinkuknow.reach.frozen.FrozenFigures;
import uk.thinkuknow.reach.frozen.FrozenReach;
import uk.thinkuknow.schools.school.SchoolService;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

/**
 * Tests activity that devices send after the register was signed: it changes no mark, and the signer is asked to look
 * again.
 */
@QuarkusTest
class LateActivityTest {
    private static final String ASKED = "after you signed";

    @Inject
    GivenLesson given;

    @Inject
    FrozenReach reach;

    @Inject
    SchoolService schools;

    @Inject
    Clock clock;

    @Test
    void theLateActivityOfACardChangesNoMarkAndTheSignerIsAskedToLook() {
        var lesson = signedWithout(29, 30);
        lesson.form().get("/staff").then().body(not(containsString(ASKED)));
        given.joined(lesson, 29, null, 99, 35);
        lesson.form()
                .get("/staff")
                .then()
                .body(containsString("1 card sent its lesson after you signed: look and amend"))
                .body(containsString("href=\"" + lesson.path("/return") + "\""));
        lesson.form().get(lesson.path("/return")).then().body(containsString("29 of 5B Rowan."));
        assertEquals(28, heads(lesson));
        StaffBrowser.as(given.colleagueOf(lesson)).get("/staff").then().body(not(containsString(ASKED)));
    }

    @Test
    void theAmendedReturnCountsAndTheOneBeforeIsKept() {
        var lesson = signedWithout(29, 30);
        given.joined(lesson, 29, null, 99, 35);
        act(lesson, "/return/amend").then().statusCode(303).header("Location", endsWith("/register"));
        assertEquals(28, heads(lesson));
        lesson.form().get(lesson.path("/register")).then().body(containsString("You are amending a signed return."));
        sign(lesson, 30).then().statusCode(303);
        assertEquals(29, heads(lesson));
        assertEquals(1, given.number("SELECT COUNT(*) FROM return_line WHERE session_id = ?", id(lesson)));
        assertEquals(28, given.number("SELECT heads FROM superseded_line WHERE session_id = ?", id(lesson)));
        assertEquals(2, given.number("SELECT COUNT(*) FROM signed_return WHERE session_id = ?", id(lesson)));
        lesson.form()
                .get(lesson.path("/return"))
                .then()
                .body(containsString("Amended (version 2) and signed by"))
                .body(containsString("amended the return: 5B Rowan, 28 of 30 children. → 5B Rowan, 29 of 30 children."))
                .body(not(containsString("You have until")));
        lesson.form().get("/staff").then().body(not(containsString(ASKED)));
    }

    @Test
    void figuresAsAtAMomentUseTheReturnsOfThatMoment() {
        var lesson = given.ended(true, 30);
        given.allJoined(lesson, 1, 28);
        var unsigned = Instant.now();
        sign(lesson, 29, 30).then().statusCode(303);
        var signed = Instant.now();
        given.joined(lesson, 29, null, 99, 35);
        act(lesson, "/return/amend").then().statusCode(303);
        sign(lesson, 30).then().statusCode(303);

        assertEquals(new AsAt(0, 1), asAt(lesson, unsigned), "nothing was signed, one lesson awaited");
        assertEquals(new AsAt(28, 0), asAt(lesson, signed), "as it was signed first");
        assertEquals(new AsAt(29, 0), asAt(lesson, Instant.now()), "as it was amended");
    }

    private record AsAt(int reach, int awaiting) {}

    /** Counts the region of the lesson's school, which has only this lesson. */
    private AsAt asAt(Lesson lesson, Instant moment) {
        var term = schools.termOn("england", London.today(clock)).orElseThrow();
        var period = term.yearKey() + "-" + term.termKey();
        var row = reach
                .count(period, moment, reach.places(period), new FrozenFigures.Trained(0, null, List.of()))
                .tables()
                .get("region")
                .stream()
                .filter(each -> each.key().equals(lesson.teacher()))
                .findFirst()
                .orElseThrow();
        return new AsAt(row.reach(), row.awaiting());
    }

    @Test
    void leavingAReturnAsSignedEndsTheNoticeUntilMoreArrives() {
        var lesson = signedWithout(29, 30);
        given.joined(lesson, 29, null, 99, 35);
        given.joined(lesson, null, "class", 99, 35);
        lesson.form()
                .get("/staff")
                .then()
                .body(containsString("1 card and 1 visitor sent their lesson after you signed"));
        act(lesson, "/return/leave").then().statusCode(303);
        lesson.form().get("/staff").then().body(not(containsString(ASKED)));
        lesson.form().get(lesson.path("/return")).then().body(containsString("left the return as signed"));
        assertEquals(28, heads(lesson));
        given.joined(lesson, 30, null, 1, 1);
        lesson.form().get("/staff").then().body(containsString("1 card sent its lesson"));
    }

    @Test
    void anAbandonedAmendmentLeavesTheSignedReturnUnchanged() {
        var lesson = signedWithout(29, 30);
        act(lesson, "/return/amend").then().statusCode(303);
        lesson.form().post(lesson.path("/register"), lesson.path("/register"), fields(lesson, 28, 29, 30));
        act(lesson, "/return/leave").then().statusCode(303);
        lesson.form().get(lesson.path("/register")).then().statusCode(303).header("Location", endsWith("/return"));
        assertEquals(28, heads(lesson));
    }

    @Test
    void lateActivityOfACardThatTheSignerMarkedHereGivesNoNotice() {
        var lesson = given.ended(true, 30);
        given.allJoined(lesson, 1, 28);
        given.joined(lesson, 29, null, 2, 3);
        lesson.form()
                .post(
                        lesson.path("/register"),
                        lesson.path("/register/sign"),
                        with(fields(lesson, 30), "check-" + lesson.classId() + "-29", "here"))
                .then()
                .statusCode(303);
        given.update(
                "UPDATE event e JOIN seat s ON s.id = e.seat_id SET e.at = e.at + INTERVAL 30 MINUTE"
                        + " WHERE s.session_id = ? AND s.card_number = 29",
                id(lesson));
        lesson.form().get("/staff").then().body(not(containsString(ASKED)));
    }

    @Test
    void aRegisterWithoutLateActivityIsMarkedAsSettledOnceItsDayIsOver() {
        var lesson = signedWithout(29, 30);
        lesson.form().get("/staff");
        assertEquals(0, given.number("SELECT settled FROM register WHERE session_id = ?", id(lesson)));
        given.update("UPDATE session SET local_date = local_date - INTERVAL 1 DAY WHERE id = ?", id(lesson));
        lesson.form().get("/staff");
        assertEquals(1, given.number("SELECT settled FROM register WHERE session_id = ?", id(lesson)));
    }

    @Test
    void onlyTheSignerCanAmendOrLeaveAReturnAsSigned() {
        var lesson = signedWithout(29, 30);
        var stranger = given.ended(true, 20);
        var page = lesson.form().open(lesson.path("/return"));
        for (var action : List.of("/return/amend", "/return/leave")) {
            page.send(given.colleagueOf(lesson), lesson.path(action)).then().statusCode(409);
            page.send(stranger.who(), lesson.path(action)).then().statusCode(404);
        }
        lesson.form().get(lesson.path("/register")).then().statusCode(303);
    }

    @Test
    void anUnsignedRegisterCannotBeAmended() {
        var lesson = given.ended(true, 30);
        lesson.form()
                .open(lesson.path("/register"))
                .send(lesson.who(), lesson.path("/return/amend"))
                .then()
                .statusCode(404);
    }

    private Lesson signedWithout(int... absent) {
        var lesson = given.ended(true, 30);
        given.allJoined(lesson, 1, 28);
        sign(lesson, absent).then().statusCode(303);
        return lesson;
    }

    private static Response sign(Lesson lesson, int... absent) {
        return lesson.form().post(lesson.path("/register"), lesson.path("/register/sign"), fields(lesson, absent));
    }

    private static Response act(Lesson lesson, String action) {
        return lesson.form().open(lesson.path("/return")).send(lesson.who(), lesson.path(action));
    }

    private static String[] fields(Lesson lesson, int... absent) {
        var shown = IntStream.rangeClosed(1, 30).mapToObj(String::valueOf).toList();
        var fields = new ArrayList<>(List.of(
                "heads-" + lesson.classId(),
                String.valueOf(30 - absent.length),
                "shown-" + lesson.classId(),
                String.join(",", shown)));
        for (int card : absent) {
            fields.add("absent-" + lesson.classId());
            fields.add(String.valueOf(card));
        }
        return fields.toArray(String[]::new);
    }

    private static String[] with(String[] fields, String... more) {
        var all = new ArrayList<>(List.of(fields));
        all.addAll(List.of(more));
        return all.toArray(String[]::new);
    }

    private long heads(Lesson lesson) {
        return given.number("SELECT SUM(heads) FROM return_line WHERE session_id = ?", id(lesson));
    }

    private static long id(Lesson lesson) {
        return lesson.session().id();
    }
}
