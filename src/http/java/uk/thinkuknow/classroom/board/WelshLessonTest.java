package uk.thinkuknow.classroom.board;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.StaffBrowser;
import uk.thinkuknow.classroom.room.ClassroomTest;
import uk.thinkuknow.curriculum.lesson.GivenFolder;
import uk.thinkuknow.curriculum.welsh.GivenWelsh;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static uk.thinkuknow.classroom.board.ApiCalls.answered;
import static uk.thinkuknow.classroom.board.ApiCalls.lookUp;
import static uk.thinkuknow.classroom.board.ApiCalls.seat;
import static uk.thinkuknow.classroom.board.ApiCalls.send;

/** Tests in which language children and staff get a lesson that has a Welsh translation. */
@QuarkusTest
class WelshLessonTest extends ClassroomTest {
    private static final String TITLE = "Pwy sydd yno mewn gwirionedd?";

    @Inject
    GivenWelsh welsh;

    @BeforeEach
    void theLessonHasAWelshTranslation() throws Exception {
        update("UPDATE session SET module_version_id = "
                + curriculum.current("who-is-really-there").versionId() + " WHERE id = " + session.id());
    }

    @AfterEach
    void turnWelshOff() {
        welsh.nothing();
    }

    @Test
    void whileDraftsAreOffNothingIsOfferedInWelsh() throws Exception {
        update("UPDATE session SET language = 'cy' WHERE id = " + session.id());
        lookUp(session).then().body("language", equalTo("en")).body("title", equalTo("Who is really there?"));
        var seat = seat(session, 1);
        for (var page : new Response[] {
            lesson(seat, ""),
            lesson(seat, "?language=cy"),
            given().get("/?language=cy"),
            given().get("/help?language=cy")
        }) {
            page.then()
                    .statusCode(200)
                    .body(containsString("<html lang=\"en-GB\""))
                    .body(not(containsString("lang=\"cy\"")))
                    .body(not(containsString("data-language")));
        }
        StaffBrowser.as("given teacher").get("/sessions/new").then().body(not(containsString("value=\"cy\"")));
    }

    @Test
    void staffCanTryADraftTranslationWhileDraftsAreOff() {
        given().header("Test-Identity", "tariq trainer")
                .get("/modules/who-is-really-there/try?language=cy")
                .then()
                .statusCode(200)
                .body(containsString("<html lang=\"cy\""))
                .body(containsString("<span lang=\"cy\">Drafft, heb ei adolygu</span>"))
                .body(containsString(TITLE));
    }

    @Test
    void withDraftsOnWelshPagesSayThatTheyAreDraftsAndPagesOfferTheOtherLanguage() {
        welsh.drafts();
        var seat = seat(session, 1);
        lesson(seat, "")
                .then()
                .body(containsString("<html lang=\"en-GB\""))
                .body(containsString("lang=\"cy\""))
                .body(not(containsString("heb ei adolygu")));
        for (var page : new Response[] {lesson(seat, "?language=cy"), given().get("/?language=cy")}) {
            page.then()
                    .statusCode(200)
                    .body(containsString("<html lang=\"cy\""))
                    .body(containsString("<span lang=\"cy\">Drafft, heb ei adolygu</span> / <span lang=\"en-GB\">"))
                    .body(containsString("data-language=\"en\""))
                    .body(containsString("blue-otter=Dyfrgi Glas;"));
        }
    }

    @Test
    void childrenWhoChooseNoLanguageGetThatOfTheSession() throws Exception {
        welsh.drafts();
        update("UPDATE session SET language = 'cy' WHERE id = " + session.id());
        lookUp(session).then().body("language", equalTo("cy")).body("title", equalTo(TITLE));
        var seat = seat(session, 1);
        lesson(seat, "").then().body(containsString("<html lang=\"cy\""));
        lesson(seat, "?language=en").then().body(containsString("<html lang=\"en-GB\""));
    }

    @Test
    void aReviewedTranslationIsNotMarkedAsADraft() throws Exception {
        var version = curriculum.current("who-is-really-there").versionId();
        welsh.reviewedPages();
        reviewed(version, "2026-11-24 10:00:00");
        try {
            lesson(seat(session, 1), "?language=cy")
                    .then()
                    .body(containsString("<html lang=\"cy\""))
                    .body(not(containsString("heb ei adolygu")));
        } finally {
            reviewed(version, null);
        }
    }

    @Test
    void aRightAnswerFromTheWelshPageIsMarkedRight() throws Exception {
        welsh.drafts();
        var seat = seat(session, 1);
        var module = curriculum.current("who-is-really-there");
        lesson(seat, "?language=cy").then().statusCode(200);
        send(seat, answered(module.lesson())).then().statusCode(200);
        assertEquals(
                1,
                number(
                        "SELECT COUNT(*) FROM seat s JOIN event e ON e.seat_id = s.id WHERE e.correct AND s.session_id = "
                                + session.id()));
    }

    private void reviewed(long version, @Nullable String at) throws Exception {
        update("UPDATE module_translation SET reviewed_at = " + (at == null ? "NULL" : "'" + at + "'")
                + ", reviewed_by = 'Carys Puw' WHERE module_version_id = " + version);
        curriculum.publish(GivenFolder.of("looked-again"));
    }

    private static Response lesson(String seat, String query) {
        return given().header("Seat", seat).get("/lesson" + query);
    }
}
