package uk.thinkuknow.curriculum.pages;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.StaffBrowser;
import uk.thinkuknow.curriculum.lesson.GivenFolder;
import uk.thinkuknow.curriculum.library.CurriculumService;
import uk.thinkuknow.curriculum.library.LessonSearch;
import uk.thinkuknow.curriculum.library.LessonSearchIndex;
import uk.thinkuknow.curriculum.library.LessonsOfBand;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

/** Tests the pages of the lesson library: list, search, review and withdrawal. */
@QuarkusTest
class ModulesResourceTest {
    private final StaffBrowser tess = StaffBrowser.as("tess teacher");
    private final StaffBrowser ada = StaffBrowser.as("ada administrator");

    @Inject
    CurriculumService curriculum;

    @Inject
    LessonSearchIndex words;

    @Test
    void theListMarksALessonThatIsNotReviewedYet() {
        tess.get("/modules")
                .then()
                .statusCode(200)
                .body(containsString("<a href=\"/modules/who-is-really-there\">"))
                .body(containsString("Not yet reviewed"));
    }

    @Test
    void contentGuidanceIsShownOnTheLessonsPage() {
        tess.get("/modules/being-pushed-to-send")
                .then()
                .body(containsString("Before you choose it.</b> Speaks of a boy who keeps asking"));
        tess.get("/modules/who-is-really-there").then().body(containsString("Before you choose it."));
    }

    @Test
    void theListIsGroupedByAgeWithLinksAndCounts() {
        var all = curriculum.byBand(List.of(), area -> false);
        var last = all.getLast();
        tess.get("/modules")
                .then()
                .body(containsString(curriculum.current().size() + " lessons"))
                .body(containsString("<a href=\"#ages-14-18\">Ages 14–18</a> <span class=\"tuk-quiet\">("
                        + last.lessons().size() + ")"))
                .body(containsString("<h2 class=\"govuk-heading-l\" id=\"ages-14-18\">Ages 14–18"));
        assertEquals(
                List.of("4-7", "8-10", "11-13", "14-18"),
                all.stream().map(LessonsOfBand::band).toList());
    }

    @Test
    void aSearchFindsLessonsByTheirWordsInEnglishAndTheirTitleInWelsh() {
        tess.get("/modules?words=REALLY+there")
                .then()
                .body(containsString("href=\"/modules/who-is-really-there\""))
                .body(not(containsString("href=\"/modules/the-group-chat\"")));
        tess.get("/modules?words=pwy+sydd").then().body(containsString("href=\"/modules/who-is-really-there\""));
        tess.get("/modules?words=really&band=11-13")
                .then()
                .body(not(containsString("href=\"/modules/who-is-really-there\"")));
        tess.get("/modules?words=funny+FEELING").then().body(containsString("href=\"/modules/who-is-really-there\""));
        tess.get("/modules?words=zzzz").then().body(containsString("No lesson was found."));
        tess.get("/modules?words=%22%3E%3Cb%3E").then().body(not(containsString("><b>")));
    }

    @Test
    void anUnknownPageOrBandStillShowsLessons() {
        for (var query : List.of("page=99", "page=-1", "band=99", "page=0&words=&band=")) {
            tess.get("/modules?" + query).then().statusCode(200).body(containsString("who-is-really-there"));
        }
    }

    @Test
    void aListOf250LessonsHasThreePagesAndALinkForEachAgeBand() {
        var one = curriculum.current().getFirst();
        var many = LessonSearch.of(Collections.nCopies(250, one), "", "", 2, words);
        assertEquals(3, many.getPages());
        assertEquals(100, many.shown().size());
        assertEquals(50, LessonSearch.of(many.found(), "", "", 3, words).shown().size());
        assertEquals(
                List.of("/modules?words=&band=" + one.lesson().band()),
                many.getBands().stream().map(LessonSearch.BandLink::href).toList());
    }

    @Test
    void aTeacherSeesTheAnswersAndTheAnswerSheetButNoFormForAReview() {
        tess.get("/modules/who-is-really-there")
                .then()
                .statusCode(200)
                .body(containsString("Answer sheet"))
                .body(containsString("Only the name and picture on the screen."))
                .body(not(containsString("Record a review")));
    }

    @Test
    void aMissingModuleIsNotFound() {
        tess.get("/modules/none").then().statusCode(404);
    }

    @Test
    void anAdministratorRecordsWhoReviewedAVersionAndWhen() {
        curriculum.publish(GivenFolder.of("page-review"));
        review("page-review", "1", "Sian Howells, safeguarding adviser", "23")
                .then()
                .statusCode(303);
        tess.get("/modules/page-review")
                .then()
                .body(containsString("Sian Howells, safeguarding adviser reviewed version 1 on 23 November 2025."));
    }

    @Test
    void aReviewNeedsANameADayAndTheVersionThatWasSeen() {
        curriculum.publish(GivenFolder.of("page-faults"));
        review("page-faults", "1", " ", "23").then().statusCode(422).body(containsString("Give the full name"));
        review("page-faults", "1", "Sian Howells", "31").then().statusCode(422).body(containsString("as numbers"));
        review("page-faults", "2", "Sian Howells", "23").then().statusCode(422).body(containsString("of its own"));
        ada.get("/modules/page-faults").then().body(containsString("Not yet reviewed"));
    }

    @Test
    void aManagerWithdrawsALessonWithAReasonAndItsPageSaysSo() {
        curriculum.publish(GivenFolder.of("page-withdraw"));
        var mina = StaffBrowser.as("mina manager");
        var page = "/modules/page-withdraw";
        mina.post(page, page + "/withdraw", "why", " ").then().statusCode(422).body(containsString("Say why"));
        tess.get(page).then().body(not(containsString("Withdraw this lesson")));
        mina.post(page, page + "/withdraw", "why", "Step 1 is <b>out of date</b>")
                .then()
                .statusCode(303);
        tess.get(page)
                .then()
                .statusCode(200)
                .body(containsString("“Step 1 is &lt;b&gt;out of date&lt;/b&gt;”"))
                .body(not(containsString(page + "/try")));
        tess.get("/modules").then().body(containsString("<h2 id=\"withdrawn\">"));
        tess.get(page + "/try").then().statusCode(404);
    }

    private io.restassured.response.Response review(String key, String number, String by, String day) {
        var page = "/modules/" + key;
        return ada.post(page, page + "/review", "number", number, "by", by, "day", day, "month", "11", "year", "2025");
    }
}
