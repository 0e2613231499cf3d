package uk.thinkuknow.results.analysis;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.thinkuknow.classroom.answers.GivenAnswered;
import uk.thinkuknow.classroom.answers.LessonCount;
import uk.thinkuknow.classroom.answers.LessonCount.CountKind;
import uk.thinkuknow.classroom.answers.StepTime;
import uk.thinkuknow.classroom.room.GivenSession;
import uk.thinkuknow.common.Sql;
import uk.thinkuknow.curriculum.lesson.Question;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Tests that the nightly deletion of answers adds them to the tallies: once, completely, and only those that count. */
@QuarkusTest
class AnswerTalliesTest {
    private static final String YEAR = "2026-27";
    private static final String QUESTION = "new-player";

    @Inject
    GivenAnswered given;

    @Inject
    AnalysisService analysis;

    @Inject
    DataSource database;

    private long version;

    @BeforeEach
    void aModuleOfItsOwn() throws SQLException {
        version = given.version("given-" + UUID.randomUUID().toString().substring(0, 8));
    }

    @Test
    void theNumbersAreTheSameBeforeAndAfterTheAnswersAreDeleted() throws SQLException {
        var session = given.taught(version, 12);
        given.longAgo(session);
        var before = counts();
        assertEquals(12, before.of(QUESTION, CountKind.ANSWERED));
        assertEquals(0, tallied());
        given.night();
        assertEquals(before, counts());
        assertEquals(0, seats(session));
        assertTrue(tallied() > 0);
    }

    @Test
    void aCountIsTheTallyOfDeletedAnswersPlusTheStoredAnswers() throws SQLException {
        given.longAgo(given.taught(version, 12));
        given.night();
        given.taught(version, 7);
        assertEquals(19, counts().of(QUESTION, CountKind.RIGHT));
        given.longAgo(given.taught(version, 3));
        given.night();
        assertEquals(22, counts().of(QUESTION, CountKind.RIGHT));
    }

    /** Strangers with the code may answer; the teacher says who was there. */
    @Test
    void answersOfCardsThatTheReturnCallsAbsentCountNowhere() throws SQLException {
        var session = given.unsigned(version, 5);
        given.sign(session, "COUNTED", 0b00111, 0, 0);
        given.longAgo(session);
        assertEquals(3, counts().of(QUESTION, CountKind.ANSWERED));
        given.night();
        assertEquals(3, counts().of(QUESTION, CountKind.ANSWERED));
    }

    @Test
    void aReturnOfHeadsAloneCountsTheAnswersOfAsManyCards() throws SQLException {
        var session = given.unsigned(version, 5);
        given.sign(session, "COUNTED", 0, 4, 0);
        assertEquals(4, counts().of(QUESTION, CountKind.ANSWERED));
    }

    @Test
    void aSecondNightlyRunCountsNothingAgain() throws SQLException {
        given.longAgo(given.taught(version, 12));
        given.night();
        given.night();
        assertEquals(12, counts().of(QUESTION, CountKind.ANSWERED));
    }

    @Test
    void concurrentNightlyRunsCountOnce() throws Exception {
        for (int i = 0; i < 6; i++) {
            given.longAgo(given.taught(version, 4));
        }
        Callable<Integer> night = given::night;
        try (var instances = Executors.newFixedThreadPool(3)) {
            for (var done : instances.invokeAll(List.of(night, night, night))) {
                done.get(60, TimeUnit.SECONDS);
            }
        }
        assertEquals(24, counts().of(QUESTION, CountKind.ANSWERED));
    }

    @Test
    void anAnswerStoredWhileTheNightlyRunStartsIsCounted() throws Exception {
        var session = given.taught(version, 5);
        long seat = given.seat(session, 9, java.time.Instant.now());
        given.longAgo(session);
        try (var late = database.getConnection();
                var nights = Executors.newSingleThreadExecutor()) {
            late.setAutoCommit(false);
            Sql.update(late, answer(seat), List.of());
            var night = nights.submit(given::night);
            assertThrows(
                    java.util.concurrent.TimeoutException.class,
                    () -> night.get(700, TimeUnit.MILLISECONDS),
                    "it waits for the answer that is being stored");
            late.commit();
            late.setAutoCommit(true);
            night.get(60, TimeUnit.SECONDS);
        }
        assertEquals(6, counts().of(QUESTION, CountKind.ANSWERED));
        assertEquals(0, given.number("SELECT COUNT(*) FROM event WHERE seat_id = " + seat));
    }

    @Test
    void anAnswerFromAfterTheEndOfTheSessionCountsNowhere() throws SQLException {
        var session = given.taught(version, 5);
        long seat = given.seat(session, 9, java.time.Instant.now());
        given.longAgo(session);
        given.update(answer(seat));
        given.update("UPDATE event SET at = at + INTERVAL 1 SECOND WHERE seat_id = " + seat);
        given.night();
        assertEquals(5, counts().of(QUESTION, CountKind.ANSWERED));
    }

    @Test
    void anAnswerAfterTheNightlyRunCountsNowhere() throws SQLException {
        var session = given.taught(version, 5);
        long seat = given.number("SELECT MIN(id) FROM seat WHERE session_id = " + session.id());
        given.longAgo(session);
        given.night();
        given.update(answer(seat));
        given.night();
        assertEquals(5, counts().of(QUESTION, CountKind.ANSWERED));
        given.update("DELETE FROM event WHERE seat_id = " + seat);
    }

    @Test
    void ifTheTallyFailsTheAnswersStayForTheNextNight() throws SQLException {
        var session = given.taught(version, 5);
        given.longAgo(session);
        given.update("INSERT INTO answer_tally VALUES (" + version + ", '" + YEAR + "', '" + QUESTION
                + "', 'ANSWERED', '', 2147483647)");
        assertThrows(RuntimeException.class, given::night);
        assertEquals(5, seats(session));
        given.update("DELETE FROM answer_tally WHERE module_version_id = " + version);
        given.night();
        assertEquals(0, seats(session));
        assertEquals(5, counts().of(QUESTION, CountKind.ANSWERED));
    }

    @ParameterizedTest
    @ValueSource(strings = {"running", "unsigned", "cancelled", "nobody", "unconfirmed", "superseded", "withdrawn"})
    void sessionsThatDoNotCountAreNeitherShownNorTallied(String why) throws SQLException {
        var session = given.running(version);
        given.goesThrough(session, version, 1, (card, question) -> right(question));
        switch (why) {
            case "unsigned" -> given.end(session);
            case "cancelled" ->
                given.update(
                        "UPDATE session SET state = 'CANCELLED', ended_at = UTC_TIMESTAMP(6), cancelled_at = UTC_TIMESTAMP(6), cancelled_by = started_by, cancelled_why = 'by mistake' WHERE id = "
                                + session.id());
            case "nobody", "unconfirmed", "superseded", "withdrawn" -> {
                given.end(session);
                given.sign(session, why.length() == 6 || why.equals("unconfirmed") ? why.toUpperCase() : "COUNTED");
            }
            default -> {}
        }
        if (why.equals("superseded")) {
            given.update(
                    "UPDATE signed_return SET superseded_at = UTC_TIMESTAMP(6) WHERE session_id = " + session.id());
        }
        if (why.equals("withdrawn")) {
            given.update("UPDATE module_version SET withdrawn_at = (SELECT ended_at FROM session WHERE id = "
                    + session.id() + ") WHERE id = " + version);
        }
        given.longAgo(session);
        assertEquals(AnswerCounts.NONE, counts());
        given.night();
        assertEquals(0, seats(session));
        assertEquals(AnswerCounts.NONE, counts());
        assertEquals(0, tallied());
    }

    @Test
    void sessionsThatEndedBeforeTheModuleWasWithdrawnCount() throws SQLException {
        var session = given.taught(version, 3);
        given.update(
                "UPDATE module_version SET withdrawn_at = (SELECT ended_at + INTERVAL 1 SECOND FROM session WHERE id = "
                        + session.id() + ") WHERE id = " + version);
        assertEquals(3, counts().of(QUESTION, CountKind.ANSWERED));
    }

    @Test
    void theTeachersResultsAndTheAuthorsCountsAgree() throws SQLException {
        var session = given.running(version);
        for (int card = 1; card <= 11; card++) {
            given.goesThrough(session, version, card, AnswerTalliesTest::mixed);
        }
        given.end(session);
        given.sign(session, "COUNTED");
        var counts = counts();
        var steps = given.lesson(version).steps();
        var result = given.result(session, version);
        for (var asked : result.questions()) {
            var step = steps.get(asked.step() - 1).key();
            assertEquals(asked.answered(), counts.of(step, CountKind.ANSWERED), step);
            assertEquals(asked.sureWrong(), counts.of(step, CountKind.SURE_AND_WRONG), step);
            int chosen = counts.children().entrySet().stream()
                    .filter(each ->
                            each.getKey().step().equals(step) && each.getKey().what() == CountKind.CHOSE)
                    .mapToInt(Map.Entry::getValue)
                    .sum();
            assertEquals(asked.answers().stream().mapToInt(each -> each.times()).sum(), chosen, step);
        }
        assertEquals(
                result.pairs().stream().mapToInt(each -> each.higher()).sum(),
                counts.children().entrySet().stream()
                        .filter(each -> each.getKey().what() == CountKind.HIGHER)
                        .mapToInt(Map.Entry::getValue)
                        .sum());
        assertTrue(result.questions().stream().anyMatch(each -> each.sureWrong() > 0));
        given.longAgo(session);
        given.night();
        assertEquals(counts, counts());
    }

    @Test
    void whereChildrenStopAndHowLongAStepTookIsCounted() throws SQLException {
        var session = given.taught(version, 2);
        given.stopsAt(session, version, 20, 3);
        var third = given.lesson(version).steps().get(2).key();
        var first = given.lesson(version).steps().getFirst().key();
        assertEquals(1, counts().of(third, CountKind.STOPPED));
        assertEquals(3, counts().of(third, CountKind.REACHED));
        assertEquals(3, counts().of(first, CountKind.TOOK, StepTime.TWO_MINUTES.name()));
        assertEquals(
                2,
                counts().of(third, CountKind.TOOK, StepTime.TWO_MINUTES.name()),
                "the time of a child who stopped is unknown");
    }

    @Test
    void answersToAStepThatTheVersionLacksAreNotCounted() throws SQLException {
        var session = given.taught(version, 2);
        given.update(
                "UPDATE event e JOIN seat s ON s.id = e.seat_id SET e.step = 'a-step-that-went' WHERE s.session_id = "
                        + session.id() + " AND e.step = '" + QUESTION + "'");
        assertEquals(0, counts().of(QUESTION, CountKind.ANSWERED));
        assertTrue(counts().children().keySet().stream().map(LessonCount::step).noneMatch("a-step-that-went"::equals));
    }

    @Test
    void aTallyStoresNoCardClassSchoolSessionOrDay() throws SQLException {
        try (var db = database.getConnection();
                var columns = db.getMetaData().getColumns(null, null, "answer_tally", "%")) {
            var names = new java.util.TreeSet<String>();
            while (columns.next()) {
                names.add(columns.getString("COLUMN_NAME"));
            }
            assertEquals(
                    new java.util.TreeSet<>(
                            List.of("answer", "children", "module_version_id", "step", "what", "year_key")),
                    names);
        }
    }

    private static Optional<Object> right(Question question) {
        return Optional.of(uk.thinkuknow.classroom.board.RightAnswers.rightFor(question));
    }

    /** Returns a mix of right answers, sure wrong answers, and none. */
    private static Optional<Object> mixed(int card, Question question) {
        if (card % 5 == 0) {
            return Optional.empty();
        }
        return switch (question) {
            case Question.SingleChoice one
            when card % 3 == 0 ->
                one.options().stream()
                        .filter(option -> !option.right())
                        .<Object>map(Question.Option::key)
                        .findFirst();
            case Question.Scale scale when card % 2 == 0 && scale.key().startsWith("before-") -> Optional.of(1);
            case Question any -> right(any);
        };
    }

    private AnswerCounts counts() {
        return analysis.of(version).getOrDefault(YEAR, AnswerCounts.NONE);
    }

    private long tallied() throws SQLException {
        return given.number("SELECT COUNT(*) FROM answer_tally WHERE module_version_id = " + version);
    }

    private long seats(GivenSession session) throws SQLException {
        return given.number("SELECT COUNT(*) FROM seat WHERE session_id = " + session.id());
    }

    private static String answer(long seat) {
        return "INSERT INTO event (seat_id, event_key, generation, kind, step, question, answer, correct, at) VALUES ("
                + seat
                + ", UNHEX(REPLACE(UUID(), '-', '')), 1, 'answered', '" + QUESTION
                + "', 'know-for-sure-late', 'age', FALSE, COALESCE((SELECT s.ended_at FROM session s JOIN seat t ON t.session_id = s.id WHERE t.id = "
                + seat + "), UTC_TIMESTAMP(6)))";
    }
}
