package uk.thinkuknow.classroom.board;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.StaffBrowser;
import uk.thinkuknow.classroom.player.LiveQuestion;
import uk.thinkuknow.classroom.room.GivenSession;
import uk.thinkuknow.classroom.room.JoinCodes;
import uk.thinkuknow.curriculum.lesson.Lesson;
import uk.thinkuknow.curriculum.library.CurriculumService;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Tests the live room and the wall of a running session, as pages without a script. */
@QuarkusTest
class LiveRoomResourceTest {
    @Inject
    DataSource database;

    @Inject
    JoinCodes codes;

    @Inject
    Clock clock;

    @Inject
    CurriculumService curriculum;

    @Inject
    SessionFactory sessionFactory;

    private GivenSession session;
    private StaffBrowser teacher;

    @BeforeEach
    void aSessionHasStarted() throws SQLException {
        try (var db = database.getConnection()) {
            session = GivenSession.start(db, codes, GivenSession.anyModule(db), 30, clock.instant());
        }
        teacher = StaffBrowser.as(session.teacher() + " teacher");
    }

    @Test
    void theRoomShowsTheCodeTilesUpToTheLastCardAndThatNobodyIsHereYet() {
        teacher.get(room())
                .then()
                .statusCode(200)
                .body(containsString("<dd class=\"tuk-code\">" + session.code().substring(0, 4) + " "
                        + session.code().substring(4) + "</dd>"))
                .body(containsString("data-key=\"" + session.classPublicId() + "/30\""))
                .body(containsString(here(0)));
    }

    @Test
    void aCardThatJoinedIsCountedAsHere() {
        take(7);
        teacher.get(room()).then().body(containsString(here(1))).body(containsString("Has joined"));
    }

    @Test
    void aBarOfAStepIsAShareOfTheCardsPresent() {
        take(7);
        take(8);
        teacher.get(room())
                .then()
                .body(containsString("A bar is a share of those who are here."))
                .body(containsString("<svg class=\"tuk-optbar\" viewBox=\"0 0 2 1\""))
                .body(not(containsString("viewBox=\"0 0 30 1\"")));
    }

    @Test
    void aVisitorHasATileAndIsNotCountedAsACardThatIsHere() {
        given().contentType("application/json")
                .body("{\"code\":\"%s\",\"key\":\"%s\",\"class\":\"%s\",\"card\":null,\"visitor\":\"guest\"}"
                        .formatted(session.code(), UUID.randomUUID(), session.classPublicId()))
                .post("/api/classroom/seats")
                .then()
                .statusCode(201);
        teacher.get(room()).then().body(containsString("data-key=\"v/1\"")).body(containsString(here(0)));
    }

    /** The server renders it, so nothing moves when the script starts, and the page is right without a script. */
    @Test
    void withoutAScriptTheCurrentQuestionIsUnfoldedOnceWithTheNumberOfItsAnswers() {
        var lesson = lessonOfAnyModule();
        var now = LiveQuestion.of(lesson).stream()
                .filter(LiveQuestion::isMarked)
                .findFirst()
                .orElseThrow();
        var seats = IntStream.rangeClosed(1, 3)
                .mapToObj(card -> ApiCalls.seat(session, card))
                .toList();
        seats.forEach(seat -> ApiCalls.send(seat, ApiCalls.viewed(lesson, now.step() - 1)));
        ApiCalls.send(seats.getFirst(), ApiCalls.answered(lesson));
        var page = teacher.get(room()).then().statusCode(200).extract().body().asString();
        var place = page.substring(page.indexOf("data-part=\"now\""), page.indexOf("data-part=\"every\""));
        assertTrue(place.contains("tuk-asked\" data-step=\"" + now.step() + "\" open"), place);
        assertTrue(place.contains(">1 answer<"), place);
        assertEquals(
                1, page.split("tuk-asked\" data-step=\"" + now.step() + "\"", -1).length - 1, "it is in one place");
    }

    @Test
    void noQuestionIsUnfoldedBeforeAnyChildHasStarted() {
        take(7);
        teacher.get(room()).then().body(containsString("<div data-part=\"now\"></div>"));
    }

    /**
     * The page once read its class twice, with the cards of every other running class of the school: this limits its
     * statements.
     */
    @Test
    void theRoomsPageTakesAtMostTwelveDatabaseStatements() {
        take(7);
        teacher.get(room()).then().statusCode(200);
        var statistics = sessionFactory.getStatistics();
        statistics.setStatisticsEnabled(true);
        long fewest = IntStream.range(0, 5)
                .mapToLong(i -> {
                    statistics.clear();
                    teacher.get(room()).then().statusCode(200);
                    return statistics.getPrepareStatementCount();
                })
                .min()
                .orElseThrow();
        statistics.setStatisticsEnabled(false);
        assertTrue(fewest <= 12, fewest + " statements");
    }

    @Test
    void theWallShowsTheCodeAndWhoHasArrivedButNoAnswer() {
        take(1);
        teacher.get(room() + "/projector")
                .then()
                .statusCode(200)
                .body(containsString("aria-label=\""
                        + String.join(" ", session.code().substring(0, 4).split("")) + ", "))
                .body(containsString("class=\"c-blue in\""))
                .body(not(containsString("Right")));
    }

    @Test
    void theWallShowsAStepAndFindsNoneOutsideTheLesson() {
        teacher.get(room() + "/projector?step=1").then().statusCode(200).body(containsString("Step 1 of "));
        teacher.get(room() + "/projector?step=99").then().statusCode(404);
        teacher.get(room() + "/projector?step=-1").then().statusCode(404);
    }

    @Test
    void aTeacherOfAnotherSchoolGetsNotFound() throws SQLException {
        try (var db = database.getConnection()) {
            var other = GivenSession.start(db, codes, GivenSession.anyModule(db), 5, clock.instant());
            var stranger = StaffBrowser.as(other.teacher() + " teacher");
            stranger.get(room()).then().statusCode(404);
            stranger.get(room() + "/projector").then().statusCode(404);
        }
    }

    @Test
    void theRoomOfAnEndedSessionRedirectsToItsRegister() {
        teacher.post(room(), room() + "/end").then().statusCode(303);
        teacher.get(room()).then().statusCode(303).header("Location", endsWith(room() + "/register"));
    }

    /** A wall that is left on must not become the register in front of the class. */
    @Test
    void theWallOfAnEndedRoomShowsTheEndOfTheLessonWithoutLinks() {
        teacher.get(room() + "/projector?step=1").then().statusCode(200).body(containsString("href=\"?step=2\""));
        teacher.post(room(), room() + "/end").then().statusCode(303);
        for (var wall : List.of("/projector", "/projector?step=1", "/projector?step=1&answer=shown")) {
            teacher.get(room() + wall)
                    .then()
                    .statusCode(200)
                    .body(containsString("The end"))
                    .body(containsString("The register is on your teacher’s own screen."))
                    .body(not(containsString("href=\"/sessions/")))
                    .body(not(containsString("href=\"?step")));
        }
    }

    private Lesson lessonOfAnyModule() {
        try (var db = database.getConnection()) {
            return curriculum.version(GivenSession.anyModule(db)).lesson();
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private void take(int card) {
        given().contentType("application/json")
                .body(Map.of(
                        "code",
                        session.code(),
                        "key",
                        UUID.randomUUID(),
                        "class",
                        session.classPublicId().value(),
                        "card",
                        card))
                .post("/api/classroom/seats")
                .then()
                .statusCode(201);
    }

    private String here(int cards) {
        return "<span data-part=\"here\" data-of=\"%s\">%d</span> of 30".formatted(session.publicId(), cards);
    }

    private String room() {
        return "/sessions/" + session.publicId();
    }
}
