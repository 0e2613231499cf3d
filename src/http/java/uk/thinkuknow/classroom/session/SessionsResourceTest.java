package uk.thinkuknow.classroom.session;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.curriculum.library.CurriculumService;
import uk.thinkuknow.schools.school.GivenSchool;

import static org.hamcrest.Matchers.anyOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Tests the list of sessions and the page on which a session is started. */
@QuarkusTest
class SessionsResourceTest {
    private static final String HEAD = "<summary class=\"tuk-band__head\">";

    @Inject
    GivenSchool given;

    @Inject
    CurriculumService curriculum;

    /** Other tests publish modules of the same band, so the first one is looked up, not named. */
    @Test
    void theFirstLessonForTheBandOfTheClassIsPreselected() {
        var ownClass = given.withClassOf(30);
        var first = curriculum.current().stream()
                .filter(module -> module.lesson().band().equals("8-10"))
                .findFirst()
                .orElseThrow();
        ownClass.asTeacher()
                .get("/sessions/new?class=" + ownClass.schoolClass().publicId())
                .then()
                .statusCode(200)
                .body(containsString("value=\"" + first.key() + "\" checked"));
    }

    @Test
    void lessonsAreListedByAgeWithTheAgesOfTheSchoolsClassesFirstAndUnfolded() {
        var page = given.withClassOf(30)
                .asTeacher()
                .get("/sessions/new")
                .then()
                .body(containsString("<details class=\"tuk-band\" open>" + HEAD + "Ages 8–10"))
                .body(containsString("<details class=\"tuk-band\">" + HEAD + "Ages 14–18"))
                .extract()
                .asString();
        assertTrue(page.indexOf(HEAD + "Ages 8–10") < page.indexOf(HEAD + "Ages 4–7"));
        assertTrue(page.indexOf(HEAD + "Ages 4–7") < page.indexOf(HEAD + "Ages 14–18"));
    }

    @Test
    void theAgesOfAChosenLessonAreUnfoldedToo() {
        var older = curriculum
                .byBand(List.of("14-18"), area -> false)
                .getFirst()
                .lessons()
                .getFirst();
        given.withClassOf(30)
                .asTeacher()
                .get("/sessions/new?module=" + older.key())
                .then()
                .body(containsString("<details class=\"tuk-band\" open>" + HEAD + "Ages 14–18"))
                .body(containsString("value=\"" + older.key() + "\" checked"));
    }

    @Test
    void startWithoutALessonKeepsWhatWasChosenAndSaysWhatIsMissing() {
        var ownClass = given.withClassOf(30);
        ownClass.asTeacher()
                .post(
                        "/sessions/new",
                        "/sessions/start",
                        "class",
                        ownClass.schoolClass().publicId() + "",
                        "devices",
                        "no")
                .then()
                .statusCode(422)
                .body(containsString("Choose a lesson."))
                .body(containsString("value=\"" + ownClass.schoolClass().publicId() + "\" checked"))
                .body(containsString("value=\"no\" checked"));
    }

    @Test
    void devicesAreNotPreselectedAndMustBeChosen() {
        var ownClass = given.withClassOf(30);
        var page = "/sessions/new?class=" + ownClass.schoolClass().publicId();
        ownClass.asTeacher()
                .get(page)
                .then()
                .body(not(containsString("value=\"yes\" checked")))
                .body(not(containsString("value=\"no\" checked")));
        ownClass.asTeacher()
                .post(
                        page,
                        "/sessions/start",
                        "key",
                        "k" + ownClass.teacher(),
                        "module",
                        "who-is-really-there",
                        "class",
                        ownClass.schoolClass().publicId().value())
                .then()
                .statusCode(422)
                .body(containsString("<a href=\"#devices-yes\">Say whether the children use devices.</a>"));
    }

    @Test
    void startWithoutAClassIsRefused() {
        given.withClassOf(30)
                .asTeacher()
                .post("/sessions/new", "/sessions/start", "key", "k", "module", "who-is-really-there", "devices", "no")
                .then()
                .statusCode(422)
                .body(anyOf(containsString("cannot start"), containsString("Choose at least one class.")));
    }

    @Test
    void aFormWithAKeyThatIsTooLongAsksToPressStartAgainAndDropsTheKey() {
        given.withClassOf(30)
                .asTeacher()
                .post("/sessions/new", "/sessions/start", "key", "k".repeat(41), "module", "who-is-really-there")
                .then()
                .statusCode(422)
                .body(containsString("press Start again"))
                .body(not(containsString("k".repeat(41))));
    }

    @Test
    void endingAnUnknownSessionIsNotFound() {
        given.withClassOf(30)
                .asTeacher()
                .post("/sessions/new", "/sessions/nowhere234/end")
                .then()
                .statusCode(404);
    }

    @Test
    void aPageNumberFarBeyondTheLastPageIsNoError() {
        given.withClassOf(30).asTeacher().get("/sessions?page=99999").then().statusCode(200);
        given.withClassOf(3).asTeacher().get("/sessions?page=2147483647").then().statusCode(200);
    }
}
