package uk.thinkuknow.curriculum.lesson;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import uk.thinkuknow.classroom.board.RightAnswers;
import uk.thinkuknow.curriculum.files.EveryKindLesson;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Tests the marking of random answers, valid and malformed, to every kind of question. */
class MarkingEveryKindTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MANY = 300;

    static Stream<Question> questions() {
        return EveryKindLesson.lesson("14-18").questions().stream();
    }

    @ParameterizedTest
    @MethodSource("questions")
    void answersThatAPageCanSendAreAcceptedAndOnlyTheRightOneIsMarkedRight(Question question) {
        var right = JSON.<JsonNode>valueToTree(RightAnswers.rightFor(question));
        var seen = new HashSet<Boolean>();
        for (var answer : GivenAnswers.to(question, MANY, new Random(7))) {
            var marked = Marking.mark(question, answer);
            assertTrue(marked.acceptable(), () -> "refused " + answer);
            assertEquals(words(answer), marked.chosen());
            if (marked.correct() != null) {
                assertEquals(isSame(question, answer, right), marked.correct(), answer::toString);
                seen.add(marked.correct());
            }
        }
        boolean scored = Marking.mark(question, right).correct() != null;
        assertEquals(scored ? 2 : 0, seen.size(), "right and otherwise were both tried");
    }

    @ParameterizedTest
    @MethodSource("questions")
    void aMalformedAnswerIsRefused(Question question) {
        for (var answer : GivenAnswers.to(question, MANY, new Random(11))) {
            for (var spoiled : spoiled(answer)) {
                assertEquals(
                        MarkedAnswer.NOT_AN_ANSWER, Marking.mark(question, spoiled), () -> answer + " as " + spoiled);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("questions")
    void answersToOtherKindsOfQuestionNeverCauseAnError(Question question) {
        for (var other : questions().toList()) {
            GivenAnswers.to(other, 20, new Random(13)).forEach(answer -> Marking.mark(question, answer));
        }
    }

    @Test
    void twoThingsMatchedToOnePartnerAreNoAnswer() {
        var match =
                questions().filter(Question.Match.class::isInstance).findFirst().orElseThrow();
        var answer = JSON.valueToTree(List.of("owl=owl", "castle=owl", "school=school"));
        assertEquals(MarkedAnswer.NOT_AN_ANSWER, Marking.mark(match, answer));
    }

    @Test
    void aStoryThatWasNotFollowedToAnEndIsNoAnswer() {
        var story =
                questions().filter(Question.Story.class::isInstance).findFirst().orElseThrow();
        assertEquals(MarkedAnswer.NOT_AN_ANSWER, Marking.mark(story, JSON.valueToTree(List.of("wait"))));
        assertTrue(Marking.mark(story, JSON.valueToTree(List.of("wait", "tell-now")))
                .acceptable());
    }

    private static boolean isSame(Question question, JsonNode answer, JsonNode right) {
        boolean inOrder = question instanceof Question.PutInOrder || question instanceof Question.Story;
        return inOrder ? answer.equals(right) : new HashSet<>(words(answer)).equals(new HashSet<>(words(right)));
    }

    private static List<String> words(JsonNode answer) {
        return answer.isArray()
                ? StreamSupport.stream(answer.spliterator(), false)
                        .map(JsonNode::asText)
                        .toList()
                : List.of(answer.asText());
    }

    /** Returns malformed variants of an answer: with an unknown key, a key twice, another type, inside an object. */
    private static List<JsonNode> spoiled(JsonNode answer) {
        var all = new ArrayList<JsonNode>();
        all.add(JSON.createObjectNode().set("answer", answer));
        all.add(JSON.createArrayNode().add(answer));
        all.add(JSON.nullNode());
        if (answer instanceof ArrayNode list) {
            all.add(list.deepCopy().add(list.get(0)));
            all.add(list.deepCopy().add("no-such-key"));
            all.add(list.deepCopy().add("no-such-thing=no-such-place"));
            all.add(list.deepCopy().add(7));
            all.add(JSON.createArrayNode());
            all.add(JSON.getNodeFactory().textNode(list.get(0).asText() + ","));
        } else {
            all.add(JSON.getNodeFactory().textNode(answer.asText() + "x"));
            all.add(JSON.createArrayNode().add(answer.asText()).add(answer.asText()));
        }
        return all;
    }
}
