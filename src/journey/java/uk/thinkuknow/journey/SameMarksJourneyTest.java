package uk.thinkuknow.journey;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.classroom.player.PageQuestion;
import uk.thinkuknow.curriculum.files.EveryKindLesson;
import uk.thinkuknow.curriculum.lesson.GivenAnswers;
import uk.thinkuknow.curriculum.lesson.Marking;

import static org.junit.jupiter.api.Assertions.assertEquals;

/**
 * Tests that the page, which marks an answer at once, and the server, which marks it finally, agree for every kind of
 * question, and when the page calls an answer mostly right.
 */
@Tag("journey")
class SameMarksJourneyTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String MARK_ALL =
            "all => all.map(one => tuk.lesson.mark(one.way, one.right, one.answer).tone)";

    @Test
    void anAnswerIsMostlyRightIfMoreThanHalfOfItIs() {
        var page = Chromium.signedIn("tess", "/modules/the-group-chat/try");
        page.waitForCondition(() -> (boolean) page.evaluate("Boolean(window.tuk && tuk.lesson.mark)"));
        var most = "given => tuk.lesson.mark('order', 'a b c d e', given.split(' ')).most";
        assertEquals(false, page.evaluate(most, "a c d e b"), "one of five");
        assertEquals(false, page.evaluate(most, "a b d e c"), "two of five");
        assertEquals(true, page.evaluate(most, "a b c e d"), "three of five");
        assertEquals(
                false, page.evaluate("tuk.lesson.mark('multiple', 'a b c d', ['a', 'b']).most"), "two of four to find");
        assertEquals(
                "A start: one is in the best place.", page.locator("#start").getAttribute("data-one-best"));
        page.context().close();
    }

    @Test
    void thePageMarksAsTheServerDoes() {
        var page = Chromium.signedIn("tess", "/modules/the-group-chat/try");
        page.waitForCondition(() -> (boolean) page.evaluate("Boolean(window.tuk && tuk.lesson.mark)"));
        var asked = new ArrayList<Map<String, Object>>();
        var server = new ArrayList<String>();
        for (var question : EveryKindLesson.lesson("11-13").questions()) {
            var onThePage = PageQuestion.of(question);
            for (var answer : GivenAnswers.to(question, 200, new Random(17))) {
                asked.add(Map.of(
                        "way", onThePage.way(),
                        "right", onThePage.right(),
                        "answer", JSON.convertValue(answer, Object.class)));
                var correct = Marking.mark(question, answer).correct();
                server.add(
                        question.key() + " " + answer + " " + (correct == null ? "told" : correct ? "right" : "again"));
            }
        }
        var tones = (List<?>) page.evaluate(MARK_ALL, asked);
        for (int i = 0; i < tones.size(); i++) {
            assertEquals(server.get(i), server.get(i).replaceAll(" [a-z]+$", " " + tones.get(i)));
        }
        assertEquals(server.size(), tones.size());
        page.context().close();
    }
}
