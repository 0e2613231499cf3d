package uk.thinkuknow.studio.drafts;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.StaffBrowser;
import uk.thinkuknow.common.Sha256;
import uk.thinkuknow.curriculum.files.GivenWav;
import uk.thinkuknow.curriculum.lesson.GivenFolder;
import uk.thinkuknow.curriculum.lesson.LessonFolder;
import uk.thinkuknow.curriculum.library.CurriculumService;
import uk.thinkuknow.curriculum.library.LessonFiles;
import uk.thinkuknow.curriculum.library.StepWithdrawals;
import uk.thinkuknow.identity.staff.PeopleService;
import uk.thinkuknow.identity.staff.Role;
import uk.thinkuknow.schools.members.RightsEnded;
import uk.thinkuknow.studio.forms.UploadedFile;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static uk.thinkuknow.studio.drafts.StepForm.mark;
import static uk.thinkuknow.studio.drafts.StepForm.save;
import static uk.thinkuknow.studio.drafts.StepForm.saveAs;

/** Tests the life of a draft: written, reviewed, approved and published, without losing any submitted text. */
@QuarkusTest
class StudioTest {
    private final StaffBrowser sian = StaffBrowser.as("sian trainer");
    private final StaffBrowser mina = StaffBrowser.as("mina trainer reviewer");
    private final StaffBrowser rita = StaffBrowser.as("rita reviewer");
    private final StaffBrowser mo = StaffBrowser.as("mo manager");

    @Inject
    CurriculumService curriculum;

    @Inject
    LessonFiles files;

    @Test
    void aNewLessonNeedsATitleAndAnAgeBand() {
        sian.post("/studio/new", "/studio/drafts", "title", "", "band", "8-10")
                .then()
                .statusCode(422)
                .body(containsString("Give the lesson a title"));
        sian.post("/studio/new", "/studio/drafts", "title", "A <b>fine</b> lesson", "band", "99")
                .then()
                .statusCode(422)
                .body(containsString("for which ages"))
                .body(containsString("A &lt;b&gt;fine&lt;/b&gt; lesson"));
        var draft = begun("Robots and rabbits");
        sian.get(draft + "/lesson")
                .then()
                .statusCode(200)
                .body(containsString("Draft of a new lesson"))
                .body(containsString("Say in a sentence or two what the lesson is about."));
        sian.get("/studio").then().body(containsString("Robots and rabbits"));
    }

    @Test
    void aTeacherCannotOpenTheStudioAndAReviewerCannotWrite() {
        StaffBrowser.as("tess teacher").get("/studio").then().statusCode(403);
        var draft = begun("Only for writers");
        rita.get(draft + "/lesson").then().statusCode(200);
        rita.post("/studio", draft + "/steps", "kind", "read").then().statusCode(403);
        sian.get("/studio/drafts/nowhere999/lesson").then().statusCode(404);
    }

    @Test
    void aStepIsAddedWrittenMovedCopiedDeletedAndRestored() {
        var draft = begun("Steps come and go");
        var read = added(draft, "read", "");
        var asks = added(draft, "single-choice", "");
        save(sian, read, "title", "Meet Otter", "text", "Otter is **kind**.");
        sian.get(read).then().body(containsString("Meet Otter"));
        sian.post(asks, asks + "/move", "to", "1").then().statusCode(303);
        assertEquals(List.of("single-choice", "read"), firstWords(draft));
        var copy = sian.post(asks, asks + "/duplicate").header("Location");
        assertEquals(3, firstWords(draft).size());
        sian.post(copy, local(copy) + "/delete").then().statusCode(303);
        var page = sian.get(read).body().asString();
        assertTrue(page.contains("You deleted a step."), "the last act can be taken back");
        var to = Pattern.compile("name=\"to\" value=\"(\\d+)\"><span>").matcher(page);
        assertTrue(to.find());
        sian.post(read, draft + "/go-back", "to", to.group(1)).then().statusCode(303);
        assertEquals(3, firstWords(draft).size());
    }

    @Test
    void twoAuthorsOfOneStepSeeTheConflictAndLoseNothing() {
        var draft = begun("Two at one step");
        var step = added(draft, "read", "");
        var was = mark(sian, step);
        saveAs(sian, step, was, "title", "From Sian", "text", "Her words.")
                .then()
                .statusCode(303);
        saveAs(mina, step, was, "title", "From Mina", "text", "My words.")
                .then()
                .statusCode(409)
                .body(containsString("sian changed this step while you wrote"))
                .body(containsString("From Sian"))
                .body(containsString(">From Mina</textarea>"));
        sian.get(step).then().body(containsString(">From Sian</textarea>"));
        saveAs(mina, step, mark(mina, step), "title", "From both", "text", "Her words. My words.")
                .then()
                .statusCode(303);
        sian.get(step).then().body(containsString(">From both</textarea>"));
        sian.get(draft + "/history").then().body(containsString("sian")).body(containsString("mina"));
    }

    @Test
    void twoAuthorsOfTwoStepsDoNotConflict() {
        var draft = begun("Two at two steps");
        var one = added(draft, "read", "");
        var other = added(draft, "read", "");
        var markOfOne = mark(sian, one);
        var markOfOther = mark(mina, other);
        saveAs(sian, one, markOfOne, "title", "One").then().statusCode(303);
        saveAs(mina, other, markOfOther, "title", "Other").then().statusCode(303);
        sian.get(one).then().body(containsString("mina is here too, at step 2"));
    }

    @Test
    void aFormSentTwiceIsNoConflict() {
        var draft = begun("Sent twice");
        var step = added(draft, "read", "");
        var was = mark(sian, step);
        saveAs(sian, step, was, "title", "Once").then().statusCode(303);
        saveAs(sian, step, was, "title", "Once").then().statusCode(303);
    }

    @Test
    void hostileTextTypedIntoAStepRunsInNeitherItsFormNorItsPreviews() {
        var draft = begun("Hostile words");
        var step = added(draft, "single-choice", "");
        for (var hostile : List.of(
                "<script>alert(1)</script>",
                "\"><img src=x onerror=alert(1)>",
                "[x](javascript:alert(1))",
                "{inject:csrf.token}",
                "</textarea><script>1</script>",
                "<svg/onload=alert(1)>",
                "&lt;script&gt;",
                "${7*7}#{7*7}")) {
            save(
                    sian,
                    step,
                    "title",
                    hostile,
                    "scene",
                    hostile,
                    "question.stem",
                    hostile,
                    "question.options[1].text",
                    hostile,
                    "question.options[1].feedback",
                    hostile);
            for (var page : List.of("", "/tablet", "/wall")) {
                sian.get(step + page)
                        .then()
                        .statusCode(200)
                        .body(not(containsString("<script>alert")))
                        .body(not(containsString("<script>1")))
                        .body(not(containsString("<img src=x")))
                        .body(not(containsString("<svg/onload")))
                        .body(not(containsString("href=\"javascript:")));
            }
        }
    }

    @Test
    void aNewVersionBeginsWithTheFilesOfTheOldAndALessonHasOneDraft() {
        var draft = next("passwords-and-privacy");
        var was = source("passwords-and-privacy");
        var id = draft.replaceAll(".*/", "");
        assertArrayEquals(
                was.bytes(LessonFolder.MODULE), authoring(id).written().text().getBytes());
        assertEquals(
                was.files().keySet(), authoring(id).written().folder().files().keySet());
        assertEquals(draft, next("passwords-and-privacy"), "somebody is at it already: there is one draft of it");
        sian.post(draft + "/lesson", draft + "/discard").then().statusCode(303);
    }

    @Inject
    DraftEditor draftEditor;

    private DraftEditor.OpenDraft authoring(String id) {
        return draftEditor.open(id);
    }

    @Test
    void nobodyApprovesTheirOwnDraftAndNothingIsPublishedUnapproved() {
        var draft = next("true-or-made-up");
        var step = firstStep(draft);
        save(mina, step, "title", "Meet Parrot and Turtle today");
        var before = curriculum.newest("true-or-made-up").orElseThrow();

        mo.post(draft + "/review", draft + "/publish", "when", "now").then().statusCode(422);
        sian.post(draft + "/review", draft + "/send").then().statusCode(303);
        mina.post(draft + "/review", draft + "/decide", "decision", "approve")
                .then()
                .statusCode(422)
                .body(containsString("You wrote some of it"));
        sian.post(draft + "/review", draft + "/decide", "decision", "approve")
                .then()
                .statusCode(403);
        rita.post(draft + "/review", draft + "/comments", "place", place(step), "text", "Say who Turtle is.")
                .then()
                .statusCode(303);
        rita.post(draft + "/review", draft + "/decide", "decision", "approve")
                .then()
                .statusCode(422)
                .body(containsString("not settled yet"));
        rita.post(draft + "/review", draft + "/decide", "decision", "ask", "text", "")
                .then()
                .statusCode(422);
        rita.post(draft + "/review", draft + "/decide", "decision", "ask", "text", "See step 1.")
                .then()
                .statusCode(303);
        sian.get(step).then().body(containsString("Say who Turtle is."));
        save(sian, step, "title", "Meet Parrot and his friend Turtle");
        var comment = Pattern.compile("/comments/(\\d+)/resolve")
                .matcher(sian.get(step).body().asString());
        assertTrue(comment.find());
        sian.post(step, draft + "/comments/" + comment.group(1) + "/resolve")
                .then()
                .statusCode(303);
        sian.post(draft + "/review", draft + "/send").then().statusCode(303);
        rita.get(draft + "/review").then().body(containsString("<ins class=\"st-now\">his friend "));
        rita.post(draft + "/review", draft + "/decide", "decision", "approve")
                .then()
                .statusCode(303);
        rita.post(draft + "/review", draft + "/decide", "decision", "approve")
                .then()
                .statusCode(303);
        saveAs(sian, step, mark(sian, step), "title", "Changed after approval")
                .then()
                .statusCode(not(303));
        sian.post(draft + "/review", draft + "/publish", "when", "now").then().statusCode(403);
        mo.post(draft + "/review", draft + "/publish", "when", "now", "text", "Turtle is introduced.")
                .then()
                .statusCode(303);

        var now = curriculum.newest("true-or-made-up").orElseThrow();
        assertEquals(before.number() + 1, now.number());
        assertTrue(now.reviewed(), "in the name of the reviewer");
        mo.get("/modules/true-or-made-up").then().body(containsString("rita"));
        assertEquals(
                before.lesson(), curriculum.version(before.versionId()).lesson(), "a published version never changes");
        saveAs(sian, step, "", "title", "Too late").then().statusCode(not(303));
        assertEquals(
                now.hash(), curriculum.newest("true-or-made-up").orElseThrow().hash());
    }

    @Test
    void onlyTheReviewAndTheWordsThatWereReadAreApproved() {
        var draft = next("sharing-an-image");
        var step = firstStep(draft);
        save(sian, step, "title", "Words that were read");
        sian.post(draft + "/review", draft + "/send").then().statusCode(303);
        var read = rita.open(draft + "/review");
        sian.post(draft + "/review", draft + "/take-back").then().statusCode(303);
        save(sian, step, "title", "Words that nobody read");
        sian.post(draft + "/review", draft + "/send").then().statusCode(303);
        rita.send(read, draft + "/decide", "decision", "approve")
                .then()
                .statusCode(422)
                .body(containsString("the draft has changed or is in another review"));
        var safeguarding = rita.open(draft + "/review");
        rita.send(safeguarding, draft + "/decide", "decision", "approve").then().statusCode(303);
        rita.send(safeguarding, draft + "/decide", "decision", "approve").then().statusCode(422);
        sian.post(draft + "/review", draft + "/take-back").then().statusCode(303);
        sian.post(draft + "/review", draft + "/discard").then().statusCode(303);
    }

    @Test
    void aDraftThatWasTakenBackMustBeApprovedAgain() {
        var draft = next("the-group-chat");
        var step = firstStep(draft);
        save(sian, step, "title", "A busy chat, and a friend");
        sian.post(draft + "/review", draft + "/send").then().statusCode(303);
        rita.post(draft + "/review", draft + "/decide", "decision", "approve")
                .then()
                .statusCode(303);
        rita.post(draft + "/review", draft + "/decide", "decision", "approve")
                .then()
                .statusCode(303);
        sian.post(draft + "/review", draft + "/take-back").then().statusCode(303);
        mo.post(draft + "/review", draft + "/publish", "when", "now").then().statusCode(422);
        save(sian, step, "title", "A busy chat, and a friend again");
        sian.post(draft + "/review", draft + "/send").then().statusCode(303);
        mo.post(draft + "/review", draft + "/publish", "when", "now").then().statusCode(422);
        sian.post(draft + "/review", draft + "/take-back").then().statusCode(303);
        sian.post(draft + "/review", draft + "/discard").then().statusCode(303);
        assertFalse(curriculum
                .current("the-group-chat")
                .lesson()
                .steps()
                .getFirst()
                .title()
                .contains("again"));
    }

    @Test
    void theWelshPageStoresATextAndCountsTextsWhoseEnglishHasChanged() {
        var draft = next("who-is-really-there");
        var page = sian.get(draft + "/welsh").body().asString();
        assertTrue(page.contains("0 behind") || !page.contains("behind:"), "nothing has changed yet");
        var was = Pattern.compile("name=\"was:title\" value=\"([^\"]*)\"").matcher(page);
        assertTrue(was.find());
        sian.post(draft + "/welsh", draft + "/welsh", "words:title", "Teitl newydd", "was:title", was.group(1))
                .then()
                .statusCode(303);
        sian.get(draft + "/welsh").then().body(containsString(">Teitl newydd</textarea>"));
        save(sian, firstStep(draft), "title", "Meet somebody new today");
        sian.get(draft + "/welsh").then().body(containsString("1 behind: the English has changed"));
        rita.post(draft + "/welsh", draft + "/welsh", "words:title", "x").then().statusCode(403);
        sian.post(draft + "/lesson", draft + "/discard").then().statusCode(303);
    }

    @Test
    void aRestoredStepStillHasItsWelsh() {
        var draft = next("not-on-your-own");
        var id = draft.replaceAll(".*/", "");
        var welsh = source("not-on-your-own").bytes(LessonFolder.IN_WELSH);
        var step = firstStep(draft);
        sian.post(step, step + "/delete").then().statusCode(303);
        assertFalse(text(authoring(id).written().forPublication()).contains("key: " + place(step) + "\n"));
        var page = sian.get(draft + "/lesson").body().asString();
        var to = Pattern.compile("name=\"to\" value=\"(\\d+)\"><span>").matcher(page);
        assertTrue(to.find());
        sian.post(draft + "/lesson", draft + "/go-back", "to", to.group(1))
                .then()
                .statusCode(303);
        assertArrayEquals(welsh, authoring(id).written().forPublication().bytes(LessonFolder.IN_WELSH));
        sian.post(draft + "/lesson", draft + "/discard").then().statusCode(303);
    }

    private static String text(LessonFolder folder) {
        return new String(folder.bytes(LessonFolder.IN_WELSH), StandardCharsets.UTF_8);
    }

    @Inject
    DataSource database;

    @Test
    void anApprovalGivenBeforeAFactChangedDoesNotMakeTheVersionReviewed() throws SQLException {
        var draft = next("my-picture-is-mine");
        save(sian, firstStep(draft), "title", "Hello, Penguin and Duck!");
        approved(draft);
        try (var db = database.getConnection();
                var statement = db.createStatement()) {
            statement.executeUpdate("update lesson_draft_event set facts = 'others' where what = 'safeguarding'");
        }
        mo.post(draft + "/review", draft + "/publish", "when", "now", "text", "")
                .then()
                .statusCode(303);
        assertFalse(curriculum.newest("my-picture-is-mine").orElseThrow().reviewed());
    }

    @Test
    void whatWasWithdrawnAfterItsReviewIsReadAgainBeforeItIsPublished() {
        var programme = StaffBrowser.as("mina manager");
        var lesson = "/modules/withdrawn-later";
        curriculum.publish(GivenFolder.of("withdrawn-later"));
        var draft = next("withdrawn-later");
        save(sian, firstStep(draft), "title", "Look again");
        approved(draft);
        programme
                .post(lesson + "/steps", lesson + "/steps/withdraw", "step", "talk", "why", "It hurt a child")
                .then()
                .statusCode(303);
        publish(draft).then().statusCode(422).body(containsString("(It hurt a child). Take the draft back"));
        planned(draft);
        reviewing(Duration.ofDays(3)).publishDue();
        mo.get(draft + "/review").then().body(not(containsString("It will be published on")));
        sian.post(draft + "/review", draft + "/take-back").then().statusCode(303);
        rita.get(draft + "/review").then().body(containsString("because: It hurt a child"));
        approved(draft);
        programme
                .post(lesson, lesson + "/withdraw", "why", "It frightens", "about", "safeguarding")
                .then()
                .statusCode(303);
        publish(draft).then().statusCode(422).body(containsString("The whole lesson (It frightens)"));
        sian.post(draft + "/review", draft + "/take-back").then().statusCode(303);
        approved(draft);
        publish(draft).then().statusCode(303);
    }

    @Test
    void aLessonThatGoesBackToAnEarlierTextIsANewVersionInUse() {
        curriculum.publish(GivenFolder.of("going-back"));
        var first = curriculum.newest("going-back").orElseThrow();
        var title = first.lesson().steps().getFirst().title();
        for (var words : List.of("A title that was a mistake", title)) {
            var draft = next("going-back");
            save(sian, firstStep(draft), "title", words);
            publish(approved(draft)).then().statusCode(303);
        }
        var last = curriculum.current("going-back");
        assertEquals(3, last.number());
        assertEquals(first.hash(), last.hash());
        publish(approved(next("going-back"))).then().statusCode(422);
    }

    @Test
    void aReviewerIsToldThatAnotherVoiceHasTheNameOfTheFormer() {
        curriculum.publish(GivenFolder.of("another-voice"));
        var draft = voiced(next("another-voice"), 1);
        publish(approved(draft)).then().statusCode(303);
        var again = voiced(next("another-voice"), 2);
        var page = rita.get(again + "/review").body().asString();
        assertTrue(page.contains("Another file with the same name."), page);
        var heard = Pattern.compile("href=\"([^\"]*\\.wav)\"")
                .matcher(page)
                .results()
                .map(found -> found.group(1))
                .toList();
        assertEquals(2, heard.size(), heard.toString());
        var bytes = heard.stream()
                .map(address -> {
                    var file = rita.get(address);
                    assertEquals(200, file.statusCode(), address);
                    return Sha256.hex(file.body().asByteArray());
                })
                .distinct();
        assertEquals(2, bytes.count(), "both can be listened to");
    }

    /** Gives the first step a voice. */
    private String voiced(String draft, int seconds) {
        sian.upload(
                        draft + "/files",
                        "/studio/files",
                        "files",
                        "voice.wav",
                        GivenWav.lasting(seconds),
                        "draft",
                        draft.replaceAll(".*/", ""))
                .then()
                .statusCode(303);
        save(sian, firstStep(draft), "audio", "voice.wav");
        return draft;
    }

    private Response publish(String draft) {
        return mo.post(draft + "/review", draft + "/publish", "when", "now");
    }

    @Test
    void aPlannedDraftIsPublishedOnceItsDayHasComeEvenIfAnotherCannotBe() {
        var unchanged = approved(next("kind-words-on-the-tablet"));
        var draft = next("what-the-feed-wants");
        save(sian, firstStep(draft), "title", "What the feed wants of us");
        approved(draft);
        var before = curriculum.newest("what-the-feed-wants").orElseThrow().number();
        planned(unchanged);
        planned(draft);
        reviewing(Duration.ZERO).publishDue();
        assertEquals(
                before, curriculum.newest("what-the-feed-wants").orElseThrow().number());
        reviewing(Duration.ofDays(3)).publishDue();
        assertEquals(
                before + 1,
                curriculum.newest("what-the-feed-wants").orElseThrow().number());
        mo.get(unchanged + "/review").then().body(not(containsString("It will be published on")));
        mo.get(draft + "/review").then().body(containsString("published it"));
        reviewing(Duration.ofDays(3)).publishDue();
        assertEquals(
                before + 1,
                curriculum.newest("what-the-feed-wants").orElseThrow().number());
    }

    @Test
    void whatSomebodyPlannedWhoMayPublishNoLongerIsNotPublished() {
        var draft = next("what-the-feed-wants");
        save(sian, firstStep(draft), "title", "What the feed wants from us");
        approved(draft);
        planned(draft);
        var before = curriculum.newest("what-the-feed-wants").orElseThrow().number();
        var planner = people.byUsername("mo").orElseThrow().id();
        end(planner, Set.of(Role.TRAINER));
        mo.get(draft + "/review").then().body(containsString("It will be published on"));
        end(planner, Set.of(Role.MANAGER));
        mo.get(draft + "/review").then().body(not(containsString("It will be published on")));
        assertEquals(
                PeopleService.BY_ITSELF,
                people.trailOf("module what-the-feed-wants").getFirst().staffName());
        reviewing(Duration.ofDays(3)).publishDue();
        assertEquals(
                before, curriculum.newest("what-the-feed-wants").orElseThrow().number());
        publish(draft).then().statusCode(303);
    }

    private void end(long planner, Set<String> roles) {
        QuarkusTransaction.requiringNew().run(() -> rightsEnded.fire(new RightsEnded(planner, null, "Ada", roles)));
    }

    @Inject
    Event<RightsEnded> rightsEnded;

    @Inject
    Drafts drafts;

    @Inject
    PeopleService people;

    @Inject
    StepWithdrawals withdrawals;

    @Inject
    ReleaseNoteSender notes;

    @Inject
    LessonLocks locks;

    @Inject
    Clock clock;

    private DraftReview reviewing(Duration ahead) {
        return new DraftReview(
                drafts, draftEditor, curriculum, people, withdrawals, notes, locks, Clock.offset(clock, ahead));
    }

    private String approved(String draft) {
        sian.post(draft + "/review", draft + "/send").then().statusCode(303);
        rita.post(draft + "/review", draft + "/decide", "decision", "approve")
                .then()
                .statusCode(303);
        rita.post(draft + "/review", draft + "/decide", "decision", "approve")
                .then()
                .statusCode(303);
        return draft;
    }

    private void planned(String draft) {
        var day = LocalDate.now(clock).plusDays(2);
        mo.post(
                        draft + "/review",
                        draft + "/publish",
                        "when",
                        "later",
                        "day",
                        "" + day.getDayOfMonth(),
                        "month",
                        "" + day.getMonthValue(),
                        "year",
                        "" + day.getYear())
                .then()
                .statusCode(303);
    }

    @Test
    void movingAMissingStepIsNotFoundEvenInAnEmptyLesson() {
        var draft = begun("Empty");
        sian.post(draft + "/lesson", draft + "/steps/nothing/move", "to", "1")
                .then()
                .statusCode(404);
    }

    @Test
    void aDraftWithProblemsIsNotSentForReview() {
        var draft = begun("Not finished");
        added(draft, "read", "");
        sian.post(draft + "/review", draft + "/send")
                .then()
                .statusCode(422)
                .body(containsString("Mend what the checks name first"));
    }

    @Test
    void aFileThatIsNoPictureAndNoSoundIsRefusedAndAPathBecomesAPlainName() {
        for (var name : List.of("evil.html", "evil.js", "evil", "../../etc/passwd", "x.svg.exe")) {
            assertNotEquals("", refusal(name));
        }
        assertEquals(
                "pictures/etc-passwd.svg",
                UploadedFile.read(
                                "..\\..\\Etc Passwd.SVG",
                                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1 1\"/>".getBytes())
                        .name());
    }

    private static String refusal(String name) {
        try {
            UploadedFile.read(name, new byte[1]);
            return "";
        } catch (uk.thinkuknow.common.Refused e) {
            return e.why();
        }
    }

    private String begun(String title) {
        var location = sian.post("/studio/new", "/studio/drafts", "title", title, "band", "8-10", "language", "en")
                .header("Location");
        return local(location).replace("/lesson", "");
    }

    private String next(String module) {
        return local(sian.post("/studio", "/studio/modules/" + module + "/next").header("Location"));
    }

    private LessonFolder source(String module) {
        return files.source(curriculum.newest(module).orElseThrow()).orElseThrow();
    }

    private String added(String draft, String kind, String after) {
        return local(sian.post(draft + "/lesson", draft + "/steps", "kind", kind, "after", after)
                .header("Location"));
    }

    private String firstStep(String draft) {
        return local(sian.get(draft).header("Location"));
    }

    private static String place(String step) {
        return step.replaceAll(".*/", "");
    }

    private static String local(String location) {
        return location.replaceFirst("^https?://[^/]+", "").replaceFirst("#.*", "");
    }

    private List<String> firstWords(String draft) {
        var words = new ArrayList<String>();
        var keys = Pattern.compile("<li data-step=\"([a-z]+(-choice)?)")
                .matcher(sian.get(draft + "/lesson").body().asString());
        while (keys.find()) {
            words.add(keys.group(1));
        }
        return words;
    }
}
