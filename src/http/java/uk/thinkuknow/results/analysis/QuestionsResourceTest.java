package uk.thinkuknow.results.analysis;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.thinkuknow.TestIdentity;
import uk.thinkuknow.classroom.answers.CountedQuestion;
import uk.thinkuknow.classroom.answers.GivenAnswered;
import uk.thinkuknow.classroom.answers.LessonCount;
import uk.thinkuknow.classroom.answers.LessonCount.CountKind;
import uk.thinkuknow.classroom.board.RightAnswers;
import uk.thinkuknow.classroom.room.GivenRoom;
import uk.thinkuknow.curriculum.lesson.Question;
import uk.thinkuknow.curriculum.lesson.Step;
import uk.thinkuknow.web.TableExporter;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Tests the authors' page and file of how the questions of a module are answered. */
@QuarkusTest
class QuestionsResourceTest {
    private static final String QUESTION = "new-player";

    @Inject
    GivenAnswered answered;

    @Inject
    GivenRoom rooms;

    @Inject
    AnalysisService analysis;

    private String key;
    private long version;

    @BeforeEach
    void aModuleOfItsOwn() throws SQLException {
        key = "given-" + UUID.randomUUID().toString().substring(0, 8);
        version = answered.version(key);
    }

    @Test
    void thePageSaysThatNobodyHasAnsweredYet() {
        page("").body(containsString("No data yet")).body(not(containsString("%</b>")));
    }

    @Test
    void fewerThanFortyChildrenAreNotShown() {
        took("2026-27", 39);
        page("").body(containsString("Too few yet")).body(not(containsString("Question by question")));
        assertEquals(1, csv("").lines().count(), "nor is there a line in the file");
    }

    @Test
    void fromFortyChildrenOnRangesAreShown() {
        took("2026-27", 40);
        page("").body(containsString("at least 40 children"))
                .body(containsString("Over 75% were right at the first answer."))
                .body(containsString("Question by question"));
    }

    @Test
    void thePageShowsTheChosenVersionAndYear() {
        took("2025-26", 240);
        took("2026-27", 12);
        page("?period=2025-26").body(containsString("at least 240 children"));
        page("?period=2026-27").body(containsString("Too few yet"));
        page("?period=all&version=1").body(containsString("at least 250 children"));
        page("").body(containsString("<option value=\"2025-26\">2025–26</option>"));
        for (var nothing : List.of("?period=2019-20", "?version=7", "?version=x")) {
            trainer().get(path() + nothing).then().statusCode(404);
        }
    }

    @Test
    void noExactCountOfAnAnswerIsOnThePageOrInTheFile() {
        var counts = counts(140);
        counts.put(new LessonCount(QUESTION, CountKind.RIGHT, ""), 133);
        counts.put(new LessonCount(QUESTION, CountKind.CHOSE, rightOption()), 133);
        counts.put(new LessonCount(QUESTION, CountKind.CHOSE, wrongOption()), 7);
        analysis.bringIn(version, "2026-27", counts);
        var page = page("").extract().asString();
        var question = page.substring(page.indexOf("id=\"question-4\""));
        question = question.substring(0, question.indexOf("</section>"));
        assertTrue(question.contains("Over 90% were right at the first answer."), question);
        assertFalse(
                Pattern.compile("\\b(7|133|95|5%|140[^ ])").matcher(question).find(), question);
        assertTrue(csv("").lines()
                .noneMatch(
                        line -> Pattern.compile(",(7|133|95|5),").matcher(line).find()));
        assertTrue(csv("").contains(",90,100,140"), csv(""));
    }

    @Test
    void aCardThatAnswersAgainCountsWithItsFirstAnswer() throws SQLException {
        var session = answered.running(version);
        var seat = rooms.seat(session, 3);
        assertEquals(200, sends(seat, wrongOption()));
        sends(seat, rightOption());
        answered.end(session);
        answered.sign(session, "COUNTED");
        var counts = analysis.of(version).get("2026-27");
        assertEquals(1, counts.of(QUESTION, CountKind.ANSWERED));
        assertEquals(0, counts.of(QUESTION, CountKind.RIGHT));
        assertEquals(1, counts.of(QUESTION, CountKind.CHOSE, wrongOption()));
    }

    @Test
    void onlyACardThatAnsweredBothTimesIsComparedBeforeAndAfter() throws SQLException {
        var once = answered.running(version);
        answered.goesThrough(once, version, 1, (card, question) -> only(question, "before-"));
        answered.goesThrough(once, version, 2, (card, question) -> only(question, "after-"));
        answered.goesThrough(once, version, 3, (card, question) -> only(question, ""));
        answered.end(once);
        answered.sign(once, "COUNTED");
        var counts = analysis.of(version).get("2026-27");
        var pair = CountedQuestion.of(answered.lesson(version)).stream()
                .filter(one -> one.before() != null)
                .findFirst()
                .orElseThrow();
        assertEquals(1, counts.of(pair.step(), CountKind.BOTH), "only the card that answered both times");
    }

    @Test
    void textThatLooksLikeAFormulaStaysTextInTheFile() {
        var row = new CountedQuestion.Row("a", "=HYPERLINK(\"x\")", true);
        var share = Share.of(100, 200).orElseThrow();
        var question =
                new CountedQuestion(1, "asks", "@SUM(1)", true, CountedQuestion.Rows.ONE_OF, List.of(row), null, false);
        var sheet = QuestionFiguresSheet.of(new QuestionFigures(
                200,
                List.of(),
                List.of(new QuestionFigures.AskedOnce(
                        question, 200, share, null, List.of(new QuestionFigures.OptionShare(row, share)))),
                List.of()));
        var csv = TableExporter.csv("questions.csv", List.of(sheet)).getEntity().toString();
        assertTrue(csv.contains("'@SUM(1)"), csv);
        assertTrue(csv.contains("\"'=HYPERLINK(\"\"x\"\")\""), csv);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/csv"})
    void aTeacherIsRefusedAndAnUnknownModuleIsNotFound(String below) {
        given().header(TestIdentity.HEADER, "tess teacher")
                .get(path() + below)
                .then()
                .statusCode(403);
        given().header(TestIdentity.HEADER, "tariq trainer")
                .get("/modules/no-such/questions" + below)
                .then()
                .statusCode(404);
    }

    @Test
    void theLessonsPageLinksToTheQuestionsForAllowedRoles() {
        for (var who : List.of("tariq trainer", "mina manager", "ada administrator")) {
            given().header(TestIdentity.HEADER, who)
                    .get("/modules/who-is-really-there")
                    .then()
                    .body(containsString("/modules/who-is-really-there/questions"));
        }
        given().header(TestIdentity.HEADER, "tess teacher")
                .get("/modules/who-is-really-there")
                .then()
                .statusCode(200)
                .body(not(containsString("/questions")));
    }

    private static Optional<Object> only(Question question, String start) {
        return question.key().startsWith(start) ? Optional.of(RightAnswers.rightFor(question)) : Optional.empty();
    }

    private int sends(String seat, String option) {
        return rooms.post(
                        "/api/progress",
                        Map.of(
                                "seat",
                                seat,
                                "events",
                                List.of(Map.of(
                                        "key",
                                        UUID.randomUUID().toString(),
                                        "kind",
                                        "answered",
                                        "step",
                                        QUESTION,
                                        "question",
                                        question().key(),
                                        "answer",
                                        option,
                                        "agoMs",
                                        0))))
                .statusCode();
    }

    /** Adds children who reach every step and are right at {@link #QUESTION}. */
    private void took(String year, int children) {
        analysis.bringIn(version, year, counts(children));
    }

    private Map<LessonCount, Integer> counts(int children) {
        var counts = new HashMap<LessonCount, Integer>();
        answered.lesson(version)
                .steps()
                .forEach(step -> counts.put(new LessonCount(step.key(), CountKind.REACHED, ""), children));
        counts.put(new LessonCount(QUESTION, CountKind.ANSWERED, ""), children);
        counts.put(new LessonCount(QUESTION, CountKind.RIGHT, ""), children);
        counts.put(new LessonCount(QUESTION, CountKind.CHOSE, rightOption()), children);
        return counts;
    }

    private Question.SingleChoice question() {
        return (Question.SingleChoice)
                ((Step.Ask) answered.lesson(version).step(QUESTION).orElseThrow()).question();
    }

    private String rightOption() {
        return option(true);
    }

    private String wrongOption() {
        return option(false);
    }

    private String option(boolean right) {
        return question().options().stream()
                .filter(one -> one.right() == right)
                .findFirst()
                .orElseThrow()
                .key();
    }

    private String path() {
        return "/modules/" + key + "/questions";
    }

    private static io.restassured.specification.RequestSpecification trainer() {
        return given().header(TestIdentity.HEADER, "tariq trainer");
    }

    private ValidatableResponse page(String query) {
        return trainer().get(path() + query).then().statusCode(200);
    }

    private String csv(String query) {
        return trainer()
                .get(path() + "/csv" + query)
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }
}
