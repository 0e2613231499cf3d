package uk.thinkuknow.studio.forms;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.curriculum.files.ModuleYaml;
import uk.thinkuknow.curriculum.lesson.LessonFolder;
import uk.thinkuknow.curriculum.lesson.QuestionKind;
import uk.thinkuknow.curriculum.lesson.StepKind;
import uk.thinkuknow.studio.drafts.DraftEditor;
import uk.thinkuknow.studio.drafts.DraftPlaces;
import uk.thinkuknow.studio.drafts.FieldViewBuilder;
import uk.thinkuknow.studio.drafts.PlaceRemarks;
import uk.thinkuknow.web.FormOption;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Tests that a form sent back unchanged leaves the lesson's file unchanged, and that no submitted value is lost. */
class LessonFormsTest {
    @Test
    void formsSubmittedUnchangedLeaveEveryPackagedLessonUnchangedByteForByte() throws IOException {
        var kinds = new HashSet<String>();
        for (var folder : LessonFolder.packaged()) {
            var file = folder.bytes(LessonFolder.MODULE);
            var tree = ModuleYaml.tree(file);
            throughTheForm(tree, DraftEditor.LESSON);
            for (var step : DraftPlaces.steps(tree)) {
                throughTheForm(tree, step.path("key").asText());
                kinds.add(step.path("kind").asText());
                kinds.add(step.path("question").path("kind").asText());
            }
            assertEquals(
                    new String(file, StandardCharsets.UTF_8),
                    new String(ModuleYaml.write(tree), StandardCharsets.UTF_8),
                    folder.name());
        }
        kinds.remove("");
        var known = new HashSet<>(QuestionKind.keys());
        known.addAll(StepKind.keys());
        // No packaged lesson has a recording; the next test covers its form.
        known.remove(StepKind.RECORDING.key());
        assertEquals(known, kinds);
    }

    @Test
    void theFormOfARecordingKeepsItsFiles() {
        var step = JsonNodeFactory.instance.objectNode();
        step.put("kind", "recording").put("key", "film").put("title", "Watch");
        step.putObject("recording")
                .put("file", "otter.mp4")
                .put("captions", "otter.vtt")
                .put("transcript", "Otter asks.");
        step.put("audio", "watch.m4a");
        assertEquals(step, sent(step, lesson(step), Map.of()));
    }

    @Test
    void anInvalidValueIsKeptAsItWasTyped() {
        var step = step("spot-it");
        ((ObjectNode) step.path("question"))
                .putArray("spots")
                .addObject()
                .put("key", "sun")
                .put("x", "left");
        assertEquals(
                "left",
                sent(step, lesson(step), Map.of()).at("/question/spots/0/x").asText());
    }

    @Test
    void aNewAnswerGetsAKeyFromItsTextAndKeepsIt() {
        var step = step("single-choice");
        ListActions.apply(step, "add question.options");
        ListActions.apply(step, "add question.options");
        var typed = sent(
                step,
                lesson(step),
                Map.of("question.options[1].text", "Tell a grown-up", "question.options[2].text", "Tell a grown-up"));
        assertEquals("tell-a-grown-up", typed.at("/question/options/0/key").asText());
        assertEquals("tell-a-grown-up-2", typed.at("/question/options/1/key").asText());
        var changed = sent(typed, lesson(typed), Map.of("question.options[1].text", "Ask somebody"));
        assertEquals("tell-a-grown-up", changed.at("/question/options/0/key").asText());
    }

    @Test
    void aGeneratedKeyHasNoReservedPrefixIsNotTakenAndIsShort() {
        assertEquals("the-before-we-start", FormConverter.key("Before we start", "step", Set.of()));
        assertEquals("the-sure-thing", FormConverter.key("Sure thing", "step", Set.of()));
        assertEquals("step", FormConverter.key("¿…?", "step", Set.of()));
        assertEquals("step-2", FormConverter.key("🦊", "step", Set.of("step")));
        assertTrue(FormConverter.key("A very long heading that goes on and on and on", "step", Set.of())
                        .length()
                <= 32);
    }

    @Test
    void anAnswerCanBeMovedAndRemoved() {
        var step = step("poll");
        var choices = ((ObjectNode) step.path("question")).putArray("choices");
        choices.addObject().put("key", "a").put("text", "A").put("feedback", "One.");
        choices.addObject().put("key", "b").put("text", "B").put("feedback", "Two.");
        ListActions.apply(step, "down question.choices[1]");
        assertEquals("b", step.at("/question/choices/0/key").asText());
        ListActions.apply(step, "up question.choices[2]");
        assertEquals("a", step.at("/question/choices/0/key").asText());
        ListActions.apply(step, "remove question.choices[1]");
        assertEquals(1, step.at("/question/choices").size());
    }

    @Test
    void anActionOnAMissingEntryDoesNothing() {
        var step = step("poll");
        var before = step.deepCopy();
        for (var act : List.of(
                "",
                "up",
                "remove question.choices[9]",
                "up question.choices[1]",
                "down nowhere[1]",
                "add a[1].b",
                "x y")) {
            ListActions.apply(step, act);
        }
        assertEquals(before, step);
    }

    @Test
    void everyKindOfQuestionHasAForm() {
        for (var kind : QuestionKind.values()) {
            var step = step(kind.key());
            ListActions.fill(step);
            assertFalse(
                    new FieldViewBuilder(step, List.of(), PlaceRemarks.NONE)
                            .all(DraftPlaces.fields(lesson(step), "asks"))
                            .isEmpty(),
                    kind.key());
        }
    }

    private static ObjectNode step(String kind) {
        var step = JsonNodeFactory.instance.objectNode();
        step.put("kind", "question").put("key", "asks");
        step.putObject("question").put("kind", kind).put("key", "asked");
        return step;
    }

    private static ObjectNode lesson(ObjectNode step) {
        var lesson = JsonNodeFactory.instance.objectNode();
        lesson.putArray("steps").add(step);
        return lesson;
    }

    private static void throughTheForm(ObjectNode tree, String place) {
        var part = DraftPlaces.part(tree, place).orElseThrow();
        DraftPlaces.put(tree, place, sent(part, tree, place, Map.of()));
    }

    private static ObjectNode sent(ObjectNode step, ObjectNode lesson, Map<String, String> typed) {
        return sent(step, lesson, step.path("key").asText(), typed);
    }

    /** Returns what a browser submits for a form, with some fields changed. */
    private static ObjectNode sent(ObjectNode part, ObjectNode tree, String place, Map<String, String> typed) {
        var fields = DraftPlaces.fields(tree, place);
        var form = new MultivaluedHashMap<String, String>();
        new FieldViewBuilder(part, List.of(), PlaceRemarks.NONE).all(fields).forEach(view -> fill(form, view));
        typed.forEach((path, words) -> form.putSingle(SubmittedForm.PREFIX + path, words));
        return FormConverter.of(fields, new SubmittedForm(form), part, new HashMap<>(DraftPlaces.taken(tree, place)));
    }

    private static void fill(MultivaluedMap<String, String> form, FieldView view) {
        var name = SubmittedForm.PREFIX + view.path();
        switch (view.kind()) {
            case "part" -> view.entries().forEach(entry -> entry.fields().forEach(field -> fill(form, field)));
            case "parts", "texts" -> {
                form.add("n:" + view.path(), String.valueOf(view.entries().size()));
                for (var entry : view.entries()) {
                    if (!entry.kind().isEmpty()) {
                        form.add(SubmittedForm.PREFIX + entry.path() + ".kind", entry.kind());
                    }
                    entry.fields().forEach(field -> fill(form, field));
                }
            }
            case "only-one" -> {
                if (view.value().equals("true")) {
                    form.add(SubmittedForm.PREFIX + view.getGroup(), String.valueOf(view.getPlace()));
                }
            }
            case "tick" -> {
                if (view.value().equals("true")) {
                    form.add(name, "yes");
                }
            }
            case "some", "radios" -> chosen(view).forEach(key -> form.add(name, key));
            case "one", "file", "spoken" ->
                form.add(
                        name,
                        chosen(view).stream()
                                .findFirst()
                                .orElseGet(() -> view.choices().isEmpty()
                                        ? ""
                                        : view.choices().getFirst().value()));
            case "picture" -> {
                form.add(name + ".file", chosen(view).stream().findFirst().orElse(""));
                form.add(name + ".name", view.value());
                if (view.hint().equals("decorative")) {
                    form.add(name + ".decorative", "yes");
                }
            }
            default -> form.add(name, view.value());
        }
    }

    private static List<String> chosen(FieldView view) {
        var keys = new ArrayList<String>();
        view.choices().stream().filter(FormOption::chosen).forEach(each -> keys.add(each.value()));
        return keys;
    }
}
