package uk.thinkuknow.curriculum.lesson;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.thinkuknow.curriculum.lesson.Question.Group;
import uk.thinkuknow.curriculum.lesson.Question.Item;
import uk.thinkuknow.curriculum.lesson.Question.MultipleChoice;
import uk.thinkuknow.curriculum.lesson.Question.Option;
import uk.thinkuknow.curriculum.lesson.Question.Point;
import uk.thinkuknow.curriculum.lesson.Question.PutInOrder;
import uk.thinkuknow.curriculum.lesson.Question.Scale;
import uk.thinkuknow.curriculum.lesson.Question.Scene;
import uk.thinkuknow.curriculum.lesson.Question.SingleChoice;
import uk.thinkuknow.curriculum.lesson.Question.Sort;
import uk.thinkuknow.curriculum.lesson.Question.Sorted;
import uk.thinkuknow.curriculum.lesson.Question.Story;
import uk.thinkuknow.curriculum.lesson.Question.TrueFalse;
import uk.thinkuknow.curriculum.lesson.Question.Turn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

/** Tests the marking of single and multiple choice, true or false, order, sorting, story and scale. */
class MarkingTest {
    private static final List<Option> OPTIONS = List.of(option("a", true), option("b", true), option("c", false));
    private static final Question SINGLE = new SingleChoice("q", "?", List.of(option("a", true), option("b", false)));
    private static final Question MULTIPLE = new MultipleChoice("q", "?", OPTIONS);
    private static final Question TRUE = new TrueFalse("q", "?", true, "yes", "no");
    private static final PutInOrder ORDER =
            new PutInOrder("q", "?", List.of(item("x"), item("y"), item("z")), "yes", "no");
    private static final Question SCALE =
            new Scale("q", "?", List.of(new Point("low", "ok"), new Point("middle", "ok"), new Point("high", "ok")));

    @Test
    void aSingleChoiceIsAnsweredByTheKeyOfOneOption() {
        assertEquals(MarkedAnswer.scored(true, List.of("a")), mark(SINGLE, "\"a\""));
        assertEquals(MarkedAnswer.scored(false, List.of("b")), mark(SINGLE, "\"b\""));
    }

    @Test
    void multipleChoiceIsRightWhenAllRightOnesAndNoOtherArePickedInAnyOrder() {
        assertEquals(MarkedAnswer.scored(true, List.of("b", "a")), mark(MULTIPLE, "[\"b\",\"a\"]"));
        assertEquals(MarkedAnswer.scored(false, List.of("a")), mark(MULTIPLE, "[\"a\"]"));
        assertEquals(MarkedAnswer.scored(false, List.of("a", "b", "c")), mark(MULTIPLE, "[\"a\",\"b\",\"c\"]"));
    }

    @Test
    void aTrueFalseAnswerIsTheWordTrueOrFalse() {
        assertEquals(MarkedAnswer.scored(true, List.of("true")), mark(TRUE, "\"true\""));
        assertEquals(MarkedAnswer.scored(false, List.of("false")), mark(TRUE, "\"false\""));
    }

    @Test
    void anOrderIsRightOnlyAsTheAuthorListedIt() {
        assertEquals(MarkedAnswer.scored(true, List.of("x", "y", "z")), mark(ORDER, "[\"x\",\"y\",\"z\"]"));
        assertEquals(MarkedAnswer.scored(false, List.of("y", "x", "z")), mark(ORDER, "[\"y\",\"x\",\"z\"]"));
    }

    @Test
    void itemsToOrderAreNeverFirstShownInTheRightOrder() {
        for (int i = 0; i < 200; i++) {
            var question = new PutInOrder("q" + i, "?", ORDER.items(), "yes", "no");
            assertNotEquals(question.items(), question.startingOrder());
            assertEquals(question.startingOrder(), question.startingOrder());
        }
    }

    @Test
    void aScaleIsAcceptedButNeverScored() {
        assertEquals(MarkedAnswer.unscored(List.of("1")), mark(SCALE, "1"));
        assertEquals(MarkedAnswer.unscored(List.of("3")), mark(SCALE, "3"));
    }

    @Test
    void anItemSortedIntoAGroupThatHoldsNoneIsAnAnswerThatIsNotRight() {
        var sort = new Sort(
                "q",
                "?",
                List.of(new Group("safe", "Safe", null), new Group("empty", "Empty", null)),
                List.of(new Sorted("park", "A park", null, "safe", "kind words")));
        assertEquals(MarkedAnswer.scored(true, List.of("park=safe")), mark(sort, "[\"park=safe\"]"));
        assertEquals(MarkedAnswer.scored(false, List.of("park=empty")), mark(sort, "[\"park=empty\"]"));
        assertEquals(MarkedAnswer.NOT_AN_ANSWER, mark(sort, "[\"park=elsewhere\"]"));
        assertEquals(MarkedAnswer.NOT_AN_ANSWER, mark(sort, "[\"=safe\"]"));
    }

    @Test
    void aStoryIsScoredOnlyIfAnAuthorSaidWhichTurnsAreBest() {
        assertEquals(MarkedAnswer.scored(true, List.of("tell")), mark(story(true), "[\"tell\"]"));
        assertEquals(MarkedAnswer.scored(false, List.of("wait")), mark(story(true), "[\"wait\"]"));
        assertEquals(MarkedAnswer.unscored(List.of("tell")), mark(story(false), "[\"tell\"]"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "{}",
                "[]",
                "[[]]",
                "\"\"",
                "\"d\"",
                "true",
                "0",
                "4",
                "-1",
                "1.5",
                "99999999999999999999",
                "[\"a\",\"a\"]",
                "[\"a\",\"d\"]",
                "[1]",
                "{\"a\":\"a\"}",
                "[\"x\",\"y\"]",
                "[\"x\",\"y\",\"z\",\"z\"]",
                "\"TRUE\"",
                "[null]"
            })
    void aMalformedAnswerIsNotAcceptableAndCausesNoError(String answer) {
        for (var question : List.of(SINGLE, MULTIPLE, TRUE, ORDER, SCALE)) {
            assertEquals(MarkedAnswer.NOT_AN_ANSWER, mark(question, answer), () -> question + " " + answer);
        }
    }

    private static MarkedAnswer mark(Question question, String json) {
        try {
            return Marking.mark(question, new ObjectMapper().readTree(json));
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    /** A story of one scene in which the child tells somebody or waits. */
    private static Question story(boolean scored) {
        var turns = List.of(turn("tell", scored), turn("wait", false));
        return new Story("q", "?", List.of(new Scene("start", "?", null, turns)));
    }

    private static Turn turn(String key, boolean best) {
        return new Turn(key, key, "kind words", "", best);
    }

    private static Option option(String key, boolean right) {
        return new Option(key, key, null, right, "kind words");
    }

    private static Item item(String key) {
        return new Item(key, key, null);
    }
}
