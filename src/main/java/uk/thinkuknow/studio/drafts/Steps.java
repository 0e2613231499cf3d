package uk.thinkuknow.studio.drafts;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.NotFound;
import uk.thinkuknow.common.Refused;
import uk.thinkuknow.curriculum.lesson.QuestionKind;
import uk.thinkuknow.curriculum.lesson.StepKind;
import uk.thinkuknow.studio.forms.Filling;
import uk.thinkuknow.studio.forms.ListActs;
import uk.thinkuknow.studio.forms.Paths;

/** The steps of a lesson as a list: added to, moved, copied and taken out of. */
final class Steps {
    private static final int MOST = 20;

    private final ObjectNode lesson;
    private final ArrayNode steps;

    private Steps(ObjectNode lesson, ArrayNode steps) {
        this.lesson = lesson;
        this.steps = steps;
    }

    static Steps of(ObjectNode lesson) {
        return new Steps(lesson, lesson.path("steps") instanceof ArrayNode there ? there : lesson.putArray("steps"));
    }

    /**
     * A new step with the empty entries its author will need.
     *
     * @param kind of step, or of question
     * @param after the key of the step before it; the last one where none is named
     * @throws NotFound if there is no such kind
     * @throws Refused if the lesson has as many as it may
     */
    ObjectNode add(String kind, @Nullable String after) {
        var question = QuestionKind.of(kind);
        var stepKind =
                question.isPresent() ? StepKind.QUESTION : StepKind.of(kind).orElseThrow(NotFound::new);
        var step = JsonNodeFactory.instance.objectNode();
        step.put("kind", stepKind.key()).put("key", free(kind));
        question.ifPresent(
                asked -> step.putObject("question").put("kind", asked.key()).put("key", freeQuestion(kind)));
        ListActs.fill(step);
        insert(after == null || after.isEmpty() ? steps.size() : index(after) + 1, step);
        return step;
    }

    /** Moves a step to a place counted from 1; the answer is the place it has then. */
    int move(String key, int to) {
        int from = place(key);
        int at = Math.clamp(to - 1L, 0, steps.size() - 1);
        steps.insert(at, steps.remove(from));
        return at + 1;
    }

    /** Puts a copy of a step behind it; the answer is the copy's key. */
    String copy(String key) {
        int at = place(key);
        var copy = (ObjectNode) steps.get(at).deepCopy();
        copy.put("key", free(key));
        if (copy.path("question") instanceof ObjectNode question) {
            question.put("key", freeQuestion(question.path("key").asText().replaceAll("^" + Paths.SURE, "")));
        }
        insert(at + 1, copy);
        return copy.path("key").asText();
    }

    /** Takes a step out; the answer is its heading, empty where it has none. */
    String delete(String key) {
        return steps.remove(place(key)).path("title").asText();
    }

    private void insert(int at, ObjectNode step) {
        if (steps.size() >= MOST) {
            throw new Refused("A lesson has at most " + MOST + " steps: take one out first.");
        }
        steps.insert(at, step);
    }

    private String free(String from) {
        return Filling.key(from, "step", Places.stepKeys(lesson));
    }

    private String freeQuestion(String from) {
        return Filling.key(from, "question", Places.questionKeys(lesson));
    }

    private int place(String key) {
        int at = index(key);
        if (at < 0) {
            throw new NotFound();
        }
        return at;
    }

    /** Where a step stands, counted from 0; -1 where there is no such step. */
    private int index(String key) {
        for (int i = 0; i < steps.size(); i++) {
            if (steps.get(i).path("key").asText().equals(key)) {
                return i;
            }
        }
        return -1;
    }
}
