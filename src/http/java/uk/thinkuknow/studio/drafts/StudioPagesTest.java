package uk.thinkuknow.studio.drafts;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.thinkuknow.StaffBrowser;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Tests whom a draft waits for in the studio, comments on steps, and downloads of a lesson. */
@QuarkusTest
class StudioPagesTest {
    private final StaffBrowser sian = StaffBrowser.as("sian trainer");
    private final StaffBrowser rita = StaffBrowser.as("rita reviewer");
    private final StaffBrowser mina = StaffBrowser.as("mina manager");

    @Inject
    EntityManager database;

    @Test
    void aDraftWaitsForAReviewerForItsAuthorIfChangesAreAskedAndForAManagerOnceApproved() {
        var draft = begun("someone-who-is-not-who-they-say");
        var step = step(draft);
        sian.post(step, step + "/move", "to", "2").then().statusCode(303);
        sian.post(draft + "/review", draft + "/send").then().statusCode(303);
        assertTrue(waitsFor(rita, draft));
        assertFalse(waitsFor(sian, draft));
        assertFalse(waitsFor(mina, draft));

        decide(draft, "ask");
        assertFalse(waitsFor(rita, draft));
        assertTrue(waitsFor(sian, draft));
        sian.get("/studio").then().body(containsString("Sent back by rita"));

        sian.post(draft + "/review", draft + "/send").then().statusCode(303);
        assertFalse(waitsFor(sian, draft));
        sian.get("/studio").then().body(not(containsString("Sent back by rita")));
        decide(draft, "approve");
        decide(draft, "approve");
        assertTrue(waitsFor(mina, draft));
        assertFalse(waitsFor(sian, draft));

        mina.post(draft + "/review", draft + "/publish", "when", "now").then().statusCode(303);
        assertFalse(waitsFor(mina, draft));
        sian.get(draft + "/review")
                .then()
                .body(containsString("It is <b>version 2</b>."))
                .body(containsString("href=\"/modules/someone-who-is-not-who-they-say/try\""));
        sian.get("/studio?words=someone+who&band=11-13")
                .then()
                .body(containsString("version 2"))
                .body(not(containsString("True or made up")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"steps: [", "title: Hostile", "HOSTILE"})
    void aDraftThatCannotBeReadStaysInTheListAndCanBeDiscarded(String content) {
        var draft = begun("what-the-feed-wants");
        var written = content.replace("HOSTILE", "title: A " + "](".repeat(20_000));
        QuarkusTransaction.requiringNew()
                .run(() -> database.createNativeQuery("update lesson_draft set content = ?1 where public_id = ?2")
                        .setParameter(1, written)
                        .setParameter(2, draft.replaceAll(".*/", ""))
                        .executeUpdate());
        rita.get("/studio").then().statusCode(200).body(containsString("href=\"" + draft));
        sian.post("/studio", draft + "/discard").then().statusCode(303);
        sian.get("/studio").then().statusCode(200).body(containsString(draft + "/restore"));
    }

    @Test
    void theListSaysHowManyStepsADraftHas() {
        var draft = begun("not-on-your-own");
        assertTrue(line(draft).contains(" 14 steps "), line(draft));
        sian.post(step(draft), draft + "/steps", "kind", "read").then().statusCode(303);
        assertTrue(line(draft).contains(" 15 steps "), line(draft));
        sian.post(draft + "/review", draft + "/discard").then().statusCode(303);
    }

    private String line(String draft) {
        var page = sian.get("/studio").body().asString();
        var begins = page.substring(page.indexOf("href=\"" + draft));
        return begins.substring(0, begins.indexOf("</li>"));
    }

    @Test
    void aTextThatIsTooLongIsNotSavedAndThePageSaysWhy() {
        var draft = begun("not-on-your-own");
        var was = StepForm.mark(sian, draft + "/lesson");
        StepForm.saveAs(sian, draft + "/lesson", was, "summary", "](".repeat(10_001))
                .then()
                .statusCode(409)
                .body(containsString("A text has more than 20,000 letters. Shorten it and try again."));
        assertEquals(was, StepForm.mark(sian, draft + "/lesson"));
        sian.post(draft + "/review", draft + "/discard").then().statusCode(303);
    }

    @Test
    void onlyItsAuthorAndManagersDiscardADraftAndRestoreIt() {
        var tariq = StaffBrowser.as("tariq trainer");
        var ada = StaffBrowser.as("ada administrator");
        var draft = begun("not-on-your-own");
        var step = step(draft);
        tariq.post(step, step + "/move", "to", "2").then().statusCode(303);
        tariq.get(draft + "/review").then().body(not(containsString("/discard\"")));
        for (var other : List.of(tariq, ada)) {
            other.post("/studio", draft + "/discard")
                    .then()
                    .statusCode(409)
                    .body(containsString("Only sian, who began this draft, and managers can throw it away"));
        }
        sian.post(draft + "/review", draft + "/discard").then().statusCode(303);
        assertFalse(tariq.get("/studio").body().asString().contains(draft));
        tariq.post("/studio", draft + "/restore").then().statusCode(409);
        sian.get("/studio").then().body(containsString(draft + "/restore"));
        sian.post("/studio", draft + "/restore").then().statusCode(303);
        sian.get(draft + "/review")
                .then()
                .body(containsString("sian restored it"))
                .body(containsString("/discard\""));

        mina.post(draft + "/review", draft + "/discard").then().statusCode(303);
        mina.post(draft + "/review", draft + "/restore").then().statusCode(303);
        mina.post("/studio", draft + "/restore").then().statusCode(409);
        mina.post(draft + "/review", draft + "/discard").then().statusCode(303);
    }

    @Test
    void aDraftIsNotRestoredBesideAnotherOfItsLesson() {
        var draft = begun("not-on-your-own");
        sian.post(draft + "/review", draft + "/discard").then().statusCode(303);
        var other = begun("not-on-your-own");
        sian.post("/studio", draft + "/restore")
                .then()
                .statusCode(409)
                .body(containsString("This lesson has another draft by now."));
        sian.post(other + "/review", other + "/discard").then().statusCode(303);
    }

    @Test
    void aCommentOnAStepIsCountedAnsweredResolvedAndReopened() {
        var draft = begun("the-group-chat");
        var step = step(draft);
        rita.post(
                        draft + "/review",
                        draft + "/comments",
                        "place",
                        step.replaceAll(".*/", ""),
                        "text",
                        "Say <b>who</b> is in the chat.")
                .then()
                .statusCode(303);
        sian.get("/studio").then().body(containsString("1 comment<"));
        sian.get(draft + "/lesson").then().body(containsString("<span class=\"st-steps__c\">1 comment</span>"));
        var comment = draft + "/comments/" + comment(step);

        sian.post(step, comment + "/answer", "text", "They are four friends.", "back", step.replaceAll(".*/", ""))
                .then()
                .statusCode(303)
                .header("Location", endsWith(step + "#st-comments"));
        sian.post(step, comment + "/answer", "text", "  ")
                .then()
                .statusCode(422)
                .body(containsString("Write what you"));
        rita.get(draft + "/review")
                .then()
                .body(containsString("Say &lt;b&gt;who&lt;/b&gt; is in the chat."))
                .body(containsString("They are four friends."));
        rita.post(draft + "/review", comment + "/resolve")
                .then()
                .statusCode(303)
                .header("Location", endsWith(draft + "/review#said"));
        sian.get(step).then().body(not(containsString("They are four friends.")));
        sian.get("/studio").then().body(not(containsString("1 comment<")));

        sian.post(draft + "/review", comment + "/reopen").then().statusCode(303);
        sian.get(step).then().body(containsString("They are four friends."));
        var other = begun("true-or-made-up");
        sian.post(step, other + "/comments/" + comment.replaceAll(".*/", "") + "/answer", "text", "Elsewhere")
                .then()
                .statusCode(404);
        sian.post(draft + "/review", draft + "/discard").then().statusCode(303);
        sian.post(other + "/review", other + "/discard").then().statusCode(303);
    }

    @Test
    void aTrainerCanDownloadTheFiveFilesOfALessonAndAReviewerCannotOpenThePage() {
        var page = sian.get("/studio/modules/the-group-chat").body().asString();
        var files = Pattern.compile("href=\"([^\"]+\\.(?:zip|csv|pdf))\"").matcher(page);
        int found = 0;
        while (files.find()) {
            sian.get(files.group(1)).then().statusCode(200);
            found++;
        }
        assertEquals(5, found);
        sian.get("/studio/modules/no-such-lesson").then().statusCode(404);
        rita.get("/studio/modules/the-group-chat").then().statusCode(403);
    }

    private void decide(String draft, String decision) {
        rita.post(draft + "/review", draft + "/decide", "decision", decision, "text", "See step 2.")
                .then()
                .statusCode(303);
    }

    private String comment(String step) {
        var found = Pattern.compile("/comments/(\\d+)/resolve")
                .matcher(sian.get(step).body().asString());
        assertTrue(found.find());
        return found.group(1);
    }

    private String begun(String module) {
        return local(sian.post("/studio", "/studio/modules/" + module + "/next").header("Location"));
    }

    /** Returns the address of the draft's first step. */
    private String step(String draft) {
        return local(sian.get(draft).header("Location"));
    }

    private static boolean waitsFor(StaffBrowser who, String draft) {
        var page = who.get("/studio").body().asString();
        return page.substring(0, page.indexOf("id=\"drafts\"")).contains(draft);
    }

    private static String local(String location) {
        return location.replaceFirst("^https?://[^/]+", "");
    }
}
