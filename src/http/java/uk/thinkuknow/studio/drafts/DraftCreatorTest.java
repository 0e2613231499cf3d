package uk.thinkuknow.studio.drafts;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.StaffBrowser;
import uk.thinkuknow.common.PublicId;
import uk.thinkuknow.common.Refused;
import uk.thinkuknow.curriculum.lesson.GivenFolder;
import uk.thinkuknow.curriculum.lesson.LessonFolder;
import uk.thinkuknow.curriculum.library.CurriculumService;
import uk.thinkuknow.curriculum.library.LessonFiles;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Tests that a lesson has at most one open draft, even if several people start at the same moment. */
@QuarkusTest
class DraftCreatorTest {
    private static final String MODULE = "what-the-feed-wants";
    private final StaffBrowser sian = StaffBrowser.as("sian trainer");
    private final StaffBrowser mina = StaffBrowser.as("mina trainer reviewer");

    @Inject
    Drafts drafts;

    @Inject
    DraftCreator draftCreator;

    @Inject
    CurriculumService curriculum;

    @Inject
    LessonFiles files;

    @Inject
    uk.thinkuknow.identity.staff.PeopleService people;

    @Inject
    DataSource database;

    @Test
    void authorsWhoBeginTheNextVersionOfALessonAtTheSameMomentGetOneDraft() throws Exception {
        var pages = new ArrayList<StaffBrowser.Opened>();
        for (int i = 0; i < 8; i++) {
            pages.add((i % 2 == 0 ? sian : mina).open("/studio"));
        }
        var answers = atOnce(pages.stream()
                .<Callable<Response>>map(page -> () -> page.send(
                        pages.indexOf(page) % 2 == 0 ? "sian trainer" : "mina trainer reviewer",
                        // a roll-back lets the seven that wait for the key refuse each other, again and again
                        "/studio/modules/" + MODULE + "/next?no-conflicts"))
                .toList());
        answers.forEach(answer -> assertEquals(303, answer.statusCode()));
        var places = answers.stream()
                .map(answer -> answer.header("Location"))
                .distinct()
                .toList();
        assertEquals(1, places.size(), "all are led to one draft: " + places);
        var draft = places.getFirst().replaceFirst("^https?://[^/]+", "");
        assertEquals(
                7,
                answers.stream()
                        .filter(answer -> answer.cookie("flash") != null)
                        .count(),
                "all but one are told");
        StaffBrowser.as("mo manager").post("/studio", draft + "/discard").then().statusCode(303);
        assertTrue(drafts.openOf(MODULE).isEmpty());
    }

    /** The first would be the draft's, and the lock of the last would be asked for. */
    @Test
    void aLessonWithTwoKeysIsRefused() {
        var one = GivenFolder.of("one-of-two-keys");
        var two = new LessonFolder("other-of-two-keys", one.files());
        var me = people.byUsername("sian").orElseThrow();
        assertEquals(
                "The file gives the lesson two keys. Leave one line that begins with key: in module.yaml.",
                assertThrows(Refused.class, () -> draftCreator.importFolder(me, two))
                        .why());
    }

    @Test
    void onePersonSavesAtMost2000RevisionsWithin24Hours() throws Exception {
        var busy = StaffBrowser.as("busy-author trainer");
        var begun = busy.post("/studio/new", "/studio/drafts", "title", "Saved again and again", "band", "8-10");
        var draft = begun.header("Location").replaceFirst("^https?://[^/]+/studio/drafts/", "");
        var id = new PublicId(draft.split("/")[0]);
        try (var db = database.getConnection();
                var sql = db.createStatement()) {
            for (int i = 1; i < 2_000; i++) {
                sql.addBatch(
                        "insert into lesson_draft_revision (draft_id, number, what, place, content, staff_id, saved_at)"
                                + " select id, 1000 + " + i + ", 'saved', 'lesson', '', changed_by, utc_timestamp(6)"
                                + " from lesson_draft where public_id = '" + id + "'");
            }
            sql.executeBatch();
            add(busy, id).then().body(containsString("You have saved 2,000 revisions within 24 hours"));
            sql.executeUpdate(
                    "update lesson_draft_revision set saved_at = saved_at - interval 1 day where number > 1000"
                            + " and draft_id = (select id from lesson_draft where public_id = '" + id + "')");
            add(busy, id).then().statusCode(303);
        }
    }

    private static Response add(StaffBrowser who, PublicId draft) {
        return who.post("/studio/drafts/" + draft + "/lesson", "/studio/drafts/" + draft + "/steps", "kind", "read");
    }

    @Test
    void newLessonsWithTheSameTitleBegunAtTheSameMomentAreDifferentDrafts() throws Exception {
        var pages = List.of(sian.open("/studio/new"), sian.open("/studio/new"), sian.open("/studio/new"));
        var answers = atOnce(pages.stream()
                .<Callable<Response>>map(page -> () ->
                        page.send("sian trainer", "/studio/drafts", "title", "Thought of at once", "band", "8-10"))
                .toList());
        answers.forEach(answer -> assertEquals(303, answer.statusCode()));
        assertEquals(
                3,
                answers.stream()
                        .map(answer -> answer.header("Location"))
                        .distinct()
                        .count());
    }

    @Test
    void importingALessonThatHasADraftIsRefusedAndBeginningItsNextVersionOpensTheDraft() {
        var me = people.byUsername("sian").orElseGet(() -> {
            sian.get("/studio");
            return people.byUsername("sian").orElseThrow();
        });
        var folder =
                files.source(curriculum.newest("the-group-chat").orElseThrow()).orElseThrow();
        var draft = draftCreator.importFolder(me, folder);
        var refused = assertThrows(Refused.class, () -> draftCreator.importFolder(me, folder));
        assertTrue(refused.why().contains("is being written already"), refused.why());
        var begun = draftCreator.next(me, "the-group-chat");
        assertEquals(draft.publicId(), begun.draft().publicId());
        assertTrue(begun.there());
        var page = "/studio/drafts/" + draft.publicId();
        var again = mina.open("/studio").send("mina trainer reviewer", "/studio/modules/the-group-chat/next");
        var told = io.restassured.RestAssured.given()
                .header(uk.thinkuknow.TestIdentity.HEADER, "mina trainer reviewer")
                .cookies(again.cookies())
                .get(page + "/lesson");
        told.then().body(containsString("sian is at the next version of this lesson already"));
        sian.post("/studio", page + "/discard").then().statusCode(303);
    }

    @Test
    void afterAStepWasWithdrawnTheNextVersionBeginsWithTheTextWithoutIt() {
        var key = "next-without";
        curriculum.publish(GivenFolder.of(key));
        var page = "/modules/" + key + "/steps";
        StaffBrowser.as("w-mina manager")
                .post(page, page + "/withdraw", "step", "talk", "why", "A mistake")
                .then()
                .statusCode(303);
        var draft = sian.post("/studio", "/studio/modules/" + key + "/next")
                .then()
                .statusCode(303)
                .extract()
                .header("Location")
                .replaceFirst("^https?://[^/]+", "");
        sian.get(draft + "/lesson")
                .then()
                .statusCode(200)
                .body(containsString("/steps/first"))
                .body(not(containsString("/steps/talk")));
        sian.post("/studio", draft + "/discard").then().statusCode(303);
    }

    private static List<Response> atOnce(List<Callable<Response>> acts) throws Exception {
        var start = new CyclicBarrier(acts.size());
        try (var people = Executors.newFixedThreadPool(acts.size())) {
            var answers = new ArrayList<Response>();
            for (var answer : people.invokeAll(acts.stream()
                    .<Callable<Response>>map(act -> () -> {
                        start.await();
                        return act.call();
                    })
                    .toList())) {
                answers.add(answer.get());
            }
            return answers;
        }
    }
}
