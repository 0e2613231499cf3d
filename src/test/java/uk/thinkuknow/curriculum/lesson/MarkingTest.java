package uk.thinkuknow.curriculum.lesson;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.thinkuknow.curriculum.lesson.Question.Item;
import uk.thinkuknow.curriculum.lesson.Question.MultipleChoice;
import uk.thinkuknow.curriculum.lesson.Question.Option;
import uk.thinkuknow.curriculum.lesson.Question.Point;
import uk.thinkuknow.curriculum.lesson.Question.PutInOrder;
import uk.thinkuknow.curriculum.lesson.Question.Scale;
import uk.thinkuknow.curriculum.lesson.Question.SingleChoice;
import uk.thinkuknow.curriculum.lesson.Question.TrueFalse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

/** Tests the marking of single and multiple choice, true or false, order and scale. */
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

    private static Option option(String key, boolean right) {
        return new Option(key, key, null, right, "kind words");
    }

    private static Item item(String key) {
        return new Item(key, key, null);
    }
}
