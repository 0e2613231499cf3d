package uk.thinkuknow.results.outcome;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.classroom.answers.CountedQuestion;
import uk.thinkuknow.classroom.answers.GivenAnswered;
import uk.thinkuknow.classroom.answers.Moves;
import uk.thinkuknow.classroom.board.RightAnswers;
import uk.thinkuknow.classroom.room.GivenSession;
import uk.thinkuknow.curriculum.lesson.Question;
import uk.thinkuknow.identity.staff.PeopleService;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * Tests that pairs of answers are counted once each, kept when the answers are deleted, and shown only in large
 * batches.
 */
@QuarkusTest
class OutcomesTest {
    @Inject
    GivenAnswered answered;

    @Inject
    OutcomeService outcomes;

    @Inject
    PeopleService people;

    private String key;
    private long version;
    private CountedQuestion question;

    @BeforeEach
    void aModuleOfItsOwn() throws SQLException {
        key = "given-" + UUID.randomUUID().toString().substring(0, 8);
        version = answered.version(key);
        question = CountedQuestion.of(answered.lesson(version)).stream()
                .filter(each -> each.before() != null && each.scored())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theNightlyRunThatDeletesTheAnswersKeepsTheirPairsOnce() throws SQLException {
        var session = taught(12);
        assertEquals(0, waiting());
        answered.longAgo(session);
        answered.night();
        assertEquals(12, waiting());
        answered.night();
        assertEquals(12, waiting());
    }

    @Test
    void countedPairsAreNotCountedAgainWhenTheAnswersAreDeleted() throws SQLException {
        var session = taught(12);
        answered.update("UPDATE session SET local_date = CURRENT_DATE - INTERVAL 5 DAY WHERE id = " + session.id());
        outcomes.nightly();
        assertEquals(12, waiting());
        outcomes.nightly();
        assertEquals(12, waiting());
        answered.longAgo(session);
        answered.night();
        assertEquals(12, waiting());
        assertEquals(0, answered.number("SELECT COUNT(*) FROM outcome_taken WHERE session_id = " + session.id()));
    }

    @Test
    void pairsOfCardsThatTheReturnCallsAbsentAreNotCounted() throws SQLException {
        var session = answered.unsigned(version, 5);
        answered.sign(session, "COUNTED", 0b10110, 0, 0);
        answered.longAgo(session);
        answered.night();
        assertEquals(3, waiting());
    }

    @Test
    void oneAnswerIsNoPairAndUnsignedSessionsAreNotCounted() throws SQLException {
        var once = answered.running(version);
        answered.goesThrough(once, version, 1, (card, asked) -> only(asked, "before-"));
        answered.goesThrough(once, version, 2, (card, asked) -> only(asked, ""));
        answered.end(once);
        answered.sign(once, "COUNTED");
        var unsigned = answered.running(version);
        answered.goesThrough(unsigned, version, 3, (card, asked) -> only(asked, ""));
        answered.end(unsigned);
        for (var session : new GivenSession[] {once, unsigned}) {
            answered.longAgo(session);
        }
        answered.night();
        assertEquals(1, waiting());
        assertEquals(
                1,
                answered.number("SELECT high_high + low_high FROM outcome_waiting WHERE module_version_id = " + version
                        + " AND step = '" + question.step() + "'"));
    }

    @Test
    void tooFewPairsAreNotShownAndExactNumbersAreDeletedOnceShown() throws SQLException {
        var area = "o" + key.substring(6);
        bringIn(area, new Moves(20, 20, 5, 40));
        outcomes.makeBatchesNow();
        assertFalse(csv("mina manager").contains(key));
        assertTrue(page(area).contains("Too few yet"));
        bringIn(area, new Moves(10, 15, 2, 13));
        outcomes.makeBatchesNow();
        var page = page(area);
        assertTrue(page.contains("We cannot tell") || page.contains("More at the end"), page);
        assertEquals(0, waiting());
        var line = csv(area + " manager")
                .lines()
                .filter(each -> each.startsWith("total,"))
                .findFirst()
                .orElseThrow();
        assertTrue(line.matches("total,knowledge,total,1[0-9]0,.*"), line);
        bringIn(area, new Moves(1, 1, 1, 1));
        outcomes.makeBatchesNow();
        assertEquals(
                line,
                csv(area + " manager")
                        .lines()
                        .filter(each -> each.startsWith("total,"))
                        .findFirst()
                        .orElseThrow());
    }

    @Test
    void aManagerSeesOnlyTheirRegionAndTheAuditorAllRegions() throws SQLException {
        var here = "h" + key.substring(6);
        var there = "t" + key.substring(6);
        bringIn(here, new Moves(40, 60, 10, 40));
        bringIn(there, new Moves(60, 60, 30, 90));
        outcomes.makeBatchesNow();
        assertTrue(csv(here + " manager").contains("Authority " + here));
        assertFalse(csv(here + " manager").contains(there));
        assertFalse(page(here).contains(there));
        var all = csv("aoife auditor");
        assertTrue(all.contains("Region " + here) && all.contains("Region " + there), all);
        get("/outcomes?year=2019-20", "aoife auditor").then().statusCode(404);
        get("/outcomes/tables.ods", "aoife auditor").then().statusCode(200);
    }

    @Test
    void thePageAndTheFileMarkFiguresOfEarlierQuestions() throws SQLException {
        var area = "e" + key.substring(6);
        var earlier = answered.versionOfEarlierQuestions(key + "-e");
        bringIn(area, new Moves(40, 60, 10, 40));
        bringIn(area, earlier, new Moves(10, 60, 10, 220));
        outcomes.makeBatchesNow();
        var parts = page(area).split("What earlier questions measured");
        assertEquals(2, parts.length);
        assertFalse(parts[0].contains("Earlier questions</strong>") || parts[0].contains("Too few yet"), parts[0]);
        assertTrue(parts[1].contains("Knowledge <strong class=\"tuk-tag tuk-tag--orange\">Earlier questions"));
        assertTrue(
                parts[1].contains("In the earlier questions of our lessons the right answer always stood second"),
                parts[1]);
        assertTrue(parts[1].contains("Do not compare them with the figures above."), parts[1]);
        var totals = csv(area + " manager")
                .lines()
                .filter(each -> each.startsWith("total,"))
                .toList();
        assertEquals(2, totals.size(), totals.toString());
        assertTrue(totals.getFirst().matches("total,knowledge,total,1[0-9]0,.*,current"), totals.toString());
        assertTrue(totals.getLast().matches("total,knowledge,total,[23][0-9]0,.*,earlier"), totals.toString());
    }

    @Test
    void withOnlyEarlierQuestionsThePageSaysTooFewForTheCurrentOnes() throws SQLException {
        var area = "f" + key.substring(6);
        bringIn(area, answered.versionOfEarlierQuestions(key + "-e"), new Moves(40, 60, 10, 40));
        outcomes.makeBatchesNow();
        var page = page(area);
        assertTrue(page.contains("Too few yet for the current questions."), page);
        assertTrue(page.contains("Do not compare them with figures of the current questions."), page);
        assertTrue(page.contains("/outcomes/tables.csv"), page);
    }

    @Test
    void thePageMakesNoClaimOfACause() throws SQLException {
        var area = "n" + key.substring(6);
        bringIn(area, new Moves(40, 90, 10, 40));
        outcomes.makeBatchesNow();
        var page = page(area).toLowerCase(Locale.UK);
        assertTrue(page.contains("it does not say why"));
        for (var claim : new String[] {"because of", "thanks to", "caused", "impact", "improved", "effective"}) {
            assertFalse(page.contains(claim), claim);
        }
    }

    /** Adds a region with one authority and a manager, all with this name, and pairs that have waited there. */
    private void bringIn(String area, Moves moves) throws SQLException {
        bringIn(area, version, moves);
    }

    private void bringIn(String area, long of, Moves moves) throws SQLException {
        answered.update("INSERT IGNORE INTO region (region_key, nation, name) VALUES ('" + area
                + "', 'england', 'Region " + area + "')");
        answered.update("INSERT IGNORE INTO authority (authority_key, region_key, name) VALUES ('" + area + "', '"
                + area + "', 'Authority " + area + "')");
        if (people.byUsername(area).isEmpty()) {
            people.join(area, "Mo " + area, null, area);
        }
        outcomes.bringIn(
                new OutcomeService.PastPairs(
                        of,
                        question.step(),
                        true,
                        "2026-27",
                        new OutcomeService.Area(area, area, "england"),
                        LocalDate.of(2026, 11, 1)),
                moves);
    }

    private GivenSession taught(int cards) throws SQLException {
        return answered.taught(version, cards);
    }

    private static Optional<Object> only(Question asked, String prefix) {
        return asked.key().startsWith(prefix) ? Optional.of(RightAnswers.rightFor(asked)) : Optional.empty();
    }

    private long waiting() throws SQLException {
        return answered.number("SELECT COALESCE(SUM(low_low + low_high + high_low + high_high), 0) FROM outcome_waiting"
                + " WHERE module_version_id = " + version + " AND step = '" + question.step() + "'");
    }

    private static String page(String manager) {
        return get("/outcomes", manager + " manager")
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    private static String csv(String who) {
        return get("/outcomes/tables.csv", who).then().statusCode(200).extract().asString();
    }

    private static Response get(String path, String who) {
        return given().header("Test-Identity", who).get(path);
    }
}
