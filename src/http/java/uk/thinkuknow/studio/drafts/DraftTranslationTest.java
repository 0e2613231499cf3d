package uk.thinkuknow.studio.drafts;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.StaffBrowser;
import uk.thinkuknow.curriculum.files.TranslationSheet;
import uk.thinkuknow.curriculum.lesson.GivenFolder;
import uk.thinkuknow.curriculum.lesson.LessonFolder;
import uk.thinkuknow.curriculum.library.CurriculumService;
import uk.thinkuknow.curriculum.library.TranslationService;
import uk.thinkuknow.curriculum.library.WelshAuthors;
import uk.thinkuknow.identity.staff.PeopleService;

import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static uk.thinkuknow.studio.drafts.StepForm.save;

/**
 * Tests that two translators of one text see the conflict, and that an earlier revision of the Welsh can be restored.
 */
@QuarkusTest
class DraftTranslationTest {
    private final StaffBrowser sian = StaffBrowser.as("sian trainer");
    private final StaffBrowser mina = StaffBrowser.as("mina trainer reviewer");

    @Inject
    DraftEditor draftEditor;

    @Inject
    DraftCreator drafts;

    @Inject
    CurriculumService curriculum;

    @Inject
    TranslationService translations;

    @Inject
    WelshAuthors authors;

    @Inject
    PeopleService people;

    @Test
    void conflictingWelshTextsAreReportedOthersAreStoredAndAnEarlierRevisionCanBeRestored() {
        var draft = next("when-something-online-worries-you");
        var page = draft + "/welsh";
        sian.post(page, page, "words:title", "Un", "was:title", "").then().statusCode(303);
        mina.post(page, page, "words:title", "Dau", "was:title", "", "words:ending", "Diwedd", "was:ending", "")
                .then()
                .statusCode(409)
                .body(containsString("sian wrote: <span lang=\"cy\">Un</span>"))
                .body(containsString(">Dau</textarea><input type=\"hidden\" name=\"was:title\" value=\"Un\">"));
        assertEquals("Un", welsh(draft, "title"));
        assertEquals("Diwedd", welsh(draft, "ending"));
        mina.post(page, page, "words:title", "Dau", "was:title", "Un").then().statusCode(303);
        assertEquals("Dau", welsh(draft, "title"));
        sian.post(page, page, "words:title", "Dau", "was:title", "Un").then().statusCode(303);
        sian.get(page).then().body(containsString("mina is here too, at its Welsh"));

        var step = local(sian.get(draft).header("Location"));
        sian.post(step, step + "/duplicate").then().statusCode(303);
        var english = english(draft);
        var earlier = Pattern.compile("name=\"to\" value=\"(\\d+)\"")
                .matcher(sian.get(page).body().asString());
        String first = "";
        while (earlier.find()) {
            first = earlier.group(1);
        }
        sian.post(page, page + "/go-back", "to", first).then().statusCode(303);
        assertEquals("Un", welsh(draft, "title"));
        assertEquals("", welsh(draft, "ending"));
        assertArrayEquals(
                english.getBytes(StandardCharsets.UTF_8), english(draft).getBytes(StandardCharsets.UTF_8));
        sian.get(draft + "/history")
                .then()
                .body(containsString("went back in Welsh to revision " + first))
                .body(containsString("changed the Welsh"));
        assertFalse(sian.get(step).body().asString().contains("You changed the Welsh"), "nothing English to take back");
        sian.post(page, page + "/go-back", "to", "99999").then().statusCode(404);
        sian.post(page, draft + "/discard").then().statusCode(303);
    }

    @Test
    void whoWroteWelshDoesNotRecordItsReviewAndTheReviewerOfTheLessonIsShownIt() {
        var ada = StaffBrowser.as("ada administrator");
        var rita = StaffBrowser.as("rita reviewer");
        var key = "own-cy";
        curriculum.publish(GivenFolder.inWelsh(key));
        var draft =
                local(ada.post("/studio", "/studio/modules/" + key + "/next").header("Location"));
        assertFalse(authors.wroteWelsh(idOf("ada"), key), "begun, and not written");
        var page = draft + "/welsh";
        var was = welsh(draft, "title");
        ada.post(page, page, "words:title", "Dim gair wrth neb", "was:title", was)
                .then()
                .statusCode(303);
        save(ada, local(ada.get(draft).header("Location")), "title", "Look again");
        ada.post(draft + "/review", draft + "/send").then().statusCode(303);
        rita.get(draft + "/review")
                .then()
                .body(containsString("<h3>In Welsh"))
                .body(containsString("Dim gair "))
                .body(containsString(was.split(" ")[0]));
        for (int i = 0; i < 2; i++) {
            rita.post(draft + "/review", draft + "/decide", "decision", "approve");
        }
        ada.post(draft + "/review", draft + "/publish", "when", "now").then().statusCode(303);
        review(ada, key).then().statusCode(422).body(containsString("You wrote some of this Welsh"));
        review(StaffBrowser.as("adam administrator"), key).then().statusCode(303);
    }

    @Test
    void whoImportedWelshOfTheirOwnDoesNotRecordItsReviewEither() {
        var ada = StaffBrowser.as("ada administrator");
        ada.get("/studio");
        var folder = GivenFolder.inWelsh("imported-cy");
        curriculum.publish(folder);
        var me = people.byUsername("ada").orElseThrow();
        var unchanged = drafts.importFolder(me, folder);
        assertFalse(authors.wroteWelsh(me.id(), "imported-cy"), "imported, and not written");
        ada.post("/studio", "/studio/drafts/" + unchanged.publicId() + "/discard")
                .then()
                .statusCode(303);
        var welsh = new String(folder.bytes(LessonFolder.IN_WELSH), StandardCharsets.UTF_8) + "\n# changed\n";
        drafts.importFolder(me, folder.with(LessonFolder.IN_WELSH, welsh.getBytes(StandardCharsets.UTF_8)));
        assertTrue(authors.wroteWelsh(me.id(), "imported-cy"));
    }

    private io.restassured.response.Response review(StaffBrowser who, String key) {
        var version = curriculum.current(key).versionId();
        var page = "/modules/" + key + "/welsh";
        return who.post(
                page,
                page + "/review",
                "translation",
                Long.toString(translations.of(version).orElseThrow().id()),
                "by",
                "Carys Puw, adviser",
                "day",
                "24",
                "month",
                "11",
                "year",
                "2025");
    }

    private long idOf(String username) {
        return people.byUsername(username).orElseThrow().id();
    }

    private String welsh(String draft, String path) {
        return TranslationSheet.of(open(draft).written().folder()).stream()
                .filter(line -> line.path().equals(path))
                .findFirst()
                .orElseThrow()
                .welsh();
    }

    private String english(String draft) {
        return open(draft).written().text();
    }

    private DraftEditor.OpenDraft open(String draft) {
        return draftEditor.open(draft.replaceAll(".*/", ""));
    }

    private String next(String module) {
        return local(sian.post("/studio", "/studio/modules/" + module + "/next").header("Location"));
    }

    private static String local(String location) {
        return location.replaceFirst("^https?://[^/]+", "");
    }
}
