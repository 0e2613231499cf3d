package uk.thinkuknow.curriculum.files;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.thinkuknow.common.BandDesign;
import uk.thinkuknow.curriculum.lesson.Aim;
import uk.thinkuknow.curriculum.lesson.GivenFolder;
import uk.thinkuknow.curriculum.lesson.UnsuitableWords;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Tests the editorial advice on reading level, unsuitable words, numbers, links, minutes and objectives. */
class LessonAdviceTest {
    private static final String GOOD = GivenFolder.MODULE
            .replace("KEY", "ask")
            .replace("text: No,", "text: Nobody,")
            .replace("key: first", "key: first\n    objectives: [1]")
            .replace("minutes: 20", "minutes: 12");

    @Test
    void aLessonWithNothingToImproveGetsNoAdvice() {
        assertEquals(List.of(), advice(GOOD));
    }

    @Test
    void aTextTooHardForItsAgeBandGetsAdviceThatNamesItsHardestWord() {
        var hard =
                "Immediately informing a responsible grown-up is recommended. Unexpected conversations occasionally become complicated. Remember everybody’s responsibility. Investigating unfamiliar invitations carefully protects everybody. Communication eventually resolves uncertainty. Professionals understand complicated situations. Organisations continually investigate accusations.";
        var advice = advice(GOOD.replace("prompt: Who helps you?", "prompt: " + hard));
        assertEquals(1, advice.size(), advice.toString());
        assertTrue(advice.getFirst().startsWith("module.yaml: steps[3].prompt: asks for "), advice.getFirst());
        assertTrue(advice.getFirst().contains("and ages 8-10 have 4"), advice.getFirst());
        assertTrue(advice.getFirst().contains("an easier word for “responsibility”"), advice.getFirst());
        assertTrue(advice.getFirst().endsWith("(line 32)"), advice.getFirst());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "He was the victim.|8-10|victim",
                "A predator is near.|14-18|predator",
                "It is called blackmail.|8-10|blackmail",
                "He groomed her.|8-10|groomed",
                "The police came.|4-7|police"
            })
    void aWordThatDoesNotSuitTheAgeBandGetsAdvice(String sentence, String band, String word) {
        var advice = UnsuitableWords.in(sentence, BandDesign.of(band).orElseThrow());
        assertEquals(1, advice.size(), advice.toString());
        var words = advice.getFirst().words();
        assertTrue(words.startsWith("says “" + word + "”, which is not for "), words);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "It is called blackmail.|11-13",
                "The bridegroom comes.|8-10",
                "The police came.|8-10",
                "The Revenge Porn Helpline helps.|14-18",
                "A deadline is near.|4-7",
                "It costs six pounds.|4-7"
            })
    void aWordSuitableForTheAgeOrOnlySimilarToAnUnsuitableOneGetsNoAdvice(String sentence, String band) {
        assertEquals(List.of(), UnsuitableWords.in(sentence, BandDesign.of(band).orElseThrow()));
    }

    @Test
    void aTelephoneNumberWrittenOutGetsAdviceAndAReferenceToTheFactDoesNot() {
        var advice = advice(GOOD.replace("prompt: Who helps you?", "prompt: 'You can call Childline on 0800 1111.'"));
        assertEquals(1, advice.size(), advice.toString());
        assertTrue(
                advice.getFirst()
                        .contains("steps[3].prompt: writes out a number that may change: write {childline.number}"),
                advice.getFirst());
        assertEquals(
                List.of(),
                advice(GOOD.replace(
                        "prompt: Who helps you?", "prompt: 'You can call Childline on {childline.number}.'")));
    }

    @ParameterizedTest
    @CsvSource({"See https://example.com/a for more.", "Go to www.example.com now.", "Read [this](https://example.com)."
    })
    void aWebLinkGetsAdvice(String text) {
        var advice = advice(GOOD.replace("prompt: Who helps you?", "prompt: \"" + text + "\""));
        assertEquals(1, advice.size(), advice.toString());
        assertTrue(advice.getFirst().contains("steps[3].prompt: leads away from the lesson"), advice.getFirst());
    }

    @Test
    void minutesThatDoNotFitTheStepsGetAdvice() {
        assertEquals(
                List.of(
                        "module.yaml: minutes: says 60, and the steps make about 13: change the minutes, or the number of steps"),
                advice(GOOD.replace("minutes: 12", "minutes: 60")));
    }

    @Test
    void anObjectiveWithoutAQuestionAndAQuestionWithoutAnObjectiveGetAdvice() {
        var two = GOOD.replace("[I can ask for help.]", "[I can ask for help., I can wait.]");
        assertEquals(
                List.of(
                        "module.yaml: objectives[2]: has no question: ask one, and write “objectives: [2]” at its step"),
                advice(two));
        assertEquals(2, advice(GOOD.replace("\n    objectives: [1]", "")).size());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[2]|steps[2].objectives[1]: must be between 1 and 1, not 2",
                "[one]|steps[2].objectives[1]: must be a whole number; write the number of an objective, counted from 1",
                "[]|steps[2].objectives"
            })
    void anInvalidObjectiveNumberAtAQuestionIsAProblem(String written, String problem) {
        var faulty = assertInstanceOf(
                LessonReadResult.Faulty.class,
                LessonReader.read(
                        GivenFolder.with("ask", GOOD.replace("    objectives: [1]", "    objectives: " + written))));
        assertTrue(faulty.problems().getFirst().toString().contains(problem), faulty.toString());
    }

    @Test
    void theObjectivesOfAQuestionArePublishedAndStayWhenAnotherStepIsRemoved() {
        var fine = assertInstanceOf(LessonReadResult.Fine.class, LessonReader.read(GivenFolder.with("ask", GOOD)));
        var read = CanonicalLesson.lessonOf(CanonicalLesson.of(fine).json());
        assertEquals(List.of(new Aim("first", List.of(1))), read.aims());
        assertEquals(read.aims(), read.without("talk").aims());
        assertEquals(List.of(), read.without("first").aims());
    }

    private static List<String> advice(String yaml) {
        var fine = assertInstanceOf(LessonReadResult.Fine.class, LessonReader.read(GivenFolder.with("ask", yaml)));
        return fine.advice().stream().map(Problem::toString).toList();
    }
}
