package uk.thinkuknow.curriculum.files;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.thinkuknow.curriculum.lesson.GivenFolder;
import uk.thinkuknow.curriculum.lesson.Lesson;
import uk.thinkuknow.curriculum.lesson.Question;
import uk.thinkuknow.curriculum.lesson.Question.Option;
import uk.thinkuknow.curriculum.lesson.Question.Scene;
import uk.thinkuknow.curriculum.lesson.Question.SingleChoice;
import uk.thinkuknow.curriculum.lesson.Question.Story;
import uk.thinkuknow.curriculum.lesson.Question.TrueFalse;
import uk.thinkuknow.curriculum.lesson.Question.Turn;
import uk.thinkuknow.curriculum.lesson.Step;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * Tests the advice on right answers that can be guessed by position, by length or by always choosing “true”, in one
 * lesson and in many together.
 */
class GuessableAnswersTest {
    private static final String ANOTHER_KEY = ": give an answer another key, its place comes from that";
    private static final String AS_MUCH = ": shorten it, or give another as much to say";
    private static final List<String> TWO = List.of("Tell Owl", "Hide out");
    private static final List<String> THREE = List.of("Tell Owl", "Hide out", "Run home");

    @Test
    void aLessonWithAllRightAnswersAtOnePositionGetsAdvice() {
        assertEquals(
                List.of("module.yaml: steps: the right answer stands first in 4 of 4, by chance it would in 2.0"
                        + ANOTHER_KEY),
                advice(choices(TWO, 0, 0, 0, 0)));
        assertTrue(advice(choices(THREE, 1, 1, 1, 1)).getFirst().contains("stands second in 4 of 4"));
        assertTrue(advice(choices(THREE, 2, 2, 2, 2)).getFirst().contains("stands last in 4 of 4"));
    }

    @Test
    void aLessonWithRightAnswersAtEveryPositionGetsNoAdvice() {
        assertEquals(List.of(), advice(choices(TWO, 0, 1, 1, 0)));
        assertEquals(List.of(), advice(choices(THREE, 0, 1, 2, 1)));
    }

    @Test
    void threeQuestionsAreTooFewForAdviceOnPosition() {
        assertEquals(List.of(), advice(choices(THREE, 1, 1, 1)));
    }

    @Test
    void aPositionThatNeverHasTheRightAnswerGetsAdviceToo() {
        var advice = advice(choices(THREE, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2));
        assertEquals(1, advice.size(), advice.toString());
        assertTrue(advice.getFirst().contains("stands first in 0 of 10, by chance it would in 3.3"), advice.getFirst());
    }

    @ParameterizedTest
    @CsvSource({"Tell Owl now,Hide out,is the longest", "Tell Owl,Hide away now,is the shortest"})
    void aRightAnswerThatIsAlwaysTheLongestOrAlwaysTheShortestGetsAdvice(String right, String wrong, String says) {
        var told = new ArrayList<>(choices(List.of(right, wrong), 0, 0));
        told.addAll(choices(List.of(wrong, right), 1, 1));
        var advice = advice(told);
        assertEquals(1, advice.size(), advice.toString());
        assertTrue(advice.getFirst().contains("the right answer " + says + " in 4 of 4, by chance"), advice.getFirst());
    }

    @Test
    void aLessonInWhichLengthDoesNotShowTheRightAnswerGetsNoAdvice() {
        assertEquals(List.of(), advice(choices(List.of("Tell Owl now", "Hide out"), 0, 1, 1, 0)));
        assertEquals(List.of(), advice(choices(TWO, 0, 1, 0, 1)), "answers of one length have no longest");
    }

    @Test
    void aLessonWithOnlyTrueStatementsGetsAdviceAndOneWithTrueAndFalseOnesDoesNot() {
        assertEquals(
                List.of("module.yaml: steps: the right answer is “true” in 4 of 4, by chance it would in 2.0"
                        + ": make other statements true"),
                advice(statements(true, true, true, true)));
        assertEquals(List.of(), advice(statements(true, false, false, true)));
    }

    @Test
    void aSceneOfAStoryCountsIfExactlyOneOfItsChoicesIsBest() {
        assertTrue(advice(List.of(story(true, false), story(true, false), story(true, false), story(true, false)))
                .getFirst()
                .contains("stands first in 4 of 4"));
        assertEquals(
                List.of(),
                advice(List.of(story(true, true), story(true, false), story(true, false), story(true, false))));
        assertEquals(List.of(), advice(List.of(story(false, false))));
    }

    @ParameterizedTest
    @CsvSource({
        "Tell a grown-up,Hide,true",
        "Tell Owl now,Hide,true",
        "Tell Owl ok,Hide,false",
        "12345678901234567890123456789012345678901,123456789012345678901234567890123,false"
    })
    void aRightAnswerGetsAdviceOnlyIfItIsMuchLongerThanAllOthers(String right, String wrong, boolean named) {
        assertEquals(
                named
                        ? List.of("module.yaml: steps[1].question.options: has a right answer of " + right.length()
                                + " letters, and no other has more than " + wrong.length()
                                + AS_MUCH)
                        : List.of(),
                advice(choices(List.of(right, wrong), 0)));
    }

    @Test
    void adviceNamesTheSceneOfAStoryAndTheEntryOfAQuestionAskedBeforeAndAfter() {
        var scenes = List.of(
                scene(List.of("Tell Owl", "Hide out"), true, false),
                scene(List.of("Hide", "Tell Owl about it"), false, true));
        assertTrue(advice(List.of(new Story("story", "What now?", scenes)))
                .getFirst()
                .startsWith("module.yaml: steps[1].question.scenes[2].turns: has a right answer of 17 letters"));
        var twice = lesson(
                "8-10",
                Stream.of(Lesson.BEFORE + "a", "b", Lesson.AFTER + "a")
                        .map(key -> step(
                                key,
                                choices(List.of("Hide", "Tell Owl about it"), 1).getFirst()))
                        .toList());
        assertEquals(
                List.of("steps[1].question.options", "before-and-after[1].options"),
                GuessableAnswers.of(twice, new Findings()).stream()
                        .map(Problem::field)
                        .toList());
    }

    @Test
    void aQuestionWithAnEmptyAnswerIsNotCounted() {
        assertEquals(List.of(), advice(choices(List.of("Tell Owl about it", ""), 0, 0, 0, 0)));
    }

    @Test
    void lessonsTogetherGetAdviceThatNoneOfThemGetsAlone() {
        var lessons =
                List.of(lesson("8-10", steps(choices(TWO, 0, 0, 0))), lesson("8-10", steps(choices(TWO, 0, 0, 0))));
        lessons.forEach(lesson -> assertEquals(List.of(), GuessableAnswers.of(lesson, new Findings())));
        var told = GuessableAnswers.ofLibrary(lessons);
        assertTrue(told.contains(
                "choices, all ages: the right answer stands first in 6 of 6, by chance it would in 3.0" + ANOTHER_KEY));
        assertTrue(told.getFirst().startsWith("choices, ages 8-10: the right answer stands first in 6 of 6"));
    }

    @Test
    void anAgeBandGetsAdviceEvenIfAllAgesTogetherAreBalanced() {
        var told = GuessableAnswers.ofLibrary(List.of(
                lesson("4-7", steps(statements(true, true, true, true, true, true))),
                lesson("8-10", steps(statements(false, false, false, false, false, false)))));
        assertEquals(2, told.size(), told.toString());
        assertTrue(told.get(0).startsWith("true or false, ages 4-7: the right answer is “true” in 6 of 6"));
        assertTrue(told.get(1).startsWith("true or false, ages 8-10: the right answer is “true” in 0 of 6"));
    }

    @Test
    void questionsAskedBeforeAndAfterAreCountedSeparately() {
        var lessons = IntStream.range(0, 7)
                .mapToObj(one -> lesson(
                        "8-10",
                        List.of(step(Lesson.AFTER + one, statements(false).getFirst()))))
                .toList();
        assertTrue(GuessableAnswers.ofLibrary(lessons)
                .getFirst()
                .startsWith("true or false asked before and after, ages 8-10: the right answer is “true” in 0 of 7"));
    }

    @Test
    void aLibraryWithEvenlyPlacedAnswersGetsNoAdvice() {
        assertEquals(
                List.of(),
                GuessableAnswers.ofLibrary(List.of(
                        lesson("4-7", steps(choices(THREE, 0, 1, 2, 0, 1, 2))),
                        lesson("8-10", steps(choices(THREE, 2, 0, 1, 1, 2, 0))),
                        lesson("8-10", steps(statements(true, false, false, true))))));
    }

    @Test
    void adviceNamesTheLineInTheFile() {
        var yaml = GivenFolder.MODULE
                .replace("text: A grown-up,", "text: Tell a grown-up you trust,")
                .replace(
                        "teacher-notes: Listen.",
                        "script: Tell a grown-up you trust. Well?\n    teacher-notes: Listen.");
        var fine = assertInstanceOf(
                LessonReadResult.Fine.class, LessonReader.read(GivenFolder.with("ask", yaml.replace("KEY", "ask"))));
        assertEquals(
                List.of(
                        "module.yaml: steps[2].question.options: has a right answer of 25 letters, and"
                                + " no other has more than 2" + AS_MUCH + " (line 25)",
                        "module.yaml: steps[2].script: reads out the right answer, “Tell a grown-up you trust”,"
                                + " and not every other: read all of them, or none (line 27)"),
                fine.advice().stream()
                        .map(Problem::toString)
                        .filter(one -> !one.contains("objective") && !one.contains("minutes"))
                        .toList());
    }

    private static List<String> advice(List<? extends Question> questions) {
        return GuessableAnswers.of(lesson("8-10", steps(questions)), new Findings()).stream()
                .map(Problem::toString)
                .toList();
    }

    /** Returns one question for each index of a right answer. */
    private static List<Question> choices(List<String> answers, int... right) {
        return IntStream.of(right)
                .mapToObj(place -> (Question) new SingleChoice(
                        "q",
                        "What helps?",
                        IntStream.range(0, answers.size())
                                .mapToObj(at -> new Option("a" + at, answers.get(at), null, at == place, "Yes."))
                                .toList()))
                .toList();
    }

    private static List<Question> statements(Boolean... right) {
        return Stream.of(right)
                .map(one -> (Question) new TrueFalse("q", "Owl helps.", one, "Yes.", "Yes."))
                .toList();
    }

    private static Question story(Boolean... best) {
        return new Story("q", "What now?", List.of(scene(TWO, best)));
    }

    private static Scene scene(List<String> turns, Boolean... best) {
        return new Scene(
                "s",
                "Owl comes.",
                null,
                IntStream.range(0, turns.size())
                        .mapToObj(at -> new Turn("t" + at, turns.get(at), "Yes.", "", best[at]))
                        .toList());
    }

    private static List<Step> steps(List<? extends Question> questions) {
        return IntStream.range(0, questions.size())
                .mapToObj(at -> step("step-" + at, questions.get(at)))
                .toList();
    }

    private static Step step(String key, Question question) {
        return new Step.Ask(key, "Title", "", null, question, "Notes.");
    }

    private static Lesson lesson(String band, List<Step> steps) {
        return new Lesson(
                "key",
                "Title",
                band,
                "en",
                20,
                false,
                "",
                List.of(),
                List.of(),
                "",
                steps,
                "",
                List.of("grown-up"),
                List.of(),
                List.of(),
                null,
                "",
                Lesson.EDITION);
    }
}
