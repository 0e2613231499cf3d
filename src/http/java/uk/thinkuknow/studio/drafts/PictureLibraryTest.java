package uk.thinkuknow.studio.drafts;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.StaffBrowser;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Tests copying a picture of another lesson into a draft with its description and credit. */
@QuarkusTest
class PictureLibraryTest {
    private static final Pattern TAKE = Pattern.compile(
            "name=\"module\" value=\"([a-z-]+)\"><input type=\"hidden\" name=\"picture\" value=\"([0-9a-f]+)\"");
    private final StaffBrowser sian = StaffBrowser.as("sian trainer");

    @Inject
    DraftEditor draftEditor;

    @Test
    void aPictureOfAnotherLessonIsCopiedOnceWithItsDescriptionAndCredit() {
        var draft = local(sian.post("/studio/new", "/studio/drafts", "title", "Borrowed pictures", "band", "8-10")
                        .header("Location"))
                .replace("/lesson", "");
        var page = draft + "/library";
        sian.get(page + "?words=nothing-has-these-words")
                .then()
                .statusCode(200)
                .body(containsString("No picture has these words"));
        var found = sian.get(page + "?words=SQUIRREL cake");
        found.then().body(containsString("Fluent Emoji by Microsoft"));
        var take = TAKE.matcher(found.body().asString());
        assertTrue(take.find(), "a picture of a squirrel and a cake");
        sian.post(page, page, "module", take.group(1), "picture", take.group(2), "words", "SQUIRREL cake")
                .then()
                .statusCode(303);
        sian.post(page, page, "module", take.group(1), "picture", take.group(2))
                .then()
                .statusCode(303);
        var open = draftEditor.open(draft.replaceAll(".*/", ""));
        assertEquals(1, open.files().size(), "the same picture twice is one file");
        assertEquals(take.group(2), open.files().values().iterator().next());
        var said = open.written().tree().path("credits").path("files").path(0);
        var file = said.path("file").asText();
        assertTrue(said.path("name").asText().contains("Squirrel"), said.toString());
        assertEquals("MIT", said.path("licence").asText());
        sian.get(page + "?words=squirrel cake").then().body(containsString("In this lesson"));

        var step = local(sian.post(draft + "/lesson", draft + "/steps", "kind", "picture")
                .header("Location"));
        var mark = Pattern.compile("name=\"was\" value=\"([0-9a-f]+)\"")
                .matcher(sian.get(step).body().asString());
        assertTrue(mark.find());
        sian.post(
                        step,
                        step,
                        "was",
                        mark.group(1),
                        "words:key",
                        step.replaceAll(".*/", ""),
                        "words:title",
                        "Look",
                        "words:picture.file",
                        file)
                .then()
                .statusCode(303);
        sian.get(step).then().body(containsString(said.path("name").asText()));
        sian.post(page, page, "module", "nowhere", "picture", take.group(2))
                .then()
                .statusCode(404);
        StaffBrowser.as("rita reviewer").get(page).then().statusCode(403);
        sian.get(draft + "/files").then().body(not(containsString("source or licence missing")));
    }

    private static String local(String location) {
        return location.replaceFirst("^https?://[^/]+", "").replaceFirst("#.*", "");
    }
}
