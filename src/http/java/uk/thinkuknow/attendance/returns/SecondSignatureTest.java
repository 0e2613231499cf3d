package uk.thinkuknow.attendance.returns;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.ConcurrentChange;
import uk.thinkuknow.StaffBrowser;
import uk.thinkuknow.attendance.returns.GivenLesson.Lesson;
import uk.thinkuknow.common.London;
import uk.thinkuknow.identity.staff.PeopleService;
import uk.thinkuknow.reach.frozen.FrozenFigures;
import uk.thinkuknow.reach.frozen.FrozenReach;
import uk.thinkuknow.schools.school.SchoolService;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

/** Tests that a change of a return that counts needs a second signature, once the first can no longer be taken back. */
@QuarkusTest
class SecondSignatureTest {
    private static final Pattern SEEN = Pattern.compile("name=\"seen\" value=\"([^\"]+)\"");

    private static final String WHY = "Two of them left before half time.";

    @Inject
    GivenLesson given;

    @Inject
    PeopleService people;

    @Inject
    FrozenReach reach;

    @Inject
    SchoolService schools;

    @Inject
    DataSource database;

    @Inject
    Clock clock;

    @Test
    void anAmendedReturnCountsOnceSomebodyElseOfTheSchoolHasSignedIt() {
        var lesson = signedLongAgo(27);
        var colleague = given.earlierColleagueOf(lesson);
        amend(lesson, "25", WHY).then().statusCode(303).header("Location", endsWith("/return"));
        assertEquals(27, heads(lesson), "until then the old one counts");
        lesson.form()
                .get(lesson.path("/return"))
                .then()
                .body(containsString("waits for a second signature"))
                .body(containsString("5B Rowan, 27 of 30 children."))
                .body(not(containsString("Look and amend")));
        StaffBrowser.as(colleague)
                .get("/staff")
                .then()
                .body(containsString("Sign an amended return as the second"))
                .body(containsString("href=\"" + lesson.path("/change") + "\""))
                .body(containsString(WHY));
        StaffBrowser.as(colleague)
                .get(lesson.path("/change"))
                .then()
                .body(containsString("<b>27</b>"))
                .body(containsString("<b>25</b>"))
                .body(containsString("−2"))
                .body(containsString(WHY));
        decide(lesson, colleague, "/sign").then().statusCode(303);
        assertEquals(25, heads(lesson));
        assertEquals(27, given.number("SELECT heads FROM superseded_line WHERE session_id = ?", id(lesson)));
        lesson.form()
                .get(lesson.path("/return"))
                .then()
                .body(containsString("Amended (version 2) and signed by Tess " + lesson.teacher()))
                .body(containsString("Second signature by Colleague"))
                .body(containsString("5B Rowan, 27 of 30 children. → 5B Rowan, 25 of 30 children."));
        StaffBrowser.as(colleague).get("/staff").then().body(not(containsString("as the second")));
        decide(lesson, colleague, "/sign").then().statusCode(404);
    }

    @Test
    void onlyTheChangeThatWasSeenIsSigned() {
        var lesson = signedLongAgo(27);
        var colleague = given.earlierColleagueOf(lesson);
        amend(lesson, "25", WHY).then().statusCode(303);
        var page = StaffBrowser.as(colleague).open(lesson.path("/change"));
        act(lesson, "/change/give-up").then().statusCode(303);
        amend(lesson, "29", WHY).then().statusCode(303);
        page.send(colleague, lesson.path("/change/sign"))
                .then()
                .statusCode(409)
                .body(containsString("the change was given up and another was asked for"))
                .body(containsString("<b>29</b>"));
        assertEquals(27, heads(lesson));
        decide(lesson, colleague, "/sign").then().statusCode(303);
        assertEquals(29, heads(lesson));
    }

    @Test
    void theSecondSignatureSucceedsWhileSomebodySignsAtTheSameSchool() throws Exception {
        var lesson = signedLongAgo(27);
        var colleague = given.earlierColleagueOf(lesson);
        amend(lesson, "25", WHY).then().statusCode(303);
        ConcurrentChange.duringRecount(database, lesson.session().schoolId(), () -> decide(lesson, colleague, "/sign"))
                .then()
                .statusCode(303);
        assertEquals(25, heads(lesson));
    }

    @Test
    void aSecondSignatureThatDeadlocksIsRetried() throws Exception {
        var lesson = signedLongAgo(27);
        var colleague = given.earlierColleagueOf(lesson);
        amend(lesson, "25", WHY).then().statusCode(303);
        ConcurrentChange.duringDeadlock(
                        database,
                        "update counted_school set times = times + 1 where school_id = "
                                + lesson.session().schoolId(),
                        "insert into counted_school",
                        "update register set version = version where session_id = " + id(lesson),
                        () -> decide(lesson, colleague, "/sign"))
                .then()
                .statusCode(303);
        assertEquals(25, heads(lesson));
    }

    @Test
    void anAmendmentNeedsAReasonAndKeepsTheTypedText() {
        var lesson = signedLongAgo(27);
        act(lesson, "/return/amend").then().statusCode(303);
        lesson.form().get(lesson.path("/register")).then().body(containsString("Why do you amend it?"));
        sign(lesson, "25", "")
                .then()
                .statusCode(422)
                .body(containsString("href=\"#why\""))
                .body(containsString("value=\"25\""));
        sign(lesson, "31", WHY).then().statusCode(422).body(containsString(WHY + "</textarea>"));
        assertEquals(0, waiting(lesson));
    }

    @Test
    void anAmendmentWaitsForTheWithdrawalThatWasAskedForMeanwhileAndKeepsTheTypedText() {
        var lesson = signedLongAgo(27);
        act(lesson, "/return/amend").then().statusCode(303);
        lesson.form()
                .post(lesson.path("/withdrawal"), lesson.path("/withdrawal"), "why", "Entered twice.")
                .then()
                .statusCode(303);
        sign(lesson, "25", WHY)
                .then()
                .statusCode(422)
                .body(containsString("waits for its second signature already"))
                .body(containsString("value=\"25\""))
                .body(containsString(WHY + "</textarea>"));
        assertEquals(1, waiting(lesson));
    }

    @Test
    void thePersonWhoAskedCannotSignSecondAndSeesWhoCan() {
        var lesson = signedLongAgo(27);
        amend(lesson, "25", WHY).then().statusCode(303);
        decide(lesson, lesson.who(), "/sign")
                .then()
                .statusCode(409)
                .body(containsString(
                        "another teacher, the safeguarding lead or the administrator of the school, or a manager"));
        decide(lesson, lesson.teacher() + " manager", "/sign").then().statusCode(409);
        var stranger = given.ended(false, 20);
        decide(lesson, stranger.who(), "/sign").then().statusCode(404);
        StaffBrowser.as(stranger.who()).get(lesson.path("/change")).then().statusCode(404);
        assertEquals(27, heads(lesson));
        act(lesson, "/return/amend").then().statusCode(409).body(containsString("waits for its second signature"));
        decide(lesson, lesson.who(), "/give-up").then().statusCode(303);
        assertEquals(0, waiting(lesson));
        assertEquals(27, heads(lesson));
    }

    @Test
    void nobodySignsWithSomebodyWhoBelongsToTheSchoolSinceThatDayOrWhomTheyAdmitted() {
        var lesson = signedLongAgo(27);
        var newcomer = given.colleagueOf(lesson);
        var admitted = given.earlierColleagueOf(lesson);
        given.update("UPDATE staff_school SET admitted_by = ? WHERE staff_id = ?", idOf(lesson.who()), idOf(admitted));
        amend(lesson, "29", WHY).then().statusCode(303);
        for (var who : List.of(newcomer, admitted)) {
            assertCannotSign(lesson, who);
        }
        assertEquals(27, heads(lesson));
        act(lesson, "/change/give-up").then().statusCode(303);
        lesson.form()
                .post(lesson.path("/withdrawal"), lesson.path("/withdrawal"), "why", "Entered twice.")
                .then()
                .statusCode(303);
        for (var who : List.of(newcomer, admitted)) {
            assertCannotSign(lesson, who);
        }
        assertEquals(27, heads(lesson));
        decide(lesson, given.earlierColleagueOf(lesson), "/sign").then().statusCode(303);
        assertEquals(0, heads(lesson));
    }

    private static void assertCannotSign(Lesson lesson, String who) {
        StaffBrowser.as(who).get("/staff").then().body(not(containsString("as the second")));
        StaffBrowser.as(who)
                .get(lesson.path("/change"))
                .then()
                .body(containsString("and not have been invited or approved by anybody who took part"));
        decide(lesson, who, "/sign").then().statusCode(409);
        decide(lesson, who, "/refuse", "why", "Let it be.").then().statusCode(409);
    }

    @Test
    void aManagerOfTheAreaCanSignSecondAndOneOfAnotherAreaCannot() {
        var lesson = signedLongAgo(27);
        amend(lesson, "25", WHY).then().statusCode(303);
        var here = manager(lesson.teacher());
        var elsewhere = manager(given.ended(false, 3).teacher());
        StaffBrowser.as(here).get("/staff").then().body(containsString("1 return waits for a second signature"));
        StaffBrowser.as(here).get("/return-changes").then().body(containsString(lesson.path("/change")));
        StaffBrowser.as(elsewhere).get("/return-changes").then().body(not(containsString(lesson.path("/change"))));
        decide(lesson, elsewhere, "/sign").then().statusCode(404);
        StaffBrowser.as(elsewhere).get(lesson.path("/withdrawal")).then().statusCode(404);
        decide(lesson, here, "/sign").then().statusCode(303).header("Location", endsWith("/reach" + lesson.path("")));
        assertEquals(25, heads(lesson));
    }

    @Test
    void aRefusedAmendmentGoesBackToItsSignerAndTheOldReturnCounts() {
        var lesson = signedLongAgo(27);
        var colleague = given.earlierColleagueOf(lesson);
        amend(lesson, "25", WHY).then().statusCode(303);
        decide(lesson, colleague, "/refuse").then().statusCode(409).body(containsString("Say what is not right"));
        decide(lesson, colleague, "/refuse", "why", "They were all there.")
                .then()
                .statusCode(303);
        assertEquals(27, heads(lesson));
        lesson.form()
                .get(lesson.path("/return"))
                .then()
                .body(containsString("You are amending this return"))
                .body(containsString("They were all there."));
        sign(lesson, "26", WHY).then().statusCode(303);
        decide(lesson, colleague, "/sign").then().statusCode(303);
        assertEquals(26, heads(lesson));
    }

    @Test
    void secondSignersAndThenThePersonWhoAskedGetAnEmail() {
        var lesson = signedLongAgo(27);
        var keeper = given.earlierColleagueOf(lesson);
        given.update("UPDATE staff_school SET part = 'ADMINISTRATOR' WHERE staff_id = ?", idOf(keeper));
        for (var who : List.of(keeper, lesson.who())) {
            given.update("UPDATE staff SET email = ? WHERE id = ?", address(who), idOf(who));
        }
        amend(lesson, "25", WHY).then().statusCode(303);
        assertEquals(1, letters(lesson, keeper));
        assertEquals(0, letters(lesson, lesson.who()));
        decide(lesson, keeper, "/sign").then().statusCode(303);
        assertEquals(1, letters(lesson, lesson.who()));
    }

    @Test
    void theNearestManagersWhoHaveSignedInGetAnEmail() {
        var lesson = signedLongAgo(27);
        var here = manager(lesson.teacher());
        var asleep = manager(lesson.teacher());
        var elsewhere = manager(given.ended(false, 3).teacher());
        var everywhere = manager(null);
        for (var who : List.of(here, elsewhere, everywhere)) {
            StaffBrowser.as(who).get("/return-changes").then().statusCode(200);
        }
        for (var who : List.of(here, asleep, elsewhere, everywhere)) {
            given.update("UPDATE staff SET email = ? WHERE id = ?", address(who), idOf(who));
        }
        amend(lesson, "25", WHY).then().statusCode(303);
        assertEquals(1, letters(lesson, here));
        assertEquals(0, letters(lesson, asleep), "has not signed in as a manager yet");
        assertEquals(0, letters(lesson, elsewhere));
        assertEquals(0, letters(lesson, everywhere), "a nearer manager is asked");

        decide(lesson, here, "/refuse", "why", "They were all there.").then().statusCode(303);
        StaffBrowser.as(here)
                .post(lesson.path("/withdrawal"), lesson.path("/withdrawal"), "why", "No lesson took place.")
                .then()
                .statusCode(303);
        assertEquals(1, letters(lesson, here), "the person who asks gets no letter");
        assertEquals(1, letters(lesson, everywhere), "no other manager is as near");
    }

    @Test
    void aWithdrawnReturnNoLongerCountsAndIsNotAwaited() {
        var lesson = signedLongAgo(27);
        var colleague = given.earlierColleagueOf(lesson);
        lesson.form()
                .post(lesson.path("/withdrawal"), lesson.path("/withdrawal"), "why", " ")
                .then()
                .statusCode(422)
                .body(containsString("Say why"));
        lesson.form()
                .post(lesson.path("/withdrawal"), lesson.path("/withdrawal"), "why", "Entered twice.")
                .then()
                .statusCode(303)
                .header("Location", endsWith("/change"));
        assertEquals(27, heads(lesson), "until somebody else has signed");
        lesson.form()
                .post(lesson.path("/change"), lesson.path("/withdrawal"), "why", "Once more.")
                .then()
                .statusCode(422)
                .body(containsString("waits for its second signature already"));
        decide(lesson, colleague, "/sign").then().statusCode(303);

        assertEquals(0, heads(lesson));
        assertEquals(27, given.number("SELECT heads FROM superseded_line WHERE session_id = ?", id(lesson)));
        lesson.form()
                .get(lesson.path("/return"))
                .then()
                .body(containsString("Return withdrawn"))
                .body(containsString("5B Rowan, 27 of 30 children."))
                .body(containsString("Withdrawn by Tess " + lesson.teacher() + " and Colleague"))
                .body(containsString("Entered twice."))
                .body(not(containsString("Look and amend")));
        lesson.form().get("/sessions").then().body(containsString("Withdrawn</strong>"));
        lesson.form().get("/staff").then().body(not(containsString("Sign the register of")));
        lesson.form().get(lesson.path("/register")).then().statusCode(303).header("Location", endsWith("/return"));
        act(lesson, "/return/amend").then().statusCode(409).body(containsString("was withdrawn"));
        act(lesson, "/return/take-back").then().statusCode(409);
        var manager = StaffBrowser.as(manager(lesson.teacher()));
        manager.get("/missing-returns").then().body(not(containsString(lesson.path(""))));
        manager.get("/reach" + lesson.path(""))
                .then()
                .body(containsString("The return of this session was withdrawn"))
                .body(containsString("Entered twice."));
        var school = schools.school(lesson.session().schoolId()).publicId();
        manager.get("/reach/schools/" + school)
                .then()
                .body(containsString("1 return was withdrawn."))
                .body(containsString("Withdrawn</strong>"));
    }

    @Test
    void noSecondSignatureIsNeededWhileTheSignatureCanBeTakenBack() {
        var lesson = given.ended(false, 30);
        sign(lesson, "27", null).then().statusCode(303);
        lesson.form()
                .get(lesson.path("/withdrawal"))
                .then()
                .body(containsString("<a class=\"govuk-link\" href=\"" + lesson.path("/return#amend")));
        act(lesson, "/return/amend").then().statusCode(303);
        sign(lesson, "26", null).then().statusCode(303);
        assertEquals(26, heads(lesson));
        var other = given.ended(false, 30);
        sign(other, "27", null).then().statusCode(303);
        other.form()
                .post(other.path("/withdrawal"), other.path("/withdrawal"), "why", "For another class.")
                .then()
                .statusCode(303)
                .header("Location", endsWith("/return"));
        assertEquals(0, heads(other));
    }

    @Test
    void aManagersWithdrawalNeedsASecondSignerAndAColleaguesIsRefused() {
        var lesson = signedLongAgo(27);
        var colleague = given.earlierColleagueOf(lesson);
        StaffBrowser.as(colleague)
                .get(lesson.path("/withdrawal"))
                .then()
                .statusCode(409)
                .body(containsString("who signed, or a manager"));
        var first = manager(lesson.teacher());
        StaffBrowser.as(first)
                .post(lesson.path("/withdrawal"), lesson.path("/withdrawal"), "why", "No lesson took place.")
                .then()
                .statusCode(303);
        decide(lesson, first, "/sign").then().statusCode(409);
        assertEquals(27, heads(lesson));
        StaffBrowser.as(first)
                .get("/reach" + lesson.path(""))
                .then()
                .body(containsString("to withdraw this return. It counts as it stands until somebody else has signed"))
                .body(containsString("Counts until its withdrawal has a second signature."))
                .body(containsString("href=\"" + lesson.path("/change") + "\""));
        decide(lesson, manager(lesson.teacher()), "/sign").then().statusCode(303);
        assertEquals(0, heads(lesson));
    }

    @Test
    void whatAManagerReadsElsewhereAsAnAuditorTheyDoNotWithdraw() {
        var lesson = signedLongAgo(27);
        var who = manager("wales") + " auditor";
        var reading = StaffBrowser.as(who);
        reading.get("/reach" + lesson.path("")).then().statusCode(200);
        reading.get(lesson.path("/withdrawal")).then().statusCode(409);
        lesson.form()
                .open("/claim")
                .send(who, lesson.path("/withdrawal"), "why", "No lesson took place.")
                .then()
                .statusCode(409);
    }

    @Test
    void figuresAsAtAMomentIncludeAReturnUntilItsWithdrawal() {
        var lesson = signedLongAgo(27);
        var signed = Instant.now();
        lesson.form()
                .post(lesson.path("/withdrawal"), lesson.path("/withdrawal"), "why", "Entered twice.")
                .then()
                .statusCode(303);
        decide(lesson, given.earlierColleagueOf(lesson), "/sign").then().statusCode(303);
        assertEquals(List.of(27, 0), asAt(lesson, signed));
        assertEquals(List.of(0, 0), asAt(lesson, Instant.now()), "withdrawn, which is not awaited");
    }

    private List<Integer> asAt(Lesson lesson, Instant moment) {
        var term = schools.termOn("england", London.today(clock)).orElseThrow();
        var period = term.yearKey() + "-" + term.termKey();
        return reach
                .count(period, moment, reach.places(period), new FrozenFigures.Trained(0, null, List.of()))
                .tables()
                .get("region")
                .stream()
                .filter(each -> each.key().equals(lesson.teacher()))
                .findFirst()
                .map(row -> List.of(row.reach(), row.awaiting()))
                .orElse(List.of(0, 0));
    }

    /** Signs a return twenty minutes ago, so that the signature can no longer be taken back. */
    private Lesson signedLongAgo(int heads) {
        var lesson = given.ended(false, 30);
        sign(lesson, String.valueOf(heads), null).then().statusCode(303);
        given.update(
                "UPDATE signed_return SET signed_at = signed_at - INTERVAL 20 MINUTE WHERE session_id = ?", id(lesson));
        return lesson;
    }

    private static Response amend(Lesson lesson, String heads, String why) {
        act(lesson, "/return/amend").then().statusCode(303);
        return sign(lesson, heads, why);
    }

    private static Response sign(Lesson lesson, String heads, @Nullable String why) {
        var fields = new ArrayList<>(List.of("heads-" + lesson.classId(), heads, "kept-" + lesson.classId(), "heads"));
        if (why != null) {
            fields.addAll(List.of("why", why));
        }
        return lesson.form()
                .post(lesson.path("/register"), lesson.path("/register/sign"), fields.toArray(String[]::new));
    }

    private static Response act(Lesson lesson, String action) {
        return lesson.form().open(lesson.path("/return")).send(lesson.who(), lesson.path(action));
    }

    private static Response decide(Lesson lesson, String who, String action, String... fields) {
        var seen = SEEN.matcher(StaffBrowser.as(who).get(lesson.path("/change")).asString());
        var all = new ArrayList<>(List.of(fields));
        if (seen.find()) {
            all.addAll(List.of("seen", seen.group(1)));
        }
        return lesson.form().open("/claim").send(who, lesson.path("/change" + action), all.toArray(String[]::new));
    }

    private String manager(@Nullable String region) {
        var name = "m" + java.util.concurrent.ThreadLocalRandom.current().nextInt(1_000_000_000);
        QuarkusTransaction.requiringNew().run(() -> people.join(name, "Manager", null, region));
        return name + " manager";
    }

    private long heads(Lesson lesson) {
        return given.number("SELECT SUM(heads) FROM return_line WHERE session_id = ?", id(lesson));
    }

    private long waiting(Lesson lesson) {
        return given.number(
                "SELECT COUNT(*) FROM return_change WHERE state = 'WAITING' AND session_id = ?", id(lesson));
    }

    private long letters(Lesson lesson, String who) {
        return given.number(
                "SELECT COUNT(*) FROM letter WHERE recipient = ? AND about = ?",
                address(who),
                "session " + lesson.session().publicId());
    }

    private static String address(String who) {
        return who.split(" ", 2)[0] + "@school.example";
    }

    private long idOf(String who) {
        return people.byUsername(who.split(" ", 2)[0]).orElseThrow().id();
    }

    private static long id(Lesson lesson) {
        return lesson.session().id();
    }
}
