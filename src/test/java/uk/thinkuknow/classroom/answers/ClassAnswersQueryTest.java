package uk.thinkuknow.classroom.answers;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.classroom.player.LiveQuestion;
import uk.thinkuknow.classroom.player.SeatSummary;

import static org.junit.jupiter.api.Assertions.assertEquals;

/**
 * Tests that answers are counted by option, and compared only within a seat that answered at the start and at the end.
 */
class ClassAnswersQueryTest {
    private static final List<LiveQuestion> QUESTIONS = List.of(
            new LiveQuestion(1, "before-sure", "How sure?", points()),
            new LiveQuestion(2, "before-share", "Share it?", options(false)),
            new LiveQuestion(3, "middle", "And now?", options(true)),
            new LiveQuestion(4, "after-sure", "How sure?", points()),
            new LiveQuestion(5, "after-share", "Share it?", options(true)));

    @Test
    void aScaleMovesUpStaysOrMovesDown() {
        var pair = result(
                        seat("before-sure", "1", "after-sure", "3"),
                        seat("before-sure", "1", "after-sure", "2"),
                        seat("before-sure", "2", "after-sure", "2"),
                        seat("before-sure", "3", "after-sure", "1"))
                .pairs()
                .getFirst();
        assertEquals(List.of(2, 1, 1), List.of(pair.higher(), pair.same(), pair.lower()));
        assertEquals(
                List.of(2, 1, 1),
                pair.answers().stream().map(ClassAnswers.Both::before).toList());
        assertEquals(
                List.of(1, 2, 1),
                pair.answers().stream().map(ClassAnswers.Both::after).toList());
    }

    @Test
    void bothAnswersAreJudgedByTheRightAnswerOfTheEnd() {
        var pair = result(
                        seat("before-share", "no", "after-share", "yes"),
                        seat("before-share", "yes", "after-share", "yes"),
                        seat("before-share", "yes", "after-share", "no"))
                .pairs()
                .get(1);
        assertEquals(List.of(1, 1, 1), List.of(pair.higher(), pair.same(), pair.lower()));
        assertEquals(3, pair.seats());
    }

    @Test
    void aSeatThatAnsweredOnceIsInNoPair() {
        var result = result(seat("before-sure", "1"), seat("after-sure", "3"), seat("middle", "yes"));
        assertEquals(0, result.pairs().getFirst().seats());
        assertEquals(
                List.of(0, 0, 0),
                result.pairs().getFirst().answers().stream()
                        .map(ClassAnswers.Both::after)
                        .toList());
        assertEquals(3, result.seats());
    }

    @Test
    void questionsAskedTwiceAreNotListedWithTheQuestionsAskedOnce() {
        var asked = result(seat("middle", "yes", "after-share", "yes")).questions();
        assertEquals(List.of(3), asked.stream().map(ClassAnswers.Asked::step).toList());
        assertEquals(
                List.of(1, 0),
                asked.getFirst().answers().stream()
                        .map(ClassAnswers.Given::times)
                        .toList());
    }

    @Test
    void withoutDevicesAPairHasTheHandsBeforeAndAfterAndNoMoves() {
        var pair = ClassAnswersQuery.of(
                        List.of(),
                        QUESTIONS,
                        java.util.Map.of(
                                "before-share",
                                java.util.Map.of("no", 9),
                                "after-share",
                                java.util.Map.of("yes", 8, "no", 1)),
                        seat -> List.of())
                .pairs()
                .get(1);
        assertEquals(
                List.of(0, 9),
                pair.answers().stream().map(ClassAnswers.Both::before).toList());
        assertEquals(
                List.of(8, 1),
                pair.answers().stream().map(ClassAnswers.Both::after).toList());
        assertEquals(List.of(0, 0, 0), List.of(pair.higher(), pair.same(), pair.lower()));
    }

    private static ClassAnswers result(SeatSummary... seats) {
        return ClassAnswersQuery.of(List.of(seats), QUESTIONS, java.util.Map.of(), seat -> List.of());
    }

    private static SeatSummary seat(String... stepAndAnswer) {
        var given = Stream.iterate(0, i -> i < stepAndAnswer.length, i -> i + 2)
                .map(i -> new SeatSummary.Given(stepAndAnswer[i], stepAndAnswer[i + 1], null))
                .toList();
        return new SeatSummary(Set.of(), given.size(), 0, null, false, null, given);
    }

    private static List<LiveQuestion.LiveOption> points() {
        return Stream.of("1", "2", "3")
                .map(key -> new LiveQuestion.LiveOption(key, key, false))
                .toList();
    }

    private static List<LiveQuestion.LiveOption> options(boolean scored) {
        return List.of(
                new LiveQuestion.LiveOption("yes", "Yes", scored), new LiveQuestion.LiveOption("no", "No", false));
    }
}
