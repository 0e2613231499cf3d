package uk.thinkuknow.studio.drafts;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.curriculum.files.EveryKindLesson;
import uk.thinkuknow.curriculum.files.ModuleYaml;
import uk.thinkuknow.curriculum.lesson.LessonFolder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * Tests that differences between two states of a lesson have the labels of the form, and that a moved answer is no
 * difference.
 */
class LessonComparisonTest {
    private final LessonFolder folder = EveryKindLesson.folder("8-10");

    @Test
    void changesHaveTheLabelsOfTheFormAndAMovedAnswerIsAChangeOfOrderAlone() {
        var tree = tree();
        var step = choice(tree);
        var options = (ArrayNode) step.at("/question/options");
        options.add(options.remove(0));
        ((ObjectNode) options.get(1)).put("feedback", "Said otherwise.");
        step.put("title", "Called otherwise");
        var changes = LessonComparison.of(side(tree()), side(tree));
        assertEquals(List.of("Heading", "Answer 2: Feedback", "Answers: order"), fields(changes));
    }

    @Test
    void anotherRightOrderIsAChange() {
        var tree = tree();
        var items = (ArrayNode) step(tree, "put-in-order").at("/question/items");
        items.add(items.remove(0));
        var rows = LessonComparison.of(side(tree()), side(tree)).getFirst().rows();
        assertEquals(1, rows.size());
        assertTrue(words(rows.getFirst().was())
                .startsWith("1. " + items.get(items.size() - 1).path("text").asText()));
        assertTrue(words(rows.getFirst().now())
                .startsWith("1. " + items.get(0).path("text").asText()));
    }

    @Test
    void anotherFirstSceneIsAChange() {
        var tree = tree();
        var scenes = (ArrayNode) step(tree, "story").at("/question/scenes");
        scenes.add(scenes.remove(0));
        assertEquals(1, LessonComparison.of(side(tree()), side(tree)).size());
    }

    @Test
    void anotherFileWithTheNameOfAFormerOneIsAChange() {
        var other = folder;
        var exchanged = folder.files().keySet().stream()
                .filter(name -> name.matches("recordings/.*\\.(mp3|wav|m4a)"))
                .toList();
        assertFalse(exchanged.isEmpty());
        for (var name : exchanged) {
            other = other.with(name, new byte[] {1});
        }
        var rows =
                LessonComparison.of(side(tree()), new LessonComparison.Side(tree(), other, name -> "/" + name)).stream()
                        .flatMap(change -> change.rows().stream())
                        .toList();
        assertFalse(rows.isEmpty());
        assertTrue(rows.stream().allMatch(LessonComparison.Row::isExchanged), rows.toString());
    }

    @Test
    void whatNoFormShowsIsAChangeAllTheSame() {
        var tree = tree();
        DraftPlaces.steps(tree).getFirst().put("unknown", "words");
        assertEquals(List.of("Something else"), fields(LessonComparison.of(side(tree()), side(tree))));
        tree = tree();
        tree.put("unknown", "words");
        assertEquals(List.of("Something else"), fields(LessonComparison.of(side(tree()), side(tree))));
    }

    @Test
    void anEmptyFieldThatAFormAddsIsNoChange() {
        var tree = tree();
        DraftPlaces.steps(tree)
                .getFirst()
                .put("unknown", "")
                .putObject("nothing")
                .put("decorative", false);
        assertEquals(List.of(), LessonComparison.of(side(tree()), side(tree)));
    }

    private static String words(List<LessonComparison.Run> runs) {
        return runs.stream().map(LessonComparison.Run::words).collect(Collectors.joining());
    }

    @Test
    void aChangedCreditIsListed() {
        var tree = tree();
        tree.putObject("credits").put("source", "Drawn by Ann");
        assertEquals(List.of("Source"), fields(LessonComparison.of(side(tree()), side(tree))));
    }

    private static List<String> fields(List<LessonComparison.Change> changes) {
        return changes.stream()
                .flatMap(change -> change.rows().stream())
                .map(LessonComparison.Row::field)
                .toList();
    }

    private static ObjectNode choice(ObjectNode tree) {
        return step(tree, "single-choice");
    }

    private static ObjectNode step(ObjectNode tree, String kind) {
        return DraftPlaces.steps(tree).stream()
                .filter(step -> step.at("/question/kind").asText().equals(kind))
                .findFirst()
                .orElseThrow();
    }

    private ObjectNode tree() {
        return ModuleYaml.tree(folder.bytes(LessonFolder.MODULE));
    }

    private LessonComparison.Side side(ObjectNode tree) {
        return new LessonComparison.Side(tree, folder, name -> "/" + name);
    }
}
