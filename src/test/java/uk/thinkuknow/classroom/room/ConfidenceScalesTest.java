package uk.thinkuknow.classroom.room;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.classroom.player.SeatSummary;
import uk.thinkuknow.curriculum.lesson.Lesson;
import uk.thinkuknow.curriculum.lesson.Question;
import uk.thinkuknow.curriculum.lesson.Step;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Tests how answers to a question and to the scale about it are judged together. */
class ConfidenceScalesTest {
    private static final ConfidenceScales SURE = new ConfidenceScales(new Lesson(
            "l",
            "L",
            "8-10",
            "en",
            20,
            false,
            "",
            List.of(),
            List.of(),
            "",
            List.of(
                    new Step.Read("start", "Start", "", null, ""),
                    ask("friend", new Question.TrueFalse("friend", "A friend asked.", false, "", "")),
                    ask("how-sure", new Question.Scale("sure-friend", "How sure are you?", points())),
                    ask("easy", new Question.Scale("easy", "How easy was it?", points()))),
            "",
            List.of(),
            List.of(),
            List.of(),
            null,
            "",
            Lesson.EDITION));

    @Test
    void aWrongAnswerInTheUpperHalfOfTheScaleIsSureAndWrong() {
        assertEquals(List.of(2), SURE.sureAndWrong(said(false, "4")));
        assertEquals(List.of(2), SURE.sureAndWrong(said(false, "3")));
    }

    @Test
    void aRightOrUnsureAnswerIsNotSureAndWrong() {
        assertEquals(List.of(), SURE.sureAndWrong(said(true, "4")));
        assertEquals(List.of(), SURE.sureAndWrong(said(false, "2")));
    }

    @Test
    void theLowerHalfOfTheScaleIsUnsureAndOtherScalesDoNotCount() {
        assertTrue(SURE.unsure(new SeatSummary.Given("how-sure", "1", null)));
        assertFalse(SURE.unsure(new SeatSummary.Given("how-sure", "4", null)));
        assertFalse(SURE.unsure(new SeatSummary.Given("easy", "1", null)));
    }

    private static SeatSummary said(boolean right, String point) {
        return seen(new SeatSummary.Given("friend", "true", right), new SeatSummary.Given("how-sure", point, null));
    }

    private static SeatSummary seen(SeatSummary.Given... given) {
        return new SeatSummary(Set.of(), given.length, 0, null, false, null, List.of(given));
    }

    private static Step ask(String key, Question question) {
        return new Step.Ask(key, "T", "", null, question, "");
    }

    private static List<Question.Point> points() {
        return List.of(
                new Question.Point("1", ""),
                new Question.Point("2", ""),
                new Question.Point("3", ""),
                new Question.Point("4", ""));
    }
}
