package uk.thinkuknow.curriculum.files;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.thinkuknow.curriculum.lesson.Lesson;
import uk.thinkuknow.curriculum.lesson.LessonFolder;
import uk.thinkuknow.curriculum.lesson.Question;
import uk.thinkuknow.curriculum.lesson.Step;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * Tests the questions that a lesson asks at its start and its end: unmarked and without a hint at the start, as the
 * author wrote them at the end.
 */
class BeforeAndAfterQuestionsTest {
    private static final String ASKED = """
            before-and-after:
              - kind: true-false
                key: owl-cross
                stem: Owl is cross when asked.
                right: false
                feedback-true: Owl is glad you asked.
                feedback-false: Owl is glad you asked.
              - kind: scale
                key: can-tell
                stem: Can you tell someone?
                points:
                  - {text: Not yet, feedback: That is fine.}
                  - {text: Maybe, feedback: Owl listens.}
                  - {text: I can, feedback: Good to know.}
            ending:""";

    @Test
    void theQuestionsFollowTheOpeningScreenAndComeAgainAtTheEnd() throws IOException {
        var steps = fine(ASKED).steps();
        var keys = steps.stream().map(Step::key).toList();
        assertEquals(List.of("begin", "before-owl-cross", "before-can-tell"), keys.subList(0, 3));
        assertEquals(List.of("after-owl-cross", "after-can-tell"), keys.subList(keys.size() - 2, keys.size()));
        assertTrue(Lesson.isBefore(keys.get(1), keys.get(keys.size() - 2)));
    }

    @Test
    void atTheStartNothingIsMarkedAndNothingGivenAway() throws IOException {
        var first = ((Step.Ask) fine(ASKED).steps().get(1)).question();
        var poll = assertInstanceOf(Question.Poll.class, first);
        assertEquals(
                1,
                poll.choices().stream()
                        .map(Question.Choice::feedback)
                        .distinct()
                        .count());
        var scale = assertInstanceOf(
                Question.Scale.class, ((Step.Ask) fine(ASKED).steps().get(2)).question());
        assertEquals(
                1,
                scale.points().stream().map(Question.Point::feedback).distinct().count());
        var last = ((Step.Ask) fine(ASKED).steps().reversed().get(1)).question();
        assertEquals(false, assertInstanceOf(Question.TrueFalse.class, last).right());
    }

    @Test
    void theThanksSayThatTheAnswerToAFactComesLaterAndThatAScaleIsAskedAgain() throws IOException {
        var steps = fine(ASKED).steps();
        var poll = (Question.Poll) ((Step.Ask) steps.get(1)).question();
        assertEquals(
                "Thank you. We look at the answer later.",
                poll.choices().getFirst().feedback());
        var scale = (Question.Scale) ((Step.Ask) steps.get(2)).question();
        assertEquals("Thank you. We ask again later.", scale.points().getFirst().feedback());
    }

    @Test
    void forAgesFourToSevenAScriptReadsTheQuestionAloud() throws IOException {
        assertTrue(fine(ASKED).narrationOf("before-owl-cross").script().startsWith("Owl is cross when asked."));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "kind: scale|kind: story|before-and-after[2].kind",
                "key: can-tell|key: owl-cross|before-and-after",
                "key: can-tell|key: can-you-tell-someone-that-you-trust|before-and-after[2].key",
                "feedback-true: Owl is glad you asked.|feedback-true: ''|before-and-after[1].feedback-true"
            })
    void aProblemNamesTheFieldItIsIn(String right, String wrong, String place) throws IOException {
        var faulty = assertInstanceOf(LessonReadResult.Faulty.class, read(ASKED.replace(right, wrong)));
        assertTrue(
                faulty.problems().stream()
                        .anyMatch(problem -> problem.toString().contains(place)),
                faulty.problems().toString());
    }

    private static Lesson fine(String asked) throws IOException {
        return assertInstanceOf(LessonReadResult.Fine.class, read(asked)).lesson();
    }

    private static LessonReadResult read(String asked) throws IOException {
        var folder = EveryKindLesson.folder("4-7");
        return LessonReader.read(folder.with(
                LessonFolder.MODULE,
                EveryKindLesson.yaml("4-7").replace("\nending:", "\n" + asked).getBytes(StandardCharsets.UTF_8)));
    }
}
