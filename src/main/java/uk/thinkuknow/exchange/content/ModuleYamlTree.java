package uk.thinkuknow.exchange.content;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import uk.thinkuknow.curriculum.lesson.Question;
import uk.thinkuknow.curriculum.lesson.Step;

/**
 * Builds the content of {@code module.yaml} for an imported lesson as a JSON tree. Required fields that the imported
 * file does not give are empty or missing, so that the checks ask for them.
 */
final class ModuleYamlTree {
    /** Names the file's fields after the record components, with hyphens. */
    private static final ObjectMapper PARTS = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE)
            .build();

    private ModuleYamlTree() {}

    /**
     * Returns the tree of a module file.
     *
     * @param scripts texts that a grown-up reads aloud, by the key of their step
     */
    static ObjectNode of(
            String key,
            ImportedLessonDetails about,
            String ending,
            List<Step> steps,
            List<Question> askedTwice,
            Map<String, String> scripts) {
        var tree = PARTS.createObjectNode()
                .put("format", 1)
                .put("key", key)
                .put("title", about.title())
                .put("band", about.band())
                .put("language", about.language());
        if (about.minutes() > 0) {
            tree.put("minutes", about.minutes());
        }
        tree.put("summary", about.summary());
        tree.set("objectives", PARTS.valueToTree(about.objectives()));
        tree.set("strands", PARTS.valueToTree(about.strands()));
        tree.put("teacher-notes", about.teacherNotes());
        if (!askedTwice.isEmpty()) {
            var list = tree.putArray("before-and-after");
            askedTwice.forEach(question -> list.add(question(PARTS.valueToTree(question))));
        }
        var list = tree.putArray("steps");
        steps.forEach(step -> list.add(step(step, scripts.getOrDefault(step.key(), ""))));
        tree.put("ending", ending);
        tree.putArray("help");
        if (!about.licence().isEmpty()) {
            tree.put("licence", about.licence());
        }
        return tree;
    }

    private static ObjectNode step(Step step, String script) {
        ObjectNode node = PARTS.valueToTree(step);
        switch (step) {
            case Step.Look _, Step.Play _ -> {
                withoutNothing(node, "text");
                node.set("picture", node.remove("picture"));
            }
            case Step.Reflect _ -> withoutNothing(node, "ideas");
            case Step.Ask _ -> {
                withoutNothing(node, "scene");
                question((ObjectNode) node.path("question"));
            }
            case Step.Read _, Step.TalkAboutIt _ -> {}
        }
        var notes = node.remove("teacher-notes");
        if (!script.isEmpty()) {
            node.put("script", script);
        }
        return node.set("teacher-notes", notes);
    }

    /** Keeps the field {@code right} only where it is true. */
    private static ObjectNode question(ObjectNode node) {
        for (var list : List.of(node.path("options"), node.path("spots"))) {
            for (var part : list) {
                withoutNothing((ObjectNode) part, "right");
            }
        }
        return node;
    }

    private static void withoutNothing(ObjectNode node, String field) {
        JsonNode value = node.path(field);
        if (value.isBoolean()
                ? !value.asBoolean()
                : value.isEmpty() && value.asText().isEmpty()) {
            node.remove(field);
        }
    }
}
