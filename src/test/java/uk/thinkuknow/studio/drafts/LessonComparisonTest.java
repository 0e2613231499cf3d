package uk.thinkuknow.studio.drafts;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.curriculum.files.EveryKindLesson;
import uk.thinkuknow.curriculum.files.ModuleYaml;
import uk.thinkuknow.curriculum.lesson.LessonFolder;

import static org.junit.jupiter.api.Assertions.assertEquals;

/**
 * Tests that differences between two states of a lesson have the labels of the form, and that a moved answer is no
 * difference.
 */
class LessonComparisonTest {
    private final LessonFolder folder = EveryKindLesson.folder("8-10");

    @Test
    void changesHaveTheLabelsOfTheFormAndAMovedAnswerIsNoChange() {
        var tree = tree();
        var step = choice(tree);
        var options = (ArrayNode) step.at("/question/options");
        options.add(options.remove(0));
        ((ObjectNode) options.get(1)).put("feedback", "Said otherwise.");
        step.put("title", "Called otherwise");
        var changes = LessonComparison.of(side(tree()), side(tree));
        assertEquals(List.of("Heading", "Answer 2: Feedback"), fields(changes));
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
        return DraftPlaces.steps(tree).stream()
                .filter(step -> step.at("/question/kind").asText().equals("single-choice"))
                .findFirst()
                .orElseThrow();
    }

    private ObjectNode tree() {
        return ModuleYaml.tree(folder.files().get(LessonFolder.MODULE));
    }

    private LessonComparison.Side side(ObjectNode tree) {
        return new LessonComparison.Side(tree, folder.files(), name -> "/" + name);
    }
}
