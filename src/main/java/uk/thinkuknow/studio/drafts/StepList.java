package uk.thinkuknow.studio.drafts;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.NotFound;
import uk.thinkuknow.common.Refused;
import uk.thinkuknow.curriculum.lesson.QuestionKind;
import uk.thinkuknow.curriculum.lesson.StepKind;
import uk.thinkuknow.studio.forms.FieldPaths;
import uk.thinkuknow.studio.forms.FormConverter;
import uk.thinkuknow.studio.forms.ListActions;

/** Adds, moves, copies and deletes steps in the list of a lesson's steps. */
final class StepList {
    private static final int MOST = 20;

    private final ObjectNode lesson;
    private final ArrayNode steps;

    private StepList(ObjectNode lesson, ArrayNode steps) {
        this.lesson = lesson;
        this.steps = steps;
    }

    static StepList of(ObjectNode lesson) {
        return new StepList(lesson, lesson.path("steps") instanceof ArrayNode there ? there : lesson.putArray("steps"));
    }

    /**
     * Adds a new step with the empty list entries its author will need.
     *
     * @param kind the kind of step, or of question
     * @param after the key of the step before it; null or empty to add it at the end
     * @throws NotFound if there is no such kind
     * @throws Refused if the lesson already has 20 steps
     */
    ObjectNode add(String kind, @Nullable String after) {
        var question = QuestionKind.of(kind);
        var stepKind =
                question.isPresent() ? StepKind.QUESTION : StepKind.of(kind).orElseThrow(NotFound::new);
        var step = JsonNodeFactory.instance.objectNode();
        step.put("kind", stepKind.key()).put("key", free(kind));
        question.ifPresent(
                asked -> step.putObject("question").put("kind", asked.key()).put("key", freeQuestion(kind)));
        ListActions.fill(step);
        insert(after == null || after.isEmpty() ? steps.size() : index(after) + 1, step);
        return step;
    }

    /** Moves a step to a position counted from 1, limited to the list, and returns the new position. */
    int move(String key, int to) {
        int from = place(key);
        int at = Math.clamp(to - 1L, 0, steps.size() - 1);
        steps.insert(at, steps.remove(from));
        return at + 1;
    }

    /** Inserts a copy of a step after it and returns the copy's key. */
    String copy(String key) {
        int at = place(key);
        var copy = (ObjectNode) steps.get(at).deepCopy();
        copy.put("key", free(key));
        if (copy.path("question") instanceof ObjectNode question) {
            question.put("key", freeQuestion(question.path("key").asText().replaceAll("^" + FieldPaths.SURE, "")));
        }
        insert(at + 1, copy);
        return copy.path("key").asText();
    }

    /** Deletes a step and returns its heading, which may be empty. */
    String delete(String key) {
        return steps.remove(place(key)).path("title").asText();
    }

    private void insert(int at, ObjectNode step) {
        if (steps.size() >= MOST) {
            throw new Refused("drafts.mostSteps", MOST);
        }
        steps.insert(at, step);
    }

    private String free(String from) {
        return FormConverter.key(from, "step", DraftPlaces.stepKeys(lesson));
    }

    private String freeQuestion(String from) {
        return FormConverter.key(from, "question", DraftPlaces.questionKeys(lesson));
    }

    private int place(String key) {
        int at = index(key);
        if (at < 0) {
            throw new NotFound();
        }
        return at;
    }

    /** Returns the index of a step, counted from 0; -1 if there is none. */
    private int index(String key) {
        for (int i = 0; i < steps.size(); i++) {
            if (steps.get(i).path("key").asText().equals(key)) {
                return i;
            }
        }
        return -1;
    }
}
