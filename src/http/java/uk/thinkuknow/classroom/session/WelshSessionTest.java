package uk.thinkuknow.classroom.session;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.common.GivenInstallation;
import uk.thinkuknow.common.Language;
import uk.thinkuknow.common.PublicId;
import uk.thinkuknow.curriculum.lesson.GivenFolder;
import uk.thinkuknow.curriculum.library.CurriculumService;
import uk.thinkuknow.curriculum.welsh.GivenWelsh;
import uk.thinkuknow.schools.school.GivenSchool;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

/** Tests the choice of the language in which a session starts. */
@QuarkusTest
class WelshSessionTest {
    private static final String ASKED = "In which language does it begin?";

    @Inject
    GivenSchool given;

    @Inject
    SessionService sessions;

    @Inject
    CurriculumService curriculum;

    @Inject
    GivenInstallation installation;

    @Inject
    GivenWelsh welsh;

    @AfterEach
    void turnWelshOff() {
        welsh.nothing();
    }

    @Test
    void theLanguageIsAskedOnlyIfALessonIsOfferedInWelsh() {
        var ownClass = given.withClassOf(30);
        ownClass.asTeacher().get("/sessions/new").then().body(not(containsString(ASKED)));
        welsh.drafts();
        ownClass.asTeacher()
                .get("/sessions/new")
                .then()
                .body(containsString(ASKED))
                .body(containsString("in English or Welsh"));
    }

    @Test
    void aSessionBeginsInTheLanguageChosen() {
        var ownClass = given.withClassOf(30);
        welsh.drafts();
        var started = start(ownClass, "who-is-really-there", "cy");
        started.then().statusCode(303);
        var id = new PublicId(started.header("Location").replaceAll(".*/", ""));
        assertEquals(Language.WELSH, sessions.session(id).language());
        assertEquals(
                Language.ENGLISH, sessions.session(begun(given.withClassOf(30))).language());
    }

    @Test
    void welshThatIsNotOfferedIsRefusedAndTheChoiceStays() {
        var ownClass = given.withClassOf(30);
        installation.demo(true);
        start(ownClass, "who-is-really-there", "cy")
                .then()
                .statusCode(422)
                .body(containsString("This lesson is not offered in Welsh here."));
        welsh.drafts();
        curriculum.publish(GivenFolder.of("in-english-only"));
        start(ownClass, "in-english-only", "cy")
                .then()
                .statusCode(422)
                .body(containsString("<a href=\"#language-en\">This lesson is not offered in Welsh here."))
                .body(containsString("value=\"cy\" checked"));
    }

    private PublicId begun(GivenSchool.TaughtClass ownClass) {
        return new PublicId(
                start(ownClass, "who-is-really-there", "en").header("Location").replaceAll(".*/", ""));
    }

    private static Response start(GivenSchool.TaughtClass ownClass, String module, String language) {
        return ownClass.asTeacher()
                .post(
                        "/sessions/new",
                        "/sessions/start",
                        "key",
                        "w" + ownClass.teacher() + language,
                        "module",
                        module,
                        "class",
                        ownClass.schoolClass().publicId().value(),
                        "devices",
                        "yes",
                        "other-band",
                        "yes",
                        "language",
                        language);
    }
}
