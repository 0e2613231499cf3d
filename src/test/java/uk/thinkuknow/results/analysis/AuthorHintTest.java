package uk.thinkuknow.results.analysis;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.classroom.answers.CountedQuestion;
import uk.thinkuknow.classroom.answers.StepTime;
import uk.thinkuknow.results.analysis.AuthorHint.Reason;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Tests the hints to authors: which steps and questions to look at, and why. */
class AuthorHintTest {
    private static final int MINUTES = 40;

    @Test
    void aQuestionThatNearlyAllGetRightMayBeTooEasy() {
        assertEquals(List.of(Reason.TOO_EASY), reasons(asked(290, 300, 290, 10)));
        assertEquals(List.of(), reasons(asked(250, 300, 250, 50)));
    }

    @Test
    void aQuestionThatFewGetRightMayBeTooHard() {
        assertEquals(List.of(Reason.TOO_HARD), reasons(asked(100, 300, 150, 100, 50)));
    }

    @Test
    void aWrongAnswerTakenMoreOftenThanTheRightOneIsTheFirstHint() {
        var looks = of(asked(100, 300, 100, 182, 18));
        assertEquals(
                List.of(Reason.WRONG_BEFORE_RIGHT, Reason.TOO_HARD),
                looks.stream().map(AuthorHint::reason).toList());
        assertEquals(
                "60 to 65% take “option 1”, more than the right answer.",
                looks.getFirst().why());
        assertEquals("question-4", looks.getFirst().anchor());
    }

    @Test
    void anOptionThatHardlyAnybodyTakesIsNamedUnlessThereAreOnlyTwo() {
        var looks = of(asked(200, 300, 200, 98, 2));
        assertEquals(
                List.of(Reason.NOBODY_TAKES),
                looks.stream().map(AuthorHint::reason).toList());
        assertTrue(
                looks.getFirst().why().startsWith("Under 5% take “option 2”"),
                looks.getFirst().why());
        assertEquals(List.of(), reasons(asked(260, 300, 260, 2)));
    }

    @Test
    void withFewChildrenThereAreNoHints() {
        assertEquals(List.of(), reasons(asked(50, 50, 50, 0, 0)), "over 75% is all that is known");
        assertEquals(List.of(), reasons(asked(39, 39, 39, 0, 0)));
    }

    @Test
    void sureAndWrongAnswersGiveAHint() {
        var question = asked(200, 300, 200, 100);
        var sure = new QuestionFigures.AskedOnce(
                question.question(), 300, question.right(), share(45, 290), question.options());
        assertEquals(List.of(Reason.SURE_AND_WRONG), reasons(sure));
    }

    @Test
    void stepsWhereChildrenStopOrTakeLongGiveAHintButNotStoppingAtTheLast() {
        var steps = List.of(
                new QuestionFigures.StepFigures(1, "Start", false, share(300, 300), share(2, 300), StepTime.ONE_MINUTE),
                new QuestionFigures.StepFigures(2, "Long", false, share(298, 300), share(2, 298), StepTime.LONGER),
                new QuestionFigures.StepFigures(
                        3, "Stop", false, share(296, 300), share(60, 296), StepTime.TWO_MINUTES),
                new QuestionFigures.StepFigures(
                        4, "End", true, share(236, 300), share(100, 236), StepTime.TWO_MINUTES));
        var looks = AuthorHint.of(new QuestionFigures(300, steps, List.of(), List.of()), 20);
        assertEquals(
                List.of("step-3 STOP_HERE", "step-2 TAKES_LONG"),
                looks.stream().map(look -> look.anchor() + " " + look.reason()).toList());
    }

    @Test
    void hintsWithTheSameReasonAreSortedByWeight() {
        var looks = AuthorHint.of(
                new QuestionFigures(
                        300, List.of(), List.of(asked(110, 300, 110, 100, 90), asked(90, 300, 90, 85, 80)), List.of()),
                MINUTES);
        assertEquals(
                List.of(Reason.TOO_HARD, Reason.TOO_HARD),
                looks.stream().map(AuthorHint::reason).toList());
        assertTrue(looks.get(0).weight() > looks.get(1).weight());
    }

    private static List<Reason> reasons(QuestionFigures.AskedOnce asked) {
        return of(asked).stream().map(AuthorHint::reason).toList();
    }

    private static List<AuthorHint> of(QuestionFigures.AskedOnce asked) {
        return AuthorHint.of(new QuestionFigures(asked.answered(), List.of(), List.of(asked), List.of()), MINUTES);
    }

    /** Makes a question whose option 0 is right. */
    private static QuestionFigures.AskedOnce asked(int right, int answered, int... taken) {
        var options = new ArrayList<QuestionFigures.OptionShare>();
        var rows = new ArrayList<CountedQuestion.Row>();
        for (int i = 0; i < taken.length; i++) {
            rows.add(new CountedQuestion.Row("o" + i, "option " + i, i == 0));
            options.add(new QuestionFigures.OptionShare(rows.get(i), share(taken[i], answered)));
        }
        return new QuestionFigures.AskedOnce(
                new CountedQuestion(4, "asks", "Who?", true, CountedQuestion.Rows.ONE_OF, rows, null, false),
                answered,
                share(right, answered),
                null,
                options);
    }

    private static @Nullable Share share(int part, int whole) {
        return Share.of(part, whole).orElse(null);
    }
}
