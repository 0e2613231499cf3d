package uk.thinkuknow.studio.drafts;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.StaffBrowser;
import uk.thinkuknow.studio.forms.ListActions;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static uk.thinkuknow.studio.drafts.StepForm.mark;
import static uk.thinkuknow.studio.drafts.StepForm.save;
import static uk.thinkuknow.studio.drafts.StepForm.saveAs;

/** Tests the pages on which a draft is written: blanks and errors, edit conflicts, uploads, credits and previews. */
@QuarkusTest
class DraftPagesTest {
    private static final String DRAWING =
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 640 400\"><circle cx=\"9\" cy=\"9\" r=\"%d\" fill=\"#0a0\"/></svg>";
    private final StaffBrowser sian = StaffBrowser.as("sian trainer");
    private final StaffBrowser mina = StaffBrowser.as("mina trainer reviewer");

    @Inject
    DraftEditor draftEditor;

    @Test
    void aFieldNeverFilledInIsNoErrorUntilAReviewIsRequested() {
        var draft = begun("Quiet at first");
        var step = added(draft, "single-choice");
        var fresh = sian.get(step).body().asString();
        assertTrue(fresh.contains("Not filled in yet: write the answer."), fresh);
        assertFalse(fresh.contains("govuk-error-message"), fresh);
        int faults = draftEditor.open(id(draft)).written().problems().size();
        assertTrue(fresh.contains("</span> " + faults + " to mend</strong>"), "the count is that of all");
        assertTrue(fresh.contains("<summary>" + faults + " not filled in yet</summary>"), fresh);
        save(sian, step, "title", "x".repeat(5) + " " + "word ".repeat(40));
        sian.get(step)
                .then()
                .body(containsString("govuk-error-message"))
                .body(containsString("a sentence of 41 words"));
        sian.post(draft + "/review", draft + "/send").then().statusCode(422);
        sian.get(step)
                .then()
                .body(not(containsString("ot filled in yet")))
                .body(containsString("</span> Write the answer.</p>"));
    }

    @Test
    void aStepWithoutAHeadingIsListedByItsKind() {
        var draft = begun("Spoken of");
        added(draft, "true-false");
        sian.get(draft + "/review").then().body(containsString(": True or not</option>"));
    }

    @Test
    void aProblemThatOccursTwiceInAStepIsListedOnceWithItsCount() {
        var draft = begun("Said once");
        var page = sian.get(added(draft, "true-false")).body().asString();
        assertEquals(1, times(page, ": Say something kind to the child who picks this. \\(2 fields\\)"));
        assertEquals(1, times(page, ": Ask the question\\."));
    }

    @Test
    void anEditConflictShowsBothTextsUnderTheLabelOfTheField() {
        var draft = begun("Side by side");
        var step = added(draft, "single-choice");
        var was = mark(sian, step);
        saveAs(sian, step, was, "title", "From Sian", "question.options[1].feedback", "Hers.");
        saveAs(mina, step, was, "title", "From Mina", "question.options[1].feedback", "Mine.")
                .then()
                .statusCode(409)
                .body(containsString("sian changed this step while you wrote"))
                .body(containsString(">Heading</h4>"))
                .body(containsString(">Answer 1: Feedback</h4>"))
                .body(containsString("data-mine>Mine.</p>"))
                .body(containsString("data-theirs-words>Hers.</p>"))
                .body(containsString("What is stored: sian’s words, not those in the form."))
                .body(not(containsString("options[1].feedback</")));
        saveAs(sian, step, was, "title", "Once more")
                .then()
                .statusCode(409)
                .body(containsString("You changed this step in another window"));
    }

    @Test
    void onlyOneAnswerOfASingleChoiceCanBeMarkedRight() {
        var draft = begun("One is right");
        var step = added(draft, "single-choice");
        save(sian, step, "question.options.right", "2");
        assertEquals(List.of(false, true, false), right(draft));
        save(sian, step, "question.options.right", "3");
        assertEquals(List.of(false, false, true), right(draft));
        sian.get(step)
                .then()
                .body(
                        containsString(
                                "type=\"radio\" id=\"f-question-options-3-right\" name=\"words:question.options.right\" value=\"3\" checked"));
        sian.get(added(draft, "multiple-choice"))
                .then()
                .body(containsString("type=\"checkbox\" id=\"f-question-options-1-right\""));
    }

    @Test
    void anItemCanBePutIntoAGroupThatHasNoNameYet() {
        var draft = begun("Into groups");
        var step = added(draft, "sort");
        assertEquals(List.of("", "groups-1", "groups-2"), belongsTo(step));
        save(sian, step, "question.items[1].text", "A password", "question.items[1].group", "groups-2");
        sian.get(step).then().body(containsString("<option value=\"groups-2\" selected>2: </option>"));
        save(sian, step, "question.groups[2].text", "Keep it private");
        sian.get(step).then().body(containsString("<option value=\"groups-2\" selected>2: Keep it private</option>"));
    }

    @Test
    void groupsAddedLaterGetKeysThatNoOtherGroupHas() {
        var step = StepList.of(JsonNodeFactory.instance.objectNode()).add("sort", null);
        ListActions.apply(step, "remove question.groups[1]");
        ListActions.apply(step, "add question.groups");
        ListActions.apply(step, "add question.groups");
        assertEquals(
                List.of("groups-2", "groups-2-2", "groups-3"),
                step.at("/question/groups")
                        .valueStream()
                        .map(group -> group.path("key").asText())
                        .toList());
    }

    @Test
    void aFileUploadedAtAStepReplacesNoOtherAndTheSamePictureIsStoredOnce() {
        var draft = begun("Brought at a step");
        assertEquals("otter.svg", brought(draft, "Otter.svg", drawing(5)));
        assertEquals("otter-2.svg", brought(draft, "otter.svg", drawing(6)));
        assertEquals("otter-2.svg", brought(draft, "another.svg", drawing(6)), "the same picture is there already");
        sian.savedByScript()
                .upload(draft + "/lesson", "/studio/files", "files", "otter.exe", drawing(5), "draft", id(draft))
                .then()
                .statusCode(422)
                .body(containsString("is neither a picture"));
        var step = added(draft, "read");
        var page = draft + "/files?step=" + step.replaceAll(".*/", "");
        sian.get(step).then().body(containsString("href=\"" + page + "\""));
        sian.get(page).then().body(containsString("href=\"" + step + "\">Back to step 1</a>"));
        sian.upload(
                        page,
                        "/studio/files",
                        "files",
                        "owl.svg",
                        drawing(7),
                        "draft",
                        id(draft),
                        "step",
                        step.replaceAll(".*/", ""))
                .then()
                .statusCode(303)
                .header("Location", containsString(page));
    }

    @Test
    void unsavedCreditsAreStoredWhenAFileIsUploadedUnlessTheyConflict() {
        var draft = begun("Credits are kept");
        brought(draft, "otter.svg", drawing(5));
        var was = sian.get(draft + "/files")
                .body()
                .asString()
                .replaceAll("(?s).*name=\"was\" value=\"([0-9a-f]+)\".*", "$1");
        assertEquals(303, withCredits(draft, was, "Drawn by Ann").statusCode());
        sian.get(draft + "/files").then().body(containsString("value=\"Drawn by Ann\""));
        withCredits(draft, was, "Drawn by Ben")
                .then()
                .statusCode(422)
                .body(containsString("Somebody else changed who made the files"))
                .body(containsString("Added: pictures/owl.svg"))
                .body(containsString("value=\"Drawn by Ben\""));
        sian.get(draft + "/files").then().body(containsString("value=\"Drawn by Ann\""));
    }

    @Test
    void recordingsMadeBySafariAreAcceptedAndFormatsThatOldTabletsCannotPlayAreRefused() throws IOException {
        var draft = begun("Recorded");
        assertEquals("aloud.m4a", brought(draft, "aloud.m4a", recording("aac-in-pieces.mp4")));
        sian.get(draft + "/files/recordings/aloud.m4a").then().statusCode(200).contentType("audio/mp4");
        for (var file : List.of("opus-in-pieces.mp4", "opus.webm")) {
            sian.savedByScript()
                    .upload(draft + "/lesson", "/studio/files", "files", file, recording(file), "draft", id(draft))
                    .then()
                    .statusCode(422)
                    .body(containsString("old tablets do not play"));
        }
    }

    @Test
    void theWelshPageHasTheLabelsOfTheForm() {
        var draft = begun("Called the same");
        var step = added(draft, "single-choice");
        save(sian, step, "title", "Who?", "question.stem", "Who helps?", "question.options[1].feedback", "Yes.");
        sian.get(draft + "/welsh")
                .then()
                .body(containsString(">Heading</p>"))
                .body(containsString(">The question</p>"))
                .body(containsString(">Answer 1: Feedback</p>"));
    }

    @Test
    void aDraftWithoutStepsSaysThatThereIsNothingToPlayAndLeadsBack() {
        var draft = begun("Nothing to play");
        sian.get(draft + "/play")
                .then()
                .body(containsString("There is nothing to play yet"))
                .body(containsString("<a href=\"" + draft + "/lesson\">Back to the draft</a>"));
        var step = added(draft, "read");
        save(sian, step, "title", "Meet the robot", "text", "It is kind.");
        sian.get(draft + "/play")
                .then()
                .body(containsString("Meet the robot"))
                .body(not(containsString("Back to the draft")));
    }

    @Test
    void theProjectorPreviewOfADraftHasNoAddressOfASession() {
        var draft = begun("No room");
        var step = added(draft, "single-choice");
        save(sian, step, "title", "Which?", "question.stem", "Which one?", "question.options[1].text", "One");
        sian.get(step + "/wall").then().body(containsString("Which one?")).body(not(containsString("/sessions//")));
    }

    private Response withCredits(String draft, String was, String source) {
        return sian.upload(
                draft + "/files",
                "/studio/files",
                "files",
                "owl.svg",
                drawing(9),
                "draft",
                id(draft),
                "was",
                was,
                "n:files",
                "0",
                "words:source",
                source);
    }

    private String brought(String draft, String name, byte[] bytes) {
        var sent = sian.savedByScript()
                .upload(draft + "/lesson", "/studio/files", "files", name, bytes, "draft", id(draft));
        assertEquals(201, sent.statusCode(), sent.body().asString());
        return sent.header("Location").replaceAll(".*/", "");
    }

    private static byte[] drawing(int radius) {
        return DRAWING.formatted(radius).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] recording(String name) throws IOException {
        try (var in = DraftPagesTest.class.getResourceAsStream("/recordings/" + name)) {
            return Objects.requireNonNull(in).readAllBytes();
        }
    }

    private List<Boolean> right(String draft) {
        var options = DraftPlaces.steps(draftEditor.open(id(draft)).written().tree())
                .getFirst()
                .at("/question/options");
        return Stream.of(0, 1, 2)
                .map(i -> options.path(i).path("right").asBoolean())
                .toList();
    }

    /** Returns the groups that the first item of a sorting question can be put into. */
    private List<String> belongsTo(String step) {
        var page = sian.get(step).body().asString();
        var list = page.substring(page.indexOf("name=\"words:question.items[1].group\""));
        return Pattern.compile("<option value=\"([^\"]*)\"")
                .matcher(list.substring(0, list.indexOf("</select>")))
                .results()
                .map(option -> option.group(1))
                .toList();
    }

    private static long times(String page, String words) {
        return Pattern.compile(words).matcher(page).results().count();
    }

    private String begun(String title) {
        return local(sian.post("/studio/new", "/studio/drafts", "title", title, "band", "8-10", "language", "en"))
                .replace("/lesson", "");
    }

    private String added(String draft, String kind) {
        return local(sian.post(draft + "/lesson", draft + "/steps", "kind", kind));
    }

    private static String id(String draft) {
        return draft.replaceAll(".*/", "");
    }

    private static String local(Response response) {
        return response.header("Location").replaceFirst("^https?://[^/]+", "").replaceFirst("#.*", "");
    }
}
