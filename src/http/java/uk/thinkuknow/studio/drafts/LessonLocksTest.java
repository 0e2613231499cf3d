package uk.thinkuknow.studio.drafts;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.StaffBrowser;
import uk.thinkuknow.curriculum.lesson.LessonFolder;
import uk.thinkuknow.curriculum.library.CurriculumService;
import uk.thinkuknow.curriculum.library.LessonFiles;
import uk.thinkuknow.exchange.formats.LessonExporter;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * Tests that trainers can read but not change a locked lesson, how credits of files are stored, and that exports state
 * the licence.
 */
@QuarkusTest
class LessonLocksTest {
    private static final String KEY = "pictures-made-by-ai";
    private static final String DRAWING =
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 640 400\"><path d=\"M0 0h9v9z\"/></svg>";
    private final StaffBrowser sian = StaffBrowser.as("sian trainer");
    private final StaffBrowser mo = StaffBrowser.as("mo manager");

    @Inject
    CurriculumService curriculum;

    @Inject
    LessonFiles files;

    @Inject
    DraftEditor draftEditor;

    @Inject
    uk.thinkuknow.identity.staff.PeopleService people;

    @Test
    void aTrainerCanReadButNotChangeALockedLesson() {
        var open = files.source(curriculum.newest(KEY).orElseThrow()).orElseThrow();
        publish(open, "licence: CC BY-NC 4.0\nlocked: true\n");
        sian.get("/modules/" + KEY)
                .then()
                .body(containsString("Only programme managers and administrators change this lesson."))
                .body(containsString("The lesson: CC BY-NC 4.0"));
        sian.get("/studio").then().body(not(containsString("/studio/modules/" + KEY + "/next")));
        sian.post("/studio", "/studio/modules/" + KEY + "/next")
                .then()
                .statusCode(not(303))
                .body(containsString("This lesson is locked"));

        var draft = local(mo.post("/studio", "/studio/modules/" + KEY + "/next").header("Location"));
        var step = local(sian.get(draft).header("Location"));
        sian.get(step)
                .then()
                .statusCode(200)
                .body(containsString("Locked: only programme managers"))
                .body(containsString("disabled"));
        for (var act : new String[][] {
            {"/steps", "kind", "read"},
            {"/steps/" + step.replaceAll(".*/", "") + "/delete"},
            {"/steps/" + step.replaceAll(".*/", ""), "words:title", "Mine"},
            {"/lesson", "words:title", "Mine"},
            {"/files/remove", "name", "pictures/x.svg"},
            {"/credits", "words:source", "Me"},
            {"/welsh", "words:title", "Fi", "was:title", ""},
            {"/go-back", "to", "1"},
            {"/discard"},
            {"/send"}
        }) {
            var fields = java.util.Arrays.copyOfRange(act, 1, act.length);
            sian.post("/studio", draft + act[0], fields)
                    .then()
                    .statusCode(not(303))
                    .body(containsString("This lesson is locked"));
        }
        var words = draftEditor.open(draft.replaceAll(".*/", "")).written().text();
        assertTrue(words.contains("locked: true"));
        mo.post("/studio", draft + "/steps", "kind", "read").then().statusCode(303);
        mo.post("/studio", draft + "/discard").then().statusCode(303);
        publish(open, "licence: CC BY-NC 4.0\n");
    }

    @Test
    void aTrainerCannotLockALesson() {
        var draft = begun("Not for me to lock");
        sian.get(draft + "/lesson").then().body(not(containsString("words:locked")));
        mo.get(draft + "/lesson").then().body(containsString("words:locked"));
        sian.post(
                        "/studio",
                        draft + "/lesson",
                        "words:title",
                        "Not for me to lock",
                        "words:locked",
                        "yes",
                        "was",
                        mark(draft + "/lesson"))
                .then()
                .statusCode(303);
        assertFalse(
                draftEditor.open(draft.replaceAll(".*/", "")).written().text().contains("locked"));
    }

    @Test
    void creditsAreStoredForAllFilesOrOneAndRemovedWithTheFile() {
        var draft = begun("Whose picture is it");
        var id = draft.replaceAll(".*/", "");
        var me = people.byUsername("sian").orElseThrow();
        var trainer = new uk.thinkuknow.identity.staff.StaffMember(
                me.id(), me.username(), me.name(), java.util.Set.of("trainer"), null, null, null);
        draftEditor.putFile(trainer, id, "pictures/moon.svg", DRAWING.getBytes(StandardCharsets.UTF_8));
        draftEditor.putFile(trainer, id, "pictures/star.svg", DRAWING.getBytes(StandardCharsets.UTF_8));
        sian.get(draft + "/files").then().body(containsString("source or licence missing"));
        sian.get(draft + "/lesson").then().body(containsString("Say who made it, and under which licence"));
        var was = mark(draft + "/files");
        sian.post(
                        draft + "/files",
                        draft + "/credits",
                        "was",
                        was,
                        "n:files",
                        "2",
                        "words:source",
                        "Ann Example",
                        "words:licence",
                        "CC BY 4.0",
                        "words:files[1].file",
                        "moon.svg",
                        "words:files[2].file",
                        "star.svg",
                        "words:files[2].source",
                        "Sky <b>Example</b>",
                        "words:files[2].licence",
                        "CC0 1.0")
                .then()
                .statusCode(303);
        assertTrue(
                draftEditor.open(id).written().text().endsWith("""
                        credits:
                          source: Ann Example
                          licence: CC BY 4.0
                          files:
                            - file: star.svg
                              source: Sky <b>Example</b>
                              licence: CC0 1.0
                        """),
                draftEditor.open(id).written().text());
        sian.get(draft + "/files")
                .then()
                .body(not(containsString("source or licence missing")))
                .body(containsString("Sky &lt;b&gt;Example&lt;/b&gt;"));
        sian.post(draft + "/files", draft + "/credits", "was", was, "words:source", "Somebody else")
                .then()
                .statusCode(409)
                .body(containsString("value=\"Somebody else\""));
        sian.post(draft + "/files", draft + "/files/remove", "name", "pictures/star.svg")
                .then()
                .statusCode(303);
        assertFalse(draftEditor.open(id).written().text().contains("star.svg"));
    }

    @Test
    void qtiAndScormExportsStateTheLicenceAndTheQtiImportReadsIt() throws Exception {
        var source =
                files.source(curriculum.newest("true-or-made-up").orElseThrow()).orElseThrow();
        var folder = with(source, "licence: CC BY-SA 4.0\n");
        for (var archive : new byte[][] {
            LessonExporter.qti(folder).bytes(), LessonExporter.scorm(folder).bytes()
        }) {
            var list = list(archive);
            assertTrue(list.contains("CC BY-SA 4.0\nPictures and sound: Fluent Emoji"), list);
        }
        var back = (uk.thinkuknow.exchange.content.ImportResult.ImportedLesson)
                uk.thinkuknow.exchange.formats.LessonImporter.read(
                        "x.zip", LessonExporter.qti(folder).bytes());
        assertTrue(new String(back.folder().bytes(LessonFolder.MODULE), StandardCharsets.UTF_8)
                .contains("\nlicence: CC BY-SA 4.0\n"));
    }

    private static String list(byte[] archive) throws Exception {
        try (var in = new java.util.zip.ZipInputStream(new java.io.ByteArrayInputStream(archive))) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                if (entry.getName().equals("imsmanifest.xml")) {
                    return new String(in.readAllBytes(), StandardCharsets.UTF_8);
                }
            }
        }
        return "";
    }

    private void publish(LessonFolder folder, String rights) {
        long version = curriculum.publish(with(folder, rights));
        curriculum.recordReview(version, "A reviewer", java.time.Instant.EPOCH);
        assertEquals(version, curriculum.newest(folder.name()).orElseThrow().versionId());
    }

    private static LessonFolder with(LessonFolder folder, String rights) {
        var yaml = new String(folder.bytes(LessonFolder.MODULE), StandardCharsets.UTF_8);
        return folder.with(LessonFolder.MODULE, (yaml + rights).getBytes(StandardCharsets.UTF_8));
    }

    private String begun(String title) {
        return local(sian.post("/studio/new", "/studio/drafts", "title", title, "band", "8-10", "language", "en")
                        .header("Location"))
                .replace("/lesson", "");
    }

    private String mark(String page) {
        var mark = Pattern.compile("name=\"was\" value=\"([0-9a-f]+)\"")
                .matcher(sian.get(page).body().asString());
        assertTrue(mark.find());
        return mark.group(1);
    }

    private static String local(String location) {
        return location.replaceFirst("^https?://[^/]+", "");
    }
}
